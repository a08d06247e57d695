import type { AgentId, ConversationId, MessageId, TagId, VisitorId } from '@vetrina/protocol/ids';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Conversation, LogEntry } from './conversation.ts';
import { type Refused, rate, recall, transcriptSent } from './conversation-afterwards.ts';
import { assign, join, leave, reopen, resolve, retag, transfer, unassign } from './conversation-agents.ts';
import { agentNotes, agentSays, isMessage, leaveContact, visitorSays } from './conversation-messages.ts';
import { teamReads, unreadByAgent, unreadByVisitor, visitorReads } from './conversation-reading.ts';
import { CONTINUED_FOR, isOver, isPublic, type Step, standing } from './conversation-step.ts';

const DAY = 86_400_000;
const agentOf = (nth: number) => `ag${nth}` as AgentId;

const agent = fc.integer({ min: 0, max: 2 }).map(agentOf);
const group = fc.constantFrom('sales', 'support');
const pick = fc.nat(30);
const command = fc.oneof(
  ...(['visitor-says', 'contact', 'resume-later'] as const).map((kind) => fc.record({ kind: fc.constant(kind) })),
  ...(['agent-says', 'note', 'join', 'leave', 'resolve', 'reopen', 'transcript'] as const).map((kind) =>
    fc.record({ kind: fc.constant(kind), agent }),
  ),
  ...(['assign', 'unassign', 'transfer'] as const).map((kind) =>
    fc.record({ kind: fc.constant(kind), agent, other: agent }),
  ),
  fc.record({ kind: fc.constant('transfer-group' as const), agent, group }),
  fc.record({ kind: fc.constant('tag' as const), tags: fc.array(fc.constantFrom('a', 'b', 'c')) }),
  fc.record({ kind: fc.constant('rate' as const), value: fc.constantFrom(1 as const, 3 as const, 5 as const) }),
  fc.record({ kind: fc.constant('recall' as const), agent, nth: pick, admin: fc.boolean() }),
  fc.record({ kind: fc.constant('visitor-reads' as const), seq: pick }),
  fc.record({ kind: fc.constant('agent-reads' as const), seq: pick }),
);
type Command = typeof command extends fc.Arbitrary<infer Each> ? Each : never;

/** One visitor's conversations as a store would keep them. */
class World {
  readonly logs = new Map<ConversationId, LogEntry[]>();
  readonly conversations = new Map<ConversationId, Conversation>();
  current: Conversation | null = null;
  at = 1_000_000_000_000;
  #ids = 0;

  readonly newId = () => `m${++this.#ids}` as MessageId;

  get log(): LogEntry[] {
    return this.current === null ? [] : (this.logs.get(this.current.id) ?? []);
  }

  do(command: Command): void {
    this.at += 1_000;
    if (command.kind === 'resume-later') this.at += 8 * DAY;
    const step = this.#decide(command);
    if (step === null || 'refused' in step) return;
    const before = this.logs.get(step.next.id) ?? [];
    const taken = new Set(step.entries.flatMap(({ body }) => (body.kind === 'recalled' ? [body.message] : [])));
    const marked = before.map((entry) => (taken.has(entry.id) ? { ...entry, recalled: true } : entry));
    this.logs.set(step.next.id, [...marked, ...step.entries]);
    this.conversations.set(step.next.id, step.next);
    this.current = step.next;
  }

  #decide(command: Command): Step | Refused<string> | null {
    const { at, newId, current } = this;
    const moment = { at, newId };
    const text = { id: newId(), body: { kind: 'text', text: `at ${at}` } } as const;
    const beginning = {
      ...{ id: `co${newId()}` as ConversationId, visitor: 'vi1' as VisitorId },
      ...{ group: null, page: null, offline: false, greeting: null },
    };
    switch (command.kind) {
      case 'visitor-says':
        return visitorSays(current, text, beginning, moment, () => at % 2 === 0);
      case 'agent-says':
        return agentSays(current, command.agent, text, beginning, moment);
      case 'contact': {
        const body = { kind: 'contact', name: 'Anna', email: null, phone: null } as const;
        return leaveContact(current, { id: newId(), body, group: null }, beginning, moment);
      }
      default:
        return current === null ? null : this.#decideAbout(current, command, moment);
    }
  }

  #decideAbout(
    current: Conversation,
    command: Command,
    moment: { at: number; newId: () => MessageId },
  ): Step | Refused<string> | null {
    const id = this.newId();
    switch (command.kind) {
      // The first three need no conversation and were decided already; time alone does nothing.
      case 'visitor-says':
      case 'agent-says':
      case 'contact':
      case 'resume-later':
        return null;
      case 'note':
        return agentNotes(current, command.agent, { id, body: { kind: 'note', text: 'psst' } }, moment);
      case 'join':
        return join(standing(current), command.agent, moment);
      case 'leave':
        return leave(current, command.agent, moment);
      case 'resolve':
        return resolve(current, command.agent, moment);
      case 'reopen':
        return reopen(standing(current), { who: 'agent', agent: command.agent }, moment);
      case 'assign':
        return assign(current, command.other, command.agent, moment);
      case 'unassign':
        return unassign(current, command.other, command.agent, moment);
      case 'transfer':
        return transfer(current, { to: 'agent', agent: command.other }, command.agent, moment);
      case 'transfer-group':
        return transfer(current, { to: 'group', group: command.group }, command.agent, moment);
      case 'transcript':
        return transcriptSent(current, { id, email: 'a@example.com', by: command.agent }, moment);
      case 'tag':
        return retag(current, command.tags as TagId[]);
      case 'rate':
        return rate(current, { id, body: { kind: 'rated', value: command.value, comment: '' } }, moment);
      case 'recall': {
        const messages = this.log.filter(isTeams);
        const message = messages[command.nth % messages.length] ?? null;
        const rest = this.log.filter((entry) => isMessage(entry) && !entry.recalled && entry !== message);
        const what = { message, newestBeside: rest.at(-1) ?? null };
        return recall(current, { ...what, by: command.agent, mayRecallOthers: command.admin }, moment);
      }
      case 'visitor-reads': {
        const seq = command.seq % (current.lastPublicSeq + 2);
        const upTo = (entry: LogEntry) => entry.publicSeq !== null && entry.publicSeq <= seq;
        const read = this.log.filter((entry) => upTo(entry) && isTeams(entry) && !entry.recalled);
        return standing(visitorReads(current, seq, read.length));
      }
      case 'agent-reads': {
        const seq = command.seq % (current.lastSeq + 1);
        const read = this.log.filter((entry) => entry.seq <= seq && isVisitors(entry));
        return standing(teamReads(current, { seq, visitorMessages: read.length }));
      }
    }
  }
}

