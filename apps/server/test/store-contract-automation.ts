import type { Greeting, KnownContact } from '@vetrina/domain/automation/greeting';
import { type BotState, newBotState } from '@vetrina/domain/chatbots/bot-state';
import type { BotCount, BotPending, BotTurn } from '@vetrina/domain/chatbots/bot-turn';
import type { Conversation } from '@vetrina/domain/conversation';
import { visitorSays } from '@vetrina/domain/conversation-messages';
import { standing } from '@vetrina/domain/conversation-step';
import type { Rule } from '@vetrina/protocol/automation/rule';
import type { Chatbot } from '@vetrina/protocol/http/chatbots';
import type { ChatbotId, ConversationId, FlowBlockId, MessageId, RuleId } from '@vetrina/protocol/ids';
import { describe, expect, it } from 'vitest';
import type { Contacting } from '../src/automation/ports.ts';
import type { ConversationStore } from '../src/conversations/ports.ts';
import { createAccountStore } from '../src/store/account-store.ts';
import { createAutomationStore } from '../src/store/automation-store.ts';
import { createChatbotStore } from '../src/store/chatbot-store.ts';
import { createConversationStore } from '../src/store/conversation-store.ts';
import type { Database } from '../src/store/database.ts';
import { createPastVisits } from '../src/store/past-visits.ts';
import { saveJournal } from '../src/store/save-journal.ts';
import { createVisitorStore } from '../src/store/visitor-store.ts';
import { speaking, Talk } from './conversation-samples.ts';
import type { Open } from './open-database.ts';
import { aDraft } from './rule-samples.ts';
import { aNewAccount, MONDAY, pageViewed, visitorAt, visitStarted } from './store-samples.ts';

const anna = visitorAt('one', 'anna');
const foreign = visitorAt('two', 'bruno');
const DAY = 86_400_000;
const BLOCK = 'fb1' as FlowBlockId;

const ruleIdOf = (name: string) => `ru${name.padEnd(22, '0')}` as RuleId;
const messageIdOf = (name: string) => name.padEnd(22, '0') as MessageId;
const botIdOf = (name: string) => `cb${name.padEnd(22, '0')}` as ChatbotId;

const aRule = (name: string): Rule => ({
  ...aDraft(name),
  ...{ id: ruleIdOf(name), isOn: false, preset: null, createdAt: MONDAY, changedAt: MONDAY },
});

const aContact = (name: string, at: number, more: Partial<KnownContact> = {}): KnownContact => ({
  ...{ id: messageIdOf(name), at, by: { kind: 'rule', rule: ruleIdOf('one') }, heldOut: false, chatbot: null },
  ...{ visit: 'vs1' as KnownContact['visit'], page: 'page-1' as KnownContact['page'] },
  greeting: {
    ...{ id: messageIdOf(name), at, sender: { who: 'automation', name: 'Shop', agent: null } },
    ...{ texts: ['Hello!'], opensBox: false, automated: false },
  },
  ...{ seenAt: null, dismissedAt: null, answeredAt: null, goalAt: null },
  ...more,
});

async function withVisitors(open: Open): Promise<Database> {
  const database = await open();
  const accounts = createAccountStore(database);
  for (const name of ['one', 'two']) await accounts.create(aNewAccount(name));
  await createVisitorStore(database).admit([anna, foreign].map((key) => ({ ...key, at: MONDAY })));
  return database;
}

/** Rules, contacts, chatbots and what a dry run goes through. */
export function automationContract(open: Open): void {
  describe('rules', () => rules(open));
  describe('contacts', () => contacts(open));
  describe('chatbots', () => chatbots(open));
  describe('talks with chatbots', () => talks(open));
  describe('talks after a restart', () => restarts(open));
  describe('past visits', () => past(open));
}

