import { setTimeout as pause } from 'node:timers/promises';
import type { ConversationSummary } from '@vetrina/protocol/conversation';
import type { FromAgent } from '@vetrina/protocol/from-agent';
import type { ConversationId, VisitorId } from '@vetrina/protocol/ids';
import type { Identity } from '@vetrina/protocol/messages/identity';
import { seededRandom } from '@vetrina/testkit/seeded-random';
import { agentOf } from '../../bench/messages/talk.ts';
import { CORPUS } from '../actors/hostile.ts';
import type { Api } from './api.ts';
import { freshMessage, type Guest, guestComes } from './guests.ts';

/** Those who talk to the PRO shop. */
export interface People {
  readonly talks: Readonly<Record<'long' | 'waiting' | 'hostile' | 'resolved', ConversationId>>;
  readonly sofia: VisitorId;
  readonly mallory: VisitorId;
  answers(said: string, text: string): Promise<void>;
  resolves(said: string): Promise<void>;
  leave(): void;
}

interface Shop {
  readonly url: string;
  readonly key: string;
  readonly owner: Api;
  readonly agent: Api;
  /** Ids of the account's tags. */
  readonly tags: readonly string[];
}

const SOFIA: Identity = {
  name: 'Sofia Marchetti',
  email: 'sofia.marchetti@example.com',
  phone: '+39 055 0123456',
  group: 'sales',
  variables: { tier: 'gold', orders: 12, basket: '€ 248' },
};

const [IMG = '', SCRIPT = ''] = CORPUS;

/** What people try to smuggle in, and what is only far too long. */
const MALLORY: Identity = {
  name: `${SCRIPT} ${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(2)}`,
  email: `${'very-long-mailbox-name.'.repeat(3)}mallory@example.com`,
  variables: { [IMG]: 'x'.repeat(200), note: '\u202eevil\u202c' },
};

const LONG_NAME: Identity = {
  name: 'Maria Concepción Hernández-Fitzgerald von und zu Hohenlohe-Schillingsfürst',
  email: 'maria.concepcion.hernandez@example.com',
};

const TALK = [
  ['visitor', 'Good evening! Is the Alba lamp dimmable?'],
  ['owner', 'Good evening, Sofia! Yes, by the knob on its foot: from a candle to a reading light.'],
  [
    'visitor',
    'Lovely. And can I have it with a longer cable? The next socket is behind the bookcase, about three metres away.',
  ],
  [
    'owner',
    'Of course. Three metres cost € 12 more and we need two days for it. Here is how we fit it: https://shop.example/help/cables?lamp=alba&length=3',
  ],
  ['visitor', 'Perfect 😊 Then I will order one of each, please.'],
] as const;

/** Lets everybody say what they came for. */
export async function peopleTalk({ url, key, owner, agent, tags }: Shop): Promise<People> {
  const random = seededRandom(77);
  const ticket = async (api: Api) => (await api.send<{ ticket: string }>('POST', '/api/v1/agent-tickets')).ticket;
  const heard = new Map<string, () => void>();
  const screen = await agentOf({ url, key: key as never }, await ticket(owner), (frame) => {
    if (frame.type === 'said') heard.get(frame.id)?.();
  });
  const answers = (conversation: ConversationId, text: string, audience: 'everyone' | 'team' = 'everyone') =>
    new Promise<void>((resolve) => {
      const id = freshMessage(random);
      heard.set(id, resolve);
      const frame: FromAgent = {
        type: 'say',
        id,
        to: { to: 'conversation', conversation },
        audience,
        saying: { kind: 'text', text },
      };
      screen.send(frame);
    });
  const comes = (seed: number, identity?: Identity | null) => guestComes(url, key, seed, identity);
  const does = (api: Api, deed: string, conversation: ConversationId, body?: object) =>
    api.send('POST', `/api/v1/conversations/${conversation}/${deed}`, body);

  const sofia = await comes(101, SOFIA);
  const long = await talk(sofia, answers);
  await answers(long, 'Regular since 2019: she always pays at once.', 'team');
  await owner.send('PUT', `/api/v1/conversations/${long}/tags`, { tags: tags.slice(0, 2) });
  await does(owner, 'join', long).catch(() => undefined);

  const mallory = await comes(102, MALLORY);
  const hostile = await mallory.says(CORPUS.join('\n'));
  await mallory.says('W'.repeat(600));
  const bea = await comes(103, { name: 'Beatrice Fontana', email: 'bea@example.com' });
  const resolved = await bea.says('Posso cambiare un regalo?');
  await answers(resolved, 'Certo, entro trenta giorni e senza scontrino.');
  await does(owner, 'resolve', resolved);
  bea.sends({ type: 'rate', id: freshMessage(random), value: 5, comment: 'Gentilissimi.' });
  const quiet = [await comes(104, LONG_NAME), await comes(105, null), await comes(106)];
  for (const guest of quiet) await guest.says('Hello! How long does shipping to Sweden take?');
  const jonas = await comes(107, { name: 'Jonas Lindqvist', email: 'jonas@example.com' });
  const waiting = await jonas.says('Hi, do you deliver on Saturdays?');
  const bruno = await comes(108, { name: 'Aino Korhonen', email: 'aino@example.com' });
  await does(agent, 'join', await bruno.says('Can I pick it up in the shop?'));

  const find = async (is: (summary: ConversationSummary) => boolean): Promise<ConversationSummary> => {
    const all = await owner.get<{ conversations: ConversationSummary[] }>('/api/v1/conversations?state=any');
    const found = all.conversations.find(is);
    if (found === undefined) throw new Error('there is no such conversation');
    return found;
  };
  /** What stands on a visitor's page may still be on its way. */
  const saying = async (said: string): Promise<ConversationId> => {
    for (let left = 50; ; left -= 1) {
      const found = await find(({ lastMessage }) => lastMessage?.text === said).catch(() => null);
      if (found !== null) return found.id;
      if (left === 0) throw new Error(`nobody said "${said}"`);
      await pause(100);
    }
  };
  const visitorOf = async (conversation: ConversationId) => (await find(({ id }) => id === conversation)).visitor.id;
  return {
    talks: { long, waiting, hostile, resolved },
    sofia: await visitorOf(long),
    mallory: await visitorOf(hostile),
    answers: async (said, text) => answers(await saying(said), text),
    resolves: async (said) => void (await does(owner, 'resolve', await saying(said))),
    leave() {
      screen.close();
      for (const guest of [sofia, mallory, bea, ...quiet, jonas, bruno]) guest.leaves();
    },
  };
}

async function talk(
  sofia: Guest,
  answers: (conversation: ConversationId, text: string) => Promise<void>,
): Promise<ConversationId> {
  const [[, first], ...rest] = TALK;
  const conversation = await sofia.says(first);
  for (const [who, text] of rest) {
    if (who === 'visitor') await sofia.says(text);
    else await answers(conversation, text);
  }
  return conversation;
}