const isTeams = (entry: LogEntry) => isMessage(entry) && entry.sender.who === 'agent';
const isVisitors = (entry: LogEntry) => isMessage(entry) && entry.sender.who === 'visitor';

function expectOneOrder(conversation: Conversation, log: readonly LogEntry[]): void {
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, nth) => nth + 1));
  const seen = log.filter(({ body }) => isPublic(body));
  expect(seen.map(({ publicSeq }) => publicSeq)).toEqual(seen.map((_, nth) => nth + 1));
  expect(log.filter(({ body }) => !isPublic(body)).every(({ publicSeq }) => publicSeq === null)).toBe(true);
  expect([conversation.lastSeq, conversation.lastPublicSeq]).toEqual([log.length, seen.length]);
}

function expectTrueCounts(conversation: Conversation, log: readonly LogEntry[]): void {
  const teams = log.filter((entry) => isTeams(entry) && !entry.recalled);
  const visitors = log.filter(isVisitors);
  expect([conversation.visitorMessages, conversation.teamMessages]).toEqual([visitors.length, teams.length]);
  const read = teams.filter(({ publicSeq }) => (publicSeq ?? 0) <= conversation.visitorReadSeq);
  expect(conversation.visitorReadMessages).toBe(read.length);
  expect(unreadByVisitor(conversation)).toBe(teams.length - read.length);
  const mark = { seq: conversation.teamReadSeq, visitorMessages: conversation.teamReadMessages };
  expect(unreadByAgent(conversation, mark)).toBe(visitors.filter(({ seq }) => seq > mark.seq).length);
  const newest = log.filter((entry) => isMessage(entry) && !entry.recalled).at(-1);
  expect(conversation.lastMessage?.at).toBe(newest?.at);
  expect(conversation.lastMessage?.by).toBe(newest?.sender.who);
}

function expectTrueState(conversation: Conversation, log: readonly LogEntry[]): void {
  const { state, agents, waitingSince, lastMessage } = conversation;
  if (state !== 'resolved') expect(state).toBe(agents.length > 0 ? 'open' : 'new');
  expect(new Set(agents).size).toBe(agents.length);
  if (state === 'resolved') expect(waitingSince).toBeNull();
  if (waitingSince !== null) expect(lastMessage?.by).toBe('visitor');
  const resolved = log.findLast(({ body }) => body.kind === 'resolved');
  expect(conversation.resolvedAt).toBe(resolved?.at ?? null);
  const rated = log.findLast(({ body }) => body.kind === 'rated');
  expect(conversation.rating).toBe(rated?.body.kind === 'rated' ? rated.body.value : null);
}

it('C3: whatever is done, both counts are without a gap, and everything that is counted is so', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const world = new World();
      for (const each of commands) world.do(each);
      for (const conversation of world.conversations.values()) {
        const log = world.logs.get(conversation.id) ?? [];
        expectOneOrder(conversation, log);
        expectTrueCounts(conversation, log);
        expectTrueState(conversation, log);
      }
      const unresolved = [...world.conversations.values()].filter(({ state }) => state !== 'resolved');
      expect(unresolved.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500 },
  );
});

it('C2: a resolved conversation is continued for seven days, and then another begins', () => {
  const resolved = { state: 'resolved', resolvedAt: 1_000, createdAt: 0 } as Conversation;
  expect(isOver(resolved, 1_000 + CONTINUED_FOR)).toBe(false);
  expect(isOver(resolved, 1_001 + CONTINUED_FOR)).toBe(true);
  expect(isOver({ ...resolved, state: 'open' }, 1_001 + CONTINUED_FOR)).toBe(false);
  expect(isOver(null, 0)).toBe(true);
});
