import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import meanings from '../ui/meanings.module.css';
import { KeyCaps } from './key-caps.tsx';
import { isLetterKey } from './key-press.ts';
import { useLetterKeys } from './letter-keys.ts';
import classes from './shortcut-sheet.module.css';
import { KEY_PLACES, type KeyPlace, SHORTCUT_LIST, SHORTCUTS } from './shortcut-table.ts';

interface ShortcutSheetProps {
  isOpen: boolean;
  /** Is this a place on the present screen? */
  isAt: (place: KeyPlace) => boolean;
  onClose: () => void;
}

/** V12, D2: `?` lists the keys, those of the present screen first. */
export function ShortcutSheet({ isOpen, isAt, onClose }: ShortcutSheetProps) {
  const { t } = useTranslation();
  const [hasLetters] = useLetterKeys();
  return (
    <Dialog title={t('visitors.shortcuts.title')} isOpen={isOpen} wide onClose={onClose}>
      {!hasLetters && <p className="hint">{t('desk.keys.lettersOff', { place: t('settings.places.look') })}</p>}
      <div className={classes.groups}>
        {[...KEY_PLACES.filter(isAt), ...KEY_PLACES.filter((place) => !isAt(place))].map((place) => (
          <KeyGroup key={place} place={place} hasLetters={hasLetters} />
        ))}
      </div>
    </Dialog>
  );
}

function KeyGroup({ place, hasLetters }: { place: KeyPlace; hasLetters: boolean }) {
  const { t } = useTranslation();
  const listed = SHORTCUT_LIST.filter(({ where }) => where === place);
  return (
    <section>
      <h3>{t(`desk.keys.places.${place}`)}</h3>
      <dl className={meanings.list}>
        {listed.map(({ id, keys, own }) => (
          <div
            key={id}
            className={meanings.item}
            data-off={(!hasLetters && !own && keys.every(isLetterKey)) || undefined}
          >
            <dt>
              {keys.map((each) => (
                <KeyCaps key={each} keys={each} />
              ))}
            </dt>
            <dd>{t(SHORTCUTS[id].words)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
