import type { FileCard } from '@vetrina/protocol/conversation';
import { type MouseEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownPath } from '../api/own-path.ts';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { isOver } from './file-links.ts';
import classes from './message.module.css';
import type { FileLinks } from './use-fresh-files.ts';

/** Largest size of a picture in the log, px. */
const WIDEST = 280;
const HIGHEST = 320;

interface FileViewProps {
  file: FileCard;
  /** Of its entry. */
  seq: number;
  links: FileLinks;
}

/** A file in the log: pictures in place, everything as a link that downloads it. */
export function FileView({ file, seq, links }: FileViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const picture = usePicture(() => links.renew(seq));
  const link = useRef<HTMLAnchorElement>(null);
  const href = ownPath(file.url);
  const onClick = (event: MouseEvent): void => {
    // Pressed by us, it leads wherever it leads.
    if (!event.isTrusted || !isOver(file.url, links.now())) return;
    event.preventDefault();
    void links.renew(seq).then(() => requestAnimationFrame(() => link.current?.click()));
  };
  if (file.picture && !picture.isBroken) {
    const { width, height } = file.picture;
    const scale = Math.min(1, WIDEST / width, HIGHEST / height);
    return (
      <a ref={link} className={classes.picture} href={href} target="_blank" rel="noopener noreferrer" onClick={onClick}>
        <img
          key={picture.attempt}
          src={href}
          width={Math.round(width * scale)}
          height={Math.round(height * scale)}
          alt={t('conversations.file.picture', { name: file.name })}
          loading="lazy"
          onError={picture.failed}
        />
      </a>
    );
  }
  return (
    <a ref={link} className={classes.file} href={href} download={file.name} rel="noopener noreferrer" onClick={onClick}>
      <Icon name="file" size={22} />
      <span>
        <strong>{file.name}</strong>
        <small>{format.size(file.bytes)}</small>
      </span>
    </a>
  );
}

/** A picture that does not come is asked for once more, at a new address; then it is a file like any other. */
function usePicture(renew: () => Promise<void>) {
  const [attempt, setAttempt] = useState(0);
  const [isBroken, setBroken] = useState(false);
  const failed = (): void => {
    if (attempt > 0) setBroken(true);
    else void renew().then(() => setAttempt(1));
  };
  return { attempt, isBroken, failed };
}
