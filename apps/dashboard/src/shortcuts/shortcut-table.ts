/** Where a key works, in the order in which the sheet lists them. */
export const KEY_PLACES = ['everywhere', 'go', 'visitors', 'map', 'conversations', 'composer', 'canvas'] as const;
export type KeyPlace = (typeof KEY_PLACES)[number];

export interface Shortcut {
  readonly where: KeyPlace;
  /**
   * Any of these does it. `mod+` is Ctrl, or ⌘ on a Mac; a space parts keys that are pressed one after the other; all
   * else is what the browser calls the key.
   */
  readonly keys: readonly string[];
  /** The catalogue's key of what it does. */
  readonly words: string;
  /** What has the focus hears it by itself (a list its arrows): only listed here. */
  readonly own?: true;
  /** Works while somebody types, too. */
  readonly evenTyping?: true;
}

/** D2: every key of the dashboard, once: what is handled and what the sheet lists. */
export const SHORTCUTS = {
  palette: { where: 'everywhere', keys: ['mod+k'], words: 'desk.palette.open', evenTyping: true },
  sheet: { where: 'everywhere', keys: ['?'], words: 'visitors.shortcuts.title' },
  'go-visitors': { where: 'go', keys: ['g v'], words: 'shell.visitors' },
  'go-conversations': { where: 'go', keys: ['g c'], words: 'conversations.title' },
  'go-automation': { where: 'go', keys: ['g a'], words: 'automation.title' },
  'go-statistics': { where: 'go', keys: ['g s'], words: 'statistics.title' },
  'go-install': { where: 'go', keys: ['g i'], words: 'shell.install' },
  'go-settings': { where: 'go', keys: ['g ,'], words: 'shell.settings' },
  'go-help': { where: 'go', keys: ['g h'], words: 'help.title' },
  search: { where: 'visitors', keys: ['/'], words: 'visitors.shortcuts.search' },
  move: { where: 'visitors', keys: ['ArrowUp', 'ArrowDown'], words: 'visitors.shortcuts.move', own: true },
  page: { where: 'visitors', keys: ['PageUp', 'PageDown'], words: 'visitors.shortcuts.page', own: true },
  ends: { where: 'visitors', keys: ['Home', 'End'], words: 'visitors.shortcuts.ends', own: true },
  open: { where: 'visitors', keys: ['Enter'], words: 'visitors.shortcuts.open', own: true },
  close: { where: 'visitors', keys: ['Escape'], words: 'visitors.shortcuts.close', own: true },
  apply: { where: 'visitors', keys: ['r'], words: 'visitors.shortcuts.apply' },
  look: { where: 'visitors', keys: ['m'], words: 'desk.keys.look' },
  'map-move': {
    where: 'map',
    keys: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'],
    words: 'desk.keys.mapMove',
    own: true,
  },
  'map-nearer': { where: 'map', keys: ['+', '-'], words: 'desk.keys.mapZoom', own: true },
  'map-whole': { where: 'map', keys: ['0'], words: 'desk.map.whole', own: true },
  'inbox-move': {
    where: 'conversations',
    keys: ['ArrowUp', 'ArrowDown'],
    words: 'conversations.keys.move',
    own: true,
  },
  next: { where: 'conversations', keys: ['j'], words: 'desk.keys.next' },
  previous: { where: 'conversations', keys: ['k'], words: 'desk.keys.previous' },
  reply: { where: 'conversations', keys: ['r'], words: 'conversations.keys.reply' },
  note: { where: 'conversations', keys: ['n'], words: 'conversations.keys.note' },
  send: { where: 'composer', keys: ['Enter'], words: 'conversations.keys.send', own: true },
  line: { where: 'composer', keys: ['shift+Enter'], words: 'conversations.keys.line', own: true },
  resolve: { where: 'composer', keys: ['mod+Enter'], words: 'conversations.keys.resolve', own: true },
  shortcut: { where: 'composer', keys: ['/', '.'], words: 'conversations.keys.shortcut', own: true },
  leave: { where: 'composer', keys: ['Escape'], words: 'conversations.keys.leave', own: true },
  undo: { where: 'canvas', keys: ['mod+z'], words: 'desk.keys.undo' },
  redo: { where: 'canvas', keys: ['mod+shift+z', 'mod+y'], words: 'desk.keys.redo' },
  copy: { where: 'canvas', keys: ['mod+c'], words: 'desk.keys.copy' },
  paste: { where: 'canvas', keys: ['mod+v'], words: 'desk.keys.paste' },
  duplicate: { where: 'canvas', keys: ['mod+d'], words: 'desk.keys.duplicate' },
  all: { where: 'canvas', keys: ['mod+a'], words: 'desk.keys.all' },
  remove: { where: 'canvas', keys: ['Delete', 'Backspace'], words: 'desk.keys.remove' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof SHORTCUTS;
type Table = typeof SHORTCUTS;
/** Those that a screen gives a deed to. */
export type HandledId = { [Id in ShortcutId]: Table[Id] extends { own: true } ? never : Id }[ShortcutId];

/** Where `g` and a letter lead. A new screen adds its key above and its address here. */
export const GO_TO = {
  'go-visitors': '/visitors',
  'go-conversations': '/conversations/{-$conversation}',
  'go-automation': '/automation',
  'go-statistics': '/statistics',
  'go-install': '/install',
  'go-settings': '/settings',
  'go-help': '/help/{-$page}',
} as const satisfies Partial<Record<HandledId, string>>;

/** All keys with what they do, in the order of the table. */
export const SHORTCUT_LIST = (Object.entries(SHORTCUTS) as [ShortcutId, Shortcut][]).map(([id, shortcut]) => ({
  id,
  ...shortcut,
}));
