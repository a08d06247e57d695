import type { SavedView, ViewAlert, ViewDraft } from '@vetrina/protocol/http/views';
import type { AccountId, AgentId, ViewId } from '@vetrina/protocol/ids';

/** A saved view as the account has it: nobody's wishes are part of it. */
export interface StoredView extends Omit<SavedView, 'alert'> {
  readonly createdAt: number;
}

/** What one agent chose about one view. */
export interface ViewChoice {
  readonly view: ViewId;
  readonly agent: AgentId;
  readonly alert: ViewAlert;
  /** Place in the agent's sidebar; null: behind those that have one. */
  readonly position: number | null;
}

export interface AccountViews {
  /** Oldest first. */
  readonly views: readonly StoredView[];
  readonly choices: readonly ViewChoice[];
}

/** How many views there may be, of one agent's own and of those the team shares. */
export interface ViewRoom {
  readonly own: number;
  readonly shared: number;
}

export interface ViewChange {
  readonly draft: ViewDraft;
  readonly owner: AgentId | null;
  /** Of the state that was changed. */
  readonly changedAt: number;
}

/** Saved views in SQL. A foreign id is answered like an unknown one. */
export interface ViewStore {
  views(account: AccountId): Promise<AccountViews>;
  addView(
    account: AccountId,
    view: { readonly id: ViewId; readonly owner: AgentId; readonly draft: ViewDraft; readonly at: number },
    room: ViewRoom,
  ): Promise<StoredView | 'too_many_views'>;
  editView(
    account: AccountId,
    id: ViewId,
    change: ViewChange,
    at: number,
    room: ViewRoom,
  ): Promise<StoredView | 'too_many_views' | 'changed_meanwhile' | null>;
  /** False: there was none. */
  removeView(account: AccountId, id: ViewId): Promise<boolean>;
  chooseAlert(account: AccountId, agent: AgentId, view: ViewId, alert: ViewAlert): Promise<void>;
  /** The first of `views` stands on top of this agent's sidebar. */
  orderViews(account: AccountId, agent: AgentId, views: readonly ViewId[]): Promise<void>;
  /** SV8: what the agent kept to themselves goes, and what they shared is the account's. */
  forgetAgent(account: AccountId, agent: AgentId): Promise<void>;
}

/** SV6: somebody entered a view that some agents want to be told of by Web Push. */
export interface EnteredPush {
  readonly view: { readonly id: ViewId; readonly name: string };
  /** How many entered since the last time. */
  readonly people: number;
  /** The newest of them. */
  readonly visitor: { readonly id: string; readonly number: number; readonly name: string | null };
  readonly at: number;
}

/** Sends it to phones and browsers of these agents. */
export type TellEntered = (account: AccountId, agents: readonly AgentId[], entered: EnteredPush) => void;
