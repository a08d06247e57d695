import type { VisitorId } from '@vetrina/protocol/ids';
import { useTranslation } from 'react-i18next';
import { useChat } from '../feed/use-feed.tsx';
import { Icon } from '../ui/icon.tsx';
import classes from './claims.module.css';

/** V8: two people should not write to one visitor without knowing of each other. */
export function ClaimNote({ visitor }: { visitor: VisitorId }) {
  const words = useClaimWords(visitor);
  return (
    <div role="status" className={classes.slot}>
      {words && (
        <p className={classes.note}>
          <Icon name="writing" />
          {words}
        </p>
      )}
    </div>
  );
}

/** The same where there is room for a sign only. */
export function ClaimMark({ visitor }: { visitor: VisitorId }) {
  const words = useClaimWords(visitor);
  if (!words) return null;
  return (
    <span className={classes.mark}>
      <Icon name="writing" size={15} label={words} />
    </span>
  );
}

/** "Anna is writing to this visitor"; null: no colleague is. */
function useClaimWords(visitor: VisitorId): string | null {
  const { t } = useTranslation();
  const claims = useChat((chat) => chat.claims);
  const me = useChat((chat) => chat.me);
  const names = claims.filter((claim) => claim.visitor === visitor && claim.agent !== me).map(({ name }) => name);
  return names.length === 0 ? null : t('visitors.open.claim', { count: names.length, names: names.join(', ') });
}
