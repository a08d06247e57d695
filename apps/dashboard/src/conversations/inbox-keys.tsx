import { useTranslation } from 'react-i18next';
import { KeyList } from '../ui/key-list.tsx';
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
  const listed = KEYS.map(({ name, keys: pressed }) => [pressed, t(`conversations.keys.${name}`)] as const);
  return <KeyList title={t('conversations.keys.title')} keys={listed} {...keys} />;
}
