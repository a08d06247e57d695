import type { IconName } from '../ui/icon-paths.ts';

/** In the order in which they are shown when they are equally near to what was typed. */
export const COMMAND_GROUPS = [
  'recent',
  'visitors',
  'conversations',
  'screens',
  'actions',
  'automation',
  'settings',
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that the palette reaches. */
export interface Command {
  /** The same in every language and session: recent ones are remembered by it. */
  readonly id: string;
  readonly group: Exclude<CommandGroup, 'recent'>;
  readonly icon: IconName;
  readonly title: string;
  /** Beside the title: what more there is to know. */
  readonly hint?: string;
  /** What else people may call it; searched, not shown. */
  readonly also?: string;
  /** As the table of shortcuts writes it. */
  readonly keys?: string;
  /** Found by the server, which knows more than what is shown: it stands whatever the letters. */
  readonly isFound?: true;
  /** Not offered before something is typed: its like are too many. */
  readonly isOnlyTyped?: true;
  /** The palette stays open, to say how it went. */
  readonly stays?: true;
  /** A sentence as the answer is said; what it throws is, too. */
  run(): unknown;
}