function rules(open: Open): void {
  it('A3.4: rules keep their order, a new one comes last, and only a whole order is taken', async () => {
    const store = createAutomationStore(await withVisitors(open));
    for (const name of ['one', 'two', 'three']) await store.addRule(anna.account, aRule(name), 10);
    const names = async () => (await store.rules(anna.account)).map(({ name }) => name);
    expect(await names()).toEqual(['one', 'two', 'three']);
    expect(await store.orderRules(anna.account, ['three', 'one', 'two'].map(ruleIdOf))).toBe(true);
    expect(await names()).toEqual(['three', 'one', 'two']);
    for (const order of [
      ['one', 'two'],
      ['one', 'one', 'two'],
      ['one', 'two', 'four'],
    ])
      expect(await store.orderRules(anna.account, order.map(ruleIdOf))).toBe(false);
    await store.addRule(anna.account, aRule('four'), 10);
    expect(await names()).toEqual(['three', 'one', 'two', 'four']);
    expect(await store.addRule(anna.account, aRule('five'), 4)).toBeNull();
  });

  it('A1: a rule is read back as it was written, and a foreign one is an unknown one', async () => {
    const store = createAutomationStore(await withVisitors(open));
    await store.addRule(anna.account, aRule('one'), 10);
    const { changedAt } = aRule('one');
    const edited = { ...aRule('one'), ...aDraft('edited'), changedAt: changedAt + 7 };
    const editing = { draft: aDraft('edited'), changedAt };
    expect(await store.editRule(anna.account, ruleIdOf('one'), editing, changedAt + 7)).toEqual(edited);
    expect(await store.switchRule(anna.account, ruleIdOf('one'), true)).toEqual({ ...edited, isOn: true });
    expect(await store.editRule(foreign.account, ruleIdOf('one'), editing, changedAt + 9)).toBeNull();
    expect(await store.switchRule(foreign.account, ruleIdOf('one'), false)).toBeNull();
    expect(await store.removeRule(foreign.account, ruleIdOf('one'))).toBe(false);
    expect(await store.removeRule(anna.account, ruleIdOf('one'))).toBe(true);
  });

  it('A1.9: of two who edit a rule at once, the second is told instead of undoing the first, even in one moment', async () => {
    const store = createAutomationStore(await withVisitors(open));
    await store.addRule(anna.account, aRule('one'), 10);
    const { changedAt } = aRule('one');
    const edit = (name: string, known: number) =>
      store.editRule(anna.account, ruleIdOf('one'), { draft: aDraft(name), changedAt: known }, changedAt);
    expect(await edit('first', changedAt)).toMatchObject({ name: 'first', changedAt: changedAt + 1 });
    expect(await edit('second', changedAt)).toBe('changed_meanwhile');
    expect(await store.rules(anna.account)).toMatchObject([{ name: 'first' }]);
    expect(await edit('second', changedAt + 1)).toMatchObject({ name: 'second', changedAt: changedAt + 2 });
  });
}

function contacts(open: Open): void {
  const place = (at: number) => ({ ...anna, rule: ruleIdOf('one'), at, monthFrom: MONDAY - DAY });
  const writes = (contact: KnownContact): Contacting => ({ contact, step: null, bot: null });

  it('A3: what was written is held against what is to be written, in one transaction for each visitor', async () => {
    const store = createAutomationStore(await withVisitors(open));
    const tries = ['a', 'b', 'c'].map((name, nth) =>
      store.contact(place(MONDAY + nth), async ({ contacts: known }) =>
        known.length > 0 ? { not: 'too soon' } : writes(aContact(name, MONDAY + nth)),
      ),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome !== null && 'contact' in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome !== null && 'not' in outcome)).toHaveLength(2);
    expect(
      await store.contact({ ...place(MONDAY), ...visitorAt('one', 'nobody') }, async () => writes(aContact('x', 1))),
    ).toBeNull();
  });

  it('A8: seen, closed and reached are noted once, and only of their own visitor', async () => {
    const database = await withVisitors(open);
    const store = createAutomationStore(database);
    await store.contact(place(MONDAY), async () => writes(aContact('a', MONDAY)));
    const id = messageIdOf('a');
    expect(await store.seen(foreign, id, MONDAY + 1)).toBe(false);
    expect(await store.seen(anna, id, MONDAY + 1)).toBe(true);
    expect(await store.seen(anna, id, MONDAY + 2)).toBe(false);
    expect(await store.dismissed(anna, id, MONDAY + 3)).toBe(true);
    expect(await store.dismissed(anna, id, MONDAY + 4)).toBe(false);
    await store.reachedGoal(anna, [id], MONDAY + 5);
    await store.reachedGoal(anna, [id], MONDAY + 6);
    const known = aContact('a', MONDAY, { seenAt: MONDAY + 1, dismissedAt: MONDAY + 3, goalAt: MONDAY + 5 });
    expect(await store.contactsOf(anna.account, anna.visitor)).toEqual([known]);
    const [admitted] = await createVisitorStore(database).admit([{ ...anna, at: MONDAY }]);
    expect(admitted).toMatchObject({ autoMessagedAt: MONDAY + 1, contacts: [known] });
  });

  it('A6: results count the held-out beside the others', async () => {
    const store = createAutomationStore(await withVisitors(open));
    await store.contact(place(MONDAY), async () => writes(aContact('a', MONDAY, { seenAt: MONDAY + 1 })));
    await store.contact(place(MONDAY), async () =>
      writes(aContact('b', MONDAY + 2, { heldOut: true, goalAt: MONDAY + 3 })),
    );
    expect(await store.results(anna.account)).toEqual([
      {
        ...{ rule: ruleIdOf('one'), sent: 1, seen: 1, answered: 0, goal: 0 },
        ...{ heldOut: 1, heldOutWrote: 0, heldOutGoal: 1, lastSentAt: MONDAY },
      },
    ]);
    expect(await store.results(foreign.account)).toEqual([]);
    expect(await store.automatedConversations(anna.account, 0)).toBe(0);
  });
}

