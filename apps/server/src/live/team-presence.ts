import type { OnlineAgent } from '@vetrina/domain/box-state';
import type { Face } from '@vetrina/protocol/conversation';
import type { AgentState, PresenceChoice } from '@vetrina/protocol/http/team';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import type { Actor, AgentStatuses, Colleague, TeamDirectory } from '../accounts/ports.ts';
import { ExpiryQueue } from '../presence/expiry-queue.ts';
import { LastHere, type LastHereParts } from './last-here.ts';

/** C5: somebody whose last screen closed is online for so long after it, ms: a reload, a lift, a changed device. Who signs out is not. */
const STAYS_FOR = 120_000;
const TICK = 1_000;

export interface TeamPresenceParts extends LastHereParts {
  readonly team: TeamDirectory;
  readonly statuses: Pick<AgentStatuses, 'statusChoices' | 'onStatusChange'>;
}

interface Team {
  members: readonly Colleague[];
  faces: ReadonlyMap<AgentId, Face>;
  choices: ReadonlyMap<AgentId, PresenceChoice>;
  /** Open screens of each agent; 0 for the two minutes after the last one closed. */
  readonly screens: Map<AgentId, number>;
}

const NOBODY: ReadonlyMap<AgentId, Face> = new Map();

/** Who of a team is online (C5): chose so, and has a dashboard open on some device, or had until 2 minutes ago. */
export class TeamPresence {
  readonly #parts: TeamPresenceParts;
  readonly #changed: (account: AccountId) => void;
  readonly #teams = new Map<AccountId, Promise<Team>>();
  readonly #loaded = new Map<AccountId, Team>();
  readonly #away = new ExpiryQueue<string>();
  readonly #lastHere: LastHere;
  readonly #stops: (() => void)[];

  /** @param changed told of the account in whose team somebody is another now: online, a name, a group */
  constructor(parts: TeamPresenceParts, changed: (account: AccountId) => void) {
    this.#parts = parts;
    this.#changed = changed;
    this.#lastHere = new LastHere(parts, () => this.#present());
    this.#stops = [
      parts.clock.every(TICK, () => this.#forgetAway()),
      parts.team.onChange((account) => void this.readAgain(account)),
      parts.statuses.onStatusChange((account) => void this.readAgain(account)),
      () => this.#lastHere.stop(),
    ];
  }

  /** At the start: who was here shortly before counts as just gone, so that nobody sees the restart. */
  async recall(): Promise<void> {
    const { clock, lastHere } = this.#parts;
    const now = clock.now();
    const recent = await lastHere.hereSince(now - STAYS_FOR);
    await Promise.all([...new Set(recent.map(({ account }) => account))].map((account) => this.ready(account)));
    for (const { account, agent, at } of recent) {
      this.#loaded.get(account)?.screens.set(agent, 0);
      // The clock of the machine before may have gone ahead.
      this.#away.set(keyOf(account, agent), Math.min(at, now) + STAYS_FOR);
    }
  }

  /** Before the end: writes who is here, for the next start. */
  save(): Promise<void> {
    return this.#lastHere.save();
  }

  /** Reads an account's team, once. What is asked for below answers from memory afterwards, and "nobody" before. */
  async ready(account: AccountId): Promise<void> {
    const known = this.#teams.get(account);
    if (known !== undefined) {
      await known;
      return;
    }
    const reading = this.#read(account).then((read) => {
      const team = { ...read, screens: new Map<AgentId, number>() };
      this.#loaded.set(account, team);
      return team;
    });
    this.#teams.set(account, reading);
    // A failed read must not be remembered.
    reading.catch(() => this.#teams.delete(account));
    await reading;
  }

  /** The team may be another than the one that is known. Where it cannot be read, what is known stays. */
  async readAgain(account: AccountId): Promise<void> {
    const team = this.#loaded.get(account);
    if (team === undefined) return;
    try {
      Object.assign(team, await this.#read(account));
      this.#changed(account);
    } catch (reason) {
      this.#parts.failed(reason);
    }
  }

  /** One more screen of this agent. After `ready`. */
  sitDown({ account, agent }: Actor): void {
    const team = this.#loaded.get(account);
    if (team === undefined) return;
    const before = team.screens.get(agent);
    team.screens.set(agent, (before ?? 0) + 1);
    this.#away.delete(keyOf(account, agent));
    if (!before) this.#lastHere.note({ account, agent });
    if (before === undefined) this.#changed(account);
  }

  /** One screen less. `forGood`: the agent signed out, and does not come back in a moment. */
  standUp({ account, agent }: Actor, forGood: boolean): void {
    const team = this.#loaded.get(account);
    const left = (team?.screens.get(agent) ?? 1) - 1;
    team?.screens.set(agent, Math.max(0, left));
    if (left > 0) return;
    if (forGood) {
      if (team?.screens.delete(agent)) this.#changed(account);
      return;
    }
    this.#lastHere.note({ account, agent });
    this.#away.set(keyOf(account, agent), this.#parts.clock.now() + STAYS_FOR);
  }

  /** Is this who the agent still is: with a seat, this role and these groups? */
  isCurrent({ account, agent, role, groups }: Actor): boolean {
    const team = this.#loaded.get(account);
    if (team === undefined) return true;
    const member = team.members.find(({ id }) => id === agent);
    return (
      member?.seated === true &&
      member.role === role &&
      member.groups.length === groups.length &&
      member.groups.every((group) => groups.includes(group))
    );
  }

  faces(account: AccountId): ReadonlyMap<AgentId, Face> {
    return this.#loaded.get(account)?.faces ?? NOBODY;
  }

  /** Who is online, oldest colleague first. */
  online(account: AccountId): readonly OnlineAgent[] {
    const team = this.#loaded.get(account);
    if (team === undefined) return [];
    return team.members
      .filter((member) => isOnline(team, member))
      .map((member) => ({ face: faceOf(member), groups: member.groups }));
  }

  isOnline(account: AccountId, agent: AgentId): boolean {
    const team = this.#loaded.get(account);
    const member = team?.members.find(({ id }) => id === agent);
    return team !== undefined && member !== undefined && isOnline(team, member);
  }

  /** The team as the dashboard shows it; who left is not in it. */
  states(account: AccountId): AgentState[] {
    const team = this.#loaded.get(account);
    if (team === undefined) return [];
    return team.members
      .filter(({ seated }) => seated)
      .map((member) => ({
        ...faceOf(member),
        role: member.role,
        groups: [...member.groups],
        online: isOnline(team, member),
      }));
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  async #read(account: AccountId) {
    const { team, statuses } = this.#parts;
    const [members, faces, choices] = await Promise.all([
      team.members(account),
      team.faces(account),
      statuses.statusChoices(account),
    ]);
    return { members, faces, choices };
  }

  #present(): { account: AccountId; agent: AgentId }[] {
    return [...this.#loaded].flatMap(([account, { screens }]) =>
      [...screens].flatMap(([agent, open]) => (open > 0 ? [{ account, agent }] : [])),
    );
  }

  #forgetAway(): void {
    for (const key of this.#away.due(this.#parts.clock.now())) {
      const [account, agent] = key.split(' ') as [AccountId, AgentId];
      if (this.#loaded.get(account)?.screens.delete(agent)) this.#changed(account);
    }
  }
}

function isOnline({ screens, choices }: Team, { id, seated }: Colleague): boolean {
  return seated && screens.has(id) && choices.get(id) === 'online';
}

const faceOf = ({ id, name, photo }: Colleague): Face => ({ id, name, photo });
const keyOf = (account: AccountId, agent: AgentId): string => `${account} ${agent}`;
