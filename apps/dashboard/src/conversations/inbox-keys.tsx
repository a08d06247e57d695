import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import classes from '../visitors/icon-legend.module.css';
import type { InboxKeysState } from './use-inbox-keys.ts';

const KEYS = [
  { name: 'move', keys: ['↑', '↓'] },
  { name: 'next', keys: ['J', 'K'] },
  { name: 'reply', keys: ['R'] },
  { name: 'note', keys: ['N'] },
  { name: 'send', keys: ['Enter'] },
  { name: 'line', keys: ['Shift', 'Enter'] },
  { name: 'resolve', keys: ['Ctrl', 'Enter'] },
  { name: 'shortcut', keys: ['/', '.'] },
  { name: 'leave', keys: ['Esc'] },
  { name: 'help', keys: ['?'] },
] as const;

/** `?` lists the keys of the inbox. */
export function InboxKeys({ keys }: { keys: InboxKeysState }) {
  const { t } = useTranslation();
  const title = t('conversations.keys.title');
  return (
    <>
      <IconButton icon="keyboard" label={title} hint={title} onClick={() => keys.setOpen(true)} />
      <Dialog title={title} isOpen={keys.isOpen} onClose={() => keys.setOpen(false)}>
        <dl className={classes.list}>
          {KEYS.map(({ name, keys: pressed }) => (
            <div key={name} className={classes.item}>
              <dt>
                {pressed.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{t(`conversations.keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