function chatbots(open: Open): void {
  const aBot = (name: string): Chatbot => ({
    ...{ id: botIdOf(name), name, draft: { start: null, blocks: [], connections: [] }, published: null },
    ...{ isPublished: false, publishedAt: null, createdAt: MONDAY, changedAt: MONDAY },
  });

  it('A7: a draft is saved over the state it was made from, and published as it stands', async () => {
    const store = createChatbotStore(await withVisitors(open));
    await store.addChatbot(anna.account, aBot('one'), 2);
    const { draft } = aBot('one');
    const saved = await store.saveDraft(
      anna.account,
      botIdOf('one'),
      { name: 'two', draft, changedAt: MONDAY },
      MONDAY + 1,
    );
    expect(saved).toMatchObject({ name: 'two', changedAt: MONDAY + 1, published: null });
    expect(
      await store.saveDraft(anna.account, botIdOf('one'), { name: 'x', draft, changedAt: MONDAY }, MONDAY + 2),
    ).toBe('changed_meanwhile');
    expect(await store.publish(anna.account, botIdOf('one'), MONDAY, MONDAY + 3)).toBe('changed_meanwhile');
    expect(await store.publish(anna.account, botIdOf('one'), MONDAY + 1, MONDAY + 3)).toMatchObject({
      isPublished: true,
      published: draft,
      publishedAt: MONDAY + 3,
    });
    expect(await store.unpublish(anna.account, botIdOf('one'))).toMatchObject({ isPublished: false, published: draft });
    expect(await store.chatbots(anna.account)).toMatchObject([
      { name: 'two', blocks: 0, isChanged: false, started: 0 },
    ]);
  });

  it('A7: a foreign chatbot is an unknown one, and an account has so many', async () => {
    const store = createChatbotStore(await withVisitors(open));
    await store.addChatbot(anna.account, aBot('one'), 1);
    expect(await store.addChatbot(anna.account, aBot('two'), 1)).toBeNull();
    const id = botIdOf('one');
    expect(await store.chatbot(foreign.account, id)).toBeNull();
    expect(await store.publish(foreign.account, id, MONDAY, MONDAY)).toBeNull();
    expect(await store.unpublish(foreign.account, id)).toBeNull();
    expect(await store.chatbotStatistics(foreign.account, id)).toBeNull();
    expect(await store.removeChatbot(foreign.account, id)).toBe(false);
    expect(await store.removeChatbot(anna.account, id)).toBe(true);
  });
}

const WAIT = { do: 'wait', until: MONDAY + 60_000 } as const;
const block = `fb${'b'.repeat(22)}` as FlowBlockId;
const waiting = { ...newBotState(MONDAY), doing: { is: 'at', block, waits: { for: 'input' } } } as BotState;
const place = { ...anna, rule: ruleIdOf('one'), at: MONDAY, monthFrom: MONDAY - DAY };

