import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../ui/error-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './composer.module.css';
import type { Attachment, Attachments } from './use-attachments.ts';

export function AttachmentList({ attachments }: { attachments: Attachments }) {
  const { t } = useTranslation();
  if (attachments.list.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={t('composer.files.label')}>
      {attachments.list.map((each) => (
        <li key={each.key} className={classes.fileChip} data-failed={each.state.is === 'failed' || undefined}>
          <Icon name="file" />
          <span className={classes.fileName}>{each.name}</span>
          <FileState attachment={each} />
          <IconButton
            icon="close"
            iconSize={14}
            label={t('composer.files.remove', { name: each.name })}
            size="sm"
            onClick={() => attachments.remove(each.key)}
          />
        </li>
      ))}
    </ul>
  );
}

function FileState({ attachment: { state, bytes, name } }: { attachment: Attachment }) {
  const format = useFormat();
  const sentence = useErrorSentence();
  switch (state.is) {
    case 'uploading':
      return <progress value={state.share} aria-label={name} />;
    case 'ready':
      return <small>{format.size(bytes)}</small>;
    case 'failed':
      return <small role="alert">{sentence(state.error)}</small>;
  }
}
