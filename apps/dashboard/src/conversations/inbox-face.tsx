import type { Face } from '@vetrina/protocol/conversation';
import { useTranslation } from 'react-i18next';
import { ownPath } from '../api/own-path.ts';
import { Avatar } from '../visitors/avatar.tsx';
import classes from './inbox-face.module.css';

interface AgentFaceProps {
  face: Face;
  size?: number;
}

/** A colleague: their photo, or initials in a colour that stays theirs. Decoration; their name stands beside it. */
export function AgentFace({ face, size = 24 }: AgentFaceProps) {
  if (face.photo === null) return <Avatar id={face.id} name={face.name} size={size} />;
  return <img className={classes.photo} src={ownPath(face.photo)} width={size} height={size} alt="" />;
}

/** How many are shown before the rest becomes a number. */
const SHOWN = 3;

/** Several colleagues, side by side; their names are the text alternative. */
export function AgentFaces({ faces, size = 20 }: { faces: readonly Face[]; size?: number }) {
  const { t } = useTranslation();
  if (faces.length === 0) return null;
  const names = faces.map(({ name }) => name).join(', ');
  return (
    <span className={classes.faces} data-hint={names}>
      <span className="visually-hidden">{t('conversations.row.agents', { names })}</span>
      {faces.slice(0, SHOWN).map((face) => (
        <span key={face.id} className={classes.face} aria-hidden="true">
          <AgentFace face={face} size={size} />
        </span>
      ))}
      {faces.length > SHOWN && <span aria-hidden="true">+{faces.length - SHOWN}</span>}
    </span>
  );
}