/** A visitor for whom a rule started a bot that said "Hello!" and waits. */
async function talking(open: Open) {
  const database = await withVisitors(open);
  const bots = createChatbotStore(database);
  const draft = { start: null, blocks: [], connections: [] };
  const bot = { id: botIdOf('one'), name: 'Bot', draft, published: null, isPublished: false, publishedAt: null };
  await bots.addChatbot(anna.account, { ...bot, createdAt: MONDAY, changedAt: MONDAY }, 5);
  await bots.publish(anna.account, bot.id, MONDAY, MONDAY);
  const contact = aContact('hello', MONDAY, { chatbot: bot.id });
  const counts = [{ do: 'count', block, what: 'entered' }] as const;
  await createAutomationStore(database).contact(place, async () => ({
    ...{ contact, step: null },
    bot: { chatbot: bot.id, state: waiting, pending: WAIT, counts },
  }));
  return { database, bots, contact, conversations: createConversationStore(database) };
}

const answers = (conversations: ConversationStore, text: string) => {
  const sent = { id: messageIdOf(text), sender: { who: 'visitor' }, body: { kind: 'text', text } } as const;
  const beginning = { id: `co${'c'.repeat(22)}` as ConversationId, visitor: anna.visitor, group: null, page: null };
  return conversations.say(anna, sent, async ({ current, greeting }) =>
    visitorSays(
      current,
      sent,
      { ...beginning, offline: false, greeting: await greeting(MONDAY + 5) },
      { at: MONDAY + 5, newId: () => messageIdOf('server') },
      () => true,
    ),
  );
};

function talks(open: Open): void {
  it('A7: a talk goes on in what waits for an answer, then in the conversation, and hears what is said once', async () => {
    const { bots, contact, conversations } = await talking(open);
    expect(await bots.waitingTalks()).toEqual([{ ...anna, pending: WAIT }]);
    const greeting = { ...(contact.greeting as Greeting), texts: ['Hello!', 'More'], automated: true };
    const first = await bots.turn(anna, ({ chatbot, contact: known, unheard }) => {
      expect([chatbot?.name, known?.greeting?.texts, unheard]).toEqual(['Bot', ['Hello!'], []]);
      return { place: { in: 'greeting', greeting }, state: waiting, pending: null, counts: [], introductions: [] };
    });
    expect(first?.contact?.greeting?.texts).toEqual(['Hello!', 'More']);
    expect(await bots.waitingTalks()).toEqual([]);

    const said = await answers(conversations, 'yes');
    expect(said?.written?.entries.map(({ body }) => body)).toMatchObject([
      { text: 'Hello!' },
      { text: 'More' },
      { text: 'yes' },
    ]);
    expect(said?.written?.after).toMatchObject({ automated: true, waitingSince: null });
    const heard: string[] = [];
    for (let nth = 0; nth < 2; nth += 1) {
      await bots.turn(anna, ({ unheard, current }) => {
        for (const { body } of unheard) if (body.kind === 'text') heard.push(body.text);
        const step = standing(current as Conversation);
        return { place: { in: 'conversation', step }, state: waiting, pending: null, counts: [], introductions: [] };
      });
    }
    expect(heard).toEqual(['yes']);
  });

  it('A8: what was answered waits no longer, and what was written counts as answered', async () => {
    const { database, conversations } = await talking(open);
    await answers(conversations, 'yes');
    const [known] = await createAutomationStore(database).contactsOf(anna.account, anna.visitor);
    expect(known).toMatchObject({ greeting: null, answeredAt: MONDAY + 5 });
  });

  it('A7.4: who the visitor said they are is kept with the answer, on the site or not', async () => {
    const { database, bots } = await talking(open);
    const email = { do: 'identify', as: 'email', value: 'anna@example.com' } as const;
    const turn = {
      place: { in: 'nowhere' },
      state: waiting,
      pending: null,
      counts: [],
      introductions: [email],
    } as const;
    await bots.turn(anna, () => turn);
    const [admitted] = await createVisitorStore(database).admit([{ ...anna, at: MONDAY }]);
    expect(admitted).toMatchObject({ email: 'anna@example.com', customer: true });
  });

  it('A7: one that is over is gone, and what it did is counted', async () => {
    const { bots } = await talking(open);
    const over = { ...waiting, doing: { is: 'over', because: 'finished' } } as BotState;
    const counts = [{ do: 'count', block, what: 'ended' }] as const;
    const end = { place: { in: 'nowhere' }, state: over, pending: null, counts, introductions: [] } as const;
    expect(await bots.turn(anna, () => end)).toMatchObject({ written: null });
    expect(await bots.turn(anna, () => end)).toBeNull();
    expect(await bots.turn(foreign, () => end)).toBeNull();
  });
}

