import { boxStateFor } from '@vetrina/domain/box-state';
import type { Account } from '@vetrina/protocol/http/account';
import type { AccountId, VisitorId } from '@vetrina/protocol/ids';
import type { BoxState } from '@vetrina/protocol/messages/chat';
import type { Clock } from '../platform/clock.ts';
import type { OnSite } from '../visitors/stay.ts';
import { BACKPRESSURE } from './agent-feed.ts';
import type { BoxConnection, Boxes } from './boxes.ts';
import type { ConversationMemory } from './conversation-memory.ts';
import { TabRounds } from './tab-rounds.ts';
import type { TeamPresence } from './team-presence.ts';

/** Office hours begin and end by the minute; looked at this often, ms. */
const LOOK = 15_000;
/** Different states remembered. */
const TEXTS = 1_000;

interface Parts {
  readonly clock: Clock;
  readonly onSite: OnSite;
  readonly memory: ConversationMemory;
  readonly boxes: Boxes;
  readonly team: Pick<TeamPresence, 'online'>;
}

/** Whether the team can be talked to (C5), as each visitor's box is to show it: told once, and again when it changes. */
export class BoxStates {
  readonly #parts: Parts;
  readonly #rounds: TabRounds;
  readonly #texts = new Map<string, string>();
  readonly #stops: (() => void)[];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rounds = new TabRounds(parts.clock, parts.boxes, (tab) => this.#refresh(tab));
    this.#stops = [
      parts.clock.every(LOOK, () => {
        for (const account of parts.boxes.accounts()) this.changed(account);
      }),
    ];
  }

  /** What a tab is told when it connects; it is remembered as told. */
  greet(tab: BoxConnection): BoxState {
    const state = this.#stateFor(tab);
    tab.toldBox = this.#textOf(state);
    return state;
  }

  /** Is somebody there for this visitor? */
  stateFor(account: Account, visitor: VisitorId | null): BoxState {
    const { onSite, memory, team, clock } = this.#parts;
    const here = visitor === null ? undefined : onSite.get(account.id, visitor)?.visitor;
    const newest = visitor === null ? undefined : memory.of(account.id).newest.get(visitor);
    const facts = {
      group: here?.group ?? null,
      blocked: here?.blocked ?? false,
      chatting: newest !== undefined && newest.state !== 'resolved',
      answered: newest?.state === 'open',
    };
    return boxStateFor(account, facts, team.online(account.id), clock.now());
  }

  /** One visitor's own circumstances changed: told at once. */
  visitorChanged(account: AccountId, visitor: VisitorId): void {
    for (const tab of this.#parts.boxes.tabs(account, visitor)) this.#refresh(tab);
  }

  /** The team, the settings or the hour changed: everyone's box is looked at again, in slices. */
  changed(account: AccountId): void {
    this.#rounds.begin(account);
  }

  stop(): void {
    this.#rounds.stop();
    for (const stop of this.#stops) stop();
  }

  #refresh(tab: BoxConnection): void {
    // One that cannot be told now stays as it was told, and is looked at again in a moment.
    if (tab.socket.bufferedAmount > BACKPRESSURE.skip) return;
    const box = this.#stateFor(tab);
    const text = this.#textOf(box);
    if (tab.toldBox === text) return;
    tab.toldBox = text;
    tab.socket.send(`{"type":"box","box":${text}}`);
  }

  /** Thousands of tabs were told the same: they hold one text together. */
  #textOf(state: BoxState): string {
    const text = JSON.stringify(state);
    const shared = this.#texts.get(text);
    if (shared !== undefined) return shared;
    if (this.#texts.size >= TEXTS) this.#texts.clear();
    this.#texts.set(text, text);
    return text;
  }

  #stateFor({ account, visitor }: BoxConnection): BoxState {
    return this.stateFor(account, visitor);
  }
}
