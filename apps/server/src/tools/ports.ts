import type { NewShortcut, NewTag, Shortcut, ShortcutEdit, Tag, TagEdit } from '@vetrina/protocol/http/conversations';
import type { AccountId, AgentId, ShortcutId, TagId } from '@vetrina/protocol/ids';

/** Whose a shortcut is; null: the team's. */
export type ShortcutOwner = AgentId | null;

/** Shortcuts and tags in SQL. Names are compared without case and accents. A foreign id is answered like an unknown one. */
export interface ToolStore {
  /** The agent's own and the team's, oldest first. */
  shortcuts(account: AccountId, agent: AgentId): Promise<readonly Shortcut[]>;
  addShortcut(
    account: AccountId,
    owner: ShortcutOwner,
    shortcut: NewShortcut & { readonly id: ShortcutId; readonly at: number },
  ): Promise<Shortcut | 'name_taken'>;
  /** Whose it is; undefined: there is none. */
  ownerOfShortcut(account: AccountId, id: ShortcutId): Promise<ShortcutOwner | undefined>;
  editShortcut(account: AccountId, id: ShortcutId, edit: ShortcutEdit): Promise<Shortcut | 'name_taken' | null>;
  removeShortcut(account: AccountId, id: ShortcutId): Promise<void>;
  /** In the order of their names. */
  tags(account: AccountId): Promise<readonly Tag[]>;
  addTag(account: AccountId, tag: NewTag & { readonly id: TagId; readonly at: number }): Promise<Tag | 'name_taken'>;
  editTag(account: AccountId, id: TagId, edit: TagEdit): Promise<Tag | 'name_taken' | null>;
  /** False: there was none. */
  removeTag(account: AccountId, id: TagId): Promise<boolean>;
}