function restarts(open: Open): void {
  const state: BotState = { ...newBotState(MONDAY), doing: { is: 'at', block: BLOCK, waits: { for: 'input' } } };
  const entered: BotCount = { do: 'count', block: BLOCK, what: 'entered' };
  const turnTo = (next: BotState, pending: BotPending | null = null): BotTurn => ({
    ...{ place: { in: 'nowhere' }, state: next, pending, counts: [entered], introductions: [] },
  });

  it('A7.3: what a visitor said is heard once, by a restarted server too, and a bot that is over is gone', async () => {
    const database = await withVisitors(open);
    const talk = new Talk(database);
    const [rules, bots] = [createAutomationStore(database), createChatbotStore(database)];
    const place = { ...anna, rule: ruleIdOf('one'), at: MONDAY, monthFrom: 0 };
    const { greeting, ...contact } = aContact('a', MONDAY, { chatbot: botIdOf('one') });
    const begun = { chatbot: botIdOf('one'), state, pending: null, counts: [entered] };
    await rules.contact(place, async () => ({
      ...{ contact: { ...contact, greeting: greeting && { ...greeting, automated: true } }, step: null, bot: begun },
    }));
    expect(await bots.waitingTalks()).toEqual([]);

    await talk.visitor(speaking('one', 'anna'), 'first', 'hello');
    expect(await bots.waitingTalks()).toEqual([{ ...anna, pending: null }]);
    const heard: number[] = [];
    const wait: BotPending = { do: 'wait', until: MONDAY + DAY };
    const turned = await bots.turn(anna, ({ unheard, contact: now, current }) => {
      heard.push(unheard.length);
      expect([now?.greeting, current?.automated]).toEqual([null, true]);
      return turnTo(state, wait);
    });
    expect(turned?.turn.pending).toEqual(wait);
    expect(await bots.waitingTalks()).toEqual([{ ...anna, pending: wait }]);
    await bots.turn(anna, ({ unheard }) => {
      heard.push(unheard.length);
      return turnTo({ ...state, doing: { is: 'over', because: 'finished' } });
    });
    expect(heard).toEqual([1, 0]);
    expect(await bots.waitingTalks()).toEqual([]);
    expect(await bots.turn(anna, () => turnTo(state))).toBeNull();
    expect(await bots.turn(foreign, () => turnTo(state))).toBeNull();
  });
}

function past(open: Open): void {
  it('A5: visits are gone through by visitor and time, with their pages', async () => {
    const database = await withVisitors(open);
    for (const [nth, visit] of ['v1', 'v2'].entries()) {
      const at = MONDAY + nth * DAY;
      await saveJournal(database, [visitStarted(anna, visit, at), pageViewed(anna, visit, `page-${visit}`, at)]);
    }
    await saveJournal(database, [visitStarted(foreign, 'v3', MONDAY)]);
    const store = createPastVisits(database);
    const stretch = { from: MONDAY - 1, until: MONDAY + 2 * DAY };
    const first = await store.pastVisits(anna.account, stretch, null, 1);
    expect(first).toMatchObject([
      { startedAt: MONDAY, who: { visits: 1, country: 'IT' }, pages: [{ openedAt: MONDAY }] },
    ]);
    const second = await store.pastVisits(anna.account, stretch, { visitor: anna.visitor, startedAt: MONDAY }, 10);
    expect(second).toMatchObject([{ startedAt: MONDAY + DAY, who: { visits: 2 } }]);
    expect(await store.horizon(anna.account, MONDAY - 1, 1)).toBe(MONDAY + 1);
    expect(await store.horizon(anna.account, MONDAY - 1, 5)).toBe(MONDAY - 1);
  });
}
