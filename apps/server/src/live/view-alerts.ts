import { sees } from '@vetrina/domain/group-scope';
import type { ListedVisitor } from '@vetrina/domain/listed';
import { seesView } from '@vetrina/domain/saved-view';
import type { ViewAlert } from '@vetrina/protocol/http/views';
import type { AccountId, AgentId, ViewId, VisitorId } from '@vetrina/protocol/ids';
import type { ViewEntered } from '@vetrina/protocol/messages/views';
import type { StoredView, TellEntered } from '../views/ports.ts';
import type { ViewBook } from '../views/view-book.ts';
import type { OnSite } from '../visitors/stay.ts';
import type { Desks } from './desks.ts';
import type { TeamPresence } from './team-presence.ts';

/** SV6: one agent is told of one view at most this often, ms; whoever comes meanwhile is told of together. */
export const NOTICE_PAUSE = 15_000;

export interface ViewAlertParts {
  readonly book: Pick<ViewBook, 'of'>;
  readonly desks: Desks;
  readonly team: Pick<TeamPresence, 'states'>;
  readonly onSite: Pick<OnSite, 'get'>;
  /** Absent: nobody can be reached beyond their open screens. */
  readonly tellEntered?: TellEntered | undefined;
}

/** What one agent has still to be told of one view. */
interface Pending {
  readonly account: AccountId;
  readonly agent: AgentId;
  readonly view: ViewId;
  readonly people: Set<VisitorId>;
  newest: ListedVisitor | null;
  enteredAt: number;
  quietUntil: number;
}

/** SV6: tells agents who entered the views that they want to be told of. */
export class ViewAlerts {
  readonly #parts: ViewAlertParts;
  readonly #pending = new Map<string, Pending>();

  constructor(parts: ViewAlertParts) {
    this.#parts = parts;
  }

  /** The views of an account that somebody wants to be told of. */
  wanted(account: AccountId): readonly StoredView[] {
    const { views, choices } = this.#parts.book.of(account);
    const heard = new Set(choices.filter(({ alert }) => alert.sound || alert.push).map(({ view }) => view));
    return views.filter(({ id }) => heard.has(id));
  }

  /** Somebody entered a view, as everyone's list sees it. `before`: what they were in it already; null: not in it. */
  entered(
    account: AccountId,
    view: StoredView,
    visitor: ListedVisitor,
    before: ListedVisitor | null,
    at: number,
  ): void {
    for (const { id: agent, groups } of this.#parts.team.states(account)) {
      const alert = this.#alertOf(account, view.id, agent);
      if (alert === undefined || (!alert.sound && !alert.push) || !seesView(view, agent)) continue;
      if (!sees(groups, visitor.visitor.group)) continue;
      if (before !== null && sees(groups, before.visitor.group)) continue;
      this.#note(account, view.id, agent, visitor, at);
    }
  }

  /** Says what is due. */
  tell(now: number): void {
    for (const [key, pending] of this.#pending) {
      if (pending.quietUntil > now) continue;
      if (pending.newest === null) this.#pending.delete(key);
      else this.#tellOne(pending, pending.newest, now);
    }
  }

  get size(): number {
    return this.#pending.size;
  }

  #note(account: AccountId, view: ViewId, agent: AgentId, visitor: ListedVisitor, at: number): void {
    const key = `${agent} ${view}`;
    const pending = this.#pending.get(key) ?? {
      ...{ account, agent, view, newest: null, enteredAt: at, quietUntil: 0 },
      people: new Set<VisitorId>(),
    };
    this.#pending.set(key, pending);
    pending.people.add(visitor.visitor.id);
    pending.newest = visitor;
    pending.enteredAt = at;
  }

  #tellOne(pending: Pending, newest: ListedVisitor, now: number): void {
    const { account, agent, people, enteredAt: at } = pending;
    // Who arrives says their name a moment later.
    const { id, number, name } = this.#parts.onSite.get(account, newest.visitor.id)?.visitor ?? newest.visitor;
    const view = this.#parts.book.of(account).views.find((one) => one.id === pending.view);
    const alert = this.#alertOf(account, pending.view, agent);
    if (view !== undefined && alert !== undefined && seesView(view, agent)) {
      const entered = {
        view: { id: view.id, name: view.name },
        people: people.size,
        visitor: { id, number, name },
        at,
      };
      if (alert.sound) this.#sound(account, agent, { type: 'view-entered', ...entered });
      if (alert.push) this.#parts.tellEntered?.(account, [agent], entered);
    }
    people.clear();
    pending.newest = null;
    pending.quietUntil = now + NOTICE_PAUSE;
  }

  #sound(account: AccountId, agent: AgentId, frame: ViewEntered): void {
    for (const desk of this.#parts.desks.of(account)) if (desk.actor.agent === agent && !desk.isStuck) desk.send(frame);
  }

  #alertOf(account: AccountId, view: ViewId, agent: AgentId): ViewAlert | undefined {
    return this.#parts.book.of(account).choices.find((choice) => choice.view === view && choice.agent === agent)?.alert;
  }
}
