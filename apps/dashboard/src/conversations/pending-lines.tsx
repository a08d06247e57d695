import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';
import type { Queued } from '../feed/outbox.ts';
import { useAgentFeed } from '../feed/use-feed.tsx';
import { useErrorSentence } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { LinkedText } from './linked-text.tsx';
import classes from './message.module.css';

/** C3: what was said here and is not yet in the log: on its way, waiting for the line, or refused and why. */
export function PendingLines({ queue }: { queue: readonly Queued[] }) {
  return queue.map((queued) => <PendingLine key={queued.message.id} queued={queued} />);
}

function PendingLine({ queued: { message, standing } }: { queued: Queued }) {
  const { t } = useTranslation();
  const isRefused = standing.is === 'refused';
  return (
    <div className={classes.group} data-voice={message.audience === 'team' ? 'note' : 'team'}>
      <div className={classes.stack}>
        <div className={classes.line}>
          <div className={classes.bubble} data-pending={!isRefused || undefined} data-refused={isRefused || undefined}>
            {message.saying.kind === 'text' ? <LinkedText text={message.saying.text} /> : message.file?.name}
          </div>
          {isRefused ? (
            <RefusedNote queued={{ message, standing }} />
          ) : (
            <p className={classes.under} role="status">
              {t(standing.is === 'resting' ? 'composer.pending.resting' : 'composer.pending.sending')}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

function RefusedNote({ queued: { message } }: { queued: Queued }) {
  const { t } = useTranslation();
  const feed = useAgentFeed();
  const sentence = useErrorSentence();
  const { refusal } = message;
  return (
    <p className={classes.refused} role="alert">
      <Icon name="warning" size={15} />
      <span>
        {t('composer.pending.refused')} {refusal && sentence(new ApiError(refusal.code, refusal.plan ?? null))}
      </span>
      <button type="button" onClick={() => feed?.sayAgain(message.id)}>
        {t('composer.pending.again')}
      </button>
      <button type="button" onClick={() => feed?.discard(message.id)}>
        {t('composer.pending.discard')}
      </button>
    </p>
  );
}
