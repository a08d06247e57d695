import type { FileCard } from '@vetrina/protocol/conversation';
import { useTranslation } from 'react-i18next';
import { ownPath } from '../api/own-path.ts';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import classes from './message.module.css';

/** Largest size of a picture in the log, px. */
const WIDEST = 280;
const HIGHEST = 320;

/** A file in the log: pictures in place, everything as a link that downloads it. */
export function FileView({ file }: { file: FileCard }) {
  const { t } = useTranslation();
  const format = useFormat();
  const href = ownPath(file.url);
  if (file.picture) {
    const { width, height } = file.picture;
    const scale = Math.min(1, WIDEST / width, HIGHEST / height);
    return (
      <a className={classes.picture} href={href} target="_blank" rel="noopener noreferrer">
        <img
          src={href}
          width={Math.round(width * scale)}
          height={Math.round(height * scale)}
          alt={t('conversations.file.picture', { name: file.name })}
          loading="lazy"
        />
      </a>
    );
  }
  return (
    <a className={classes.file} href={href} download={file.name} rel="noopener noreferrer">
      <Icon name="file" size={22} />
      <span>
        <strong>{file.name}</strong>
        <small>{format.size(file.bytes)}</small>
      </span>
    </a>
  );
}
