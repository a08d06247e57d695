import type { Face as Colleague } from '@vetrina/protocol/conversation';
import { useTranslation } from 'react-i18next';
import { Face } from '../ui/face.tsx';
import classes from './inbox-face.module.css';

/** How many are shown before the rest becomes a number. */
const SHOWN = 3;

/** Several colleagues, side by side; their names are the text alternative. */
export function AgentFaces({ faces, size = 20 }: { faces: readonly Colleague[]; size?: number }) {
  const { t } = useTranslation();
  if (faces.length === 0) return null;
  const names = faces.map(({ name }) => name).join(', ');
  return (
    <span className={classes.faces} data-hint={names}>
      <span className="visually-hidden">{t('conversations.row.agents', { names })}</span>
      {faces.slice(0, SHOWN).map((face) => (
        <span key={face.id} className={classes.face} aria-hidden="true">
          <Face {...face} size={size} />
        </span>
      ))}
      {faces.length > SHOWN && <span aria-hidden="true">+{faces.length - SHOWN}</span>}
    </span>
  );
}
