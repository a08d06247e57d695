import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import classes from './icon-legend.module.css';
import type { Shortcuts } from './use-list-shortcuts.ts';

const KEYS = [
  { name: 'search', keys: ['/'] },
  { name: 'move', keys: ['↑', '↓'] },
  { name: 'page', keys: ['Page Up', 'Page Down'] },
  { name: 'ends', keys: ['Home', 'End'] },
  { name: 'open', keys: ['Enter'] },
  { name: 'close', keys: ['Esc'] },
  { name: 'apply', keys: ['R'] },
  { name: 'help', keys: ['?'] },
] as const;

/** V12: `?` lists the keys. */
export function ShortcutList({ shortcuts }: { shortcuts: Shortcuts }) {
  const { t } = useTranslation();
  return (
    <>
      <IconButton
        icon="keyboard"
        label={t('visitors.shortcuts.title')}
        hint={t('visitors.shortcuts.title')}
        onClick={() => shortcuts.setOpen(true)}
      />
      <Dialog title={t('visitors.shortcuts.title')} isOpen={shortcuts.isOpen} onClose={() => shortcuts.setOpen(false)}>
        <dl className={classes.list}>
          {KEYS.map(({ name, keys }) => (
            <div key={name} className={classes.item}>
              <dt>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{t(`visitors.shortcuts.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
