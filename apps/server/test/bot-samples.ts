import { choice, drawFlow, END, handOver, question, type Sketch, say } from '@vetrina/domain/chatbots/sketch';
import type { Account } from '@vetrina/protocol/http/account';
import type { ChatbotId, FlowBlockId } from '@vetrina/protocol/ids';
import { aDraft, on } from './rule-samples.ts';
import { World } from './world.ts';
import type { WorldDatabase } from './world-database.ts';
import { idText } from './world-samples.ts';
import type { WorldTab, WorldVisitor } from './world-visitor.ts';

export const LEADS: Sketch = {
  hello: choice(
    'Hello! What is it about?',
    [
      ['An order', 'email'],
      ['Something else', 'person'],
    ],
    'person',
  ),
  email: question(
    { asks: 'email', text: 'Your e-mail?', again: 'That is no e-mail address.', tries: 2, keepAs: 'email' },
    { next: 'thanks', 'given-up': 'person' },
  ),
  thanks: say('Thank you, we write to {answer.email}.', 'end'),
  person: handOver('One moment, please.', 'nobody'),
  nobody: say('Nobody is here now.', 'end'),
  end: END,
};

/** Waits for a minute, and then asks. */
export const PATIENT: Sketch = {
  wait: { block: { kind: 'delay', seconds: 60 }, to: { next: 'ask' } },
  ask: choice('Still there?', [['Yes', 'end']], 'end'),
  end: END,
};

export const ORDERS: Sketch = {
  ask: question(
    { asks: 'text', text: 'Which order?', again: '', tries: 1, keepAs: 'order' },
    { next: 'look', 'given-up': 'end' },
  ),
  look: {
    block: {
      ...{ kind: 'webhook', address: 'https://shop.example/orders', facts: ['name'], answers: ['order'] },
      ...{ picks: [{ path: 'status', keepAs: 'status' }], timeoutSeconds: 5 },
    },
    to: { ok: 'found', failed: 'lost' },
  },
  found: say('It is {answer.status}.', 'end'),
  lost: say('I cannot find it.', 'end'),
  end: END,
};

export const BOTS = new WeakMap<WorldTab, ChatbotId>();
export const PEOPLE = new WeakMap<WorldTab, Pick<WorldVisitor, 'id' | 'browserKey'>>();

/** A published chatbot, with a rule that starts it. */
export async function published(
  world: World,
  database: WorldDatabase,
  sketch: Sketch,
  when = on({ on: 'arrival' }),
  of = world.accounts[0] as Account,
) {
  const account = of.id;
  const id = idText('cb', world.next()) as ChatbotId;
  const draft = drawFlow(sketch, () => idText('fb', world.next()) as FlowBlockId);
  const at = world.clock.now();
  await database.bots.addChatbot(
    account,
    { id, name: 'Bot', draft, published: null, isPublished: false, publishedAt: null, createdAt: at, changedAt: at },
    50,
  );
  await database.bots.publish(account, id, at, at);
  const rule = await world.automates(
    aDraft(`Starts ${id}`, { logic: when, action: { does: 'start-chatbot', chatbot: id, opensBox: true } }),
    of,
  );
  return { bot: id, rule };
}

/** Somebody for whom a chatbot was started. */
export async function started(world: World, database: WorldDatabase, sketch: Sketch, name = 'Vera'): Promise<WorldTab> {
  const { bot, rule } = await published(world, database, sketch);
  const visitor = world.visitor(name);
  const tab = await visitor.opens('/');
  await tab.due(rule);
  await world.pass(300);
  BOTS.set(tab, bot);
  PEOPLE.set(tab, visitor);
  return tab;
}

export async function restart(world: World, database: WorldDatabase, call?: World['webhooks']['call']): Promise<World> {
  const { accounts, team, clock } = world;
  world.live.stop();
  return World.open({ database, accounts, team, clock, ...(call && { call }) });
}
