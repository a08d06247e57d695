import { useTranslation } from 'react-i18next';
import { KeyList } from '../ui/key-list.tsx';
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
  const keys = KEYS.map(({ name, keys: pressed }) => [pressed, t(`visitors.shortcuts.${name}`)] as const);
  return <KeyList title={t('visitors.shortcuts.title')} keys={keys} {...shortcuts} />;
}
