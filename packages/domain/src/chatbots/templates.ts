import type { Flow } from '@vetrina/protocol/automation/flow';
import type { FlowBlockId } from '@vetrina/protocol/ids';
import { choice, drawFlow, END, handOver, question, type Sketch, type Sketched, say } from './sketch.ts';

export const BOT_TEMPLATES = ['greeting', 'order-status', 'lead', 'opening-hours', 'returns'] as const;
export type BotTemplate = (typeof BOT_TEMPLATES)[number];

/** What the dashboard's catalogues say for each template; a reply is at most `LIMITS.botReply` long in every language. */
const WORDS = {
  greeting: ['hello', 'help', 'looking', 'enjoy', 'connecting', 'nobody', 'email', 'email-again', 'thanks'],
  'order-status': ['order', 'order-again', 'status', 'fine', 'team', 'unknown', 'glad', 'connecting', 'nobody'],
  lead: ['hello', 'yes', 'no', 'name', 'email', 'email-again', 'phone', 'phone-again', 'thanks', 'later'],
  'opening-hours': [
    'hello',
    'write',
    'no',
    'connecting',
    'closed',
    'email',
    'email-again',
    'question',
    'thanks',
    'later',
  ],
  returns: [
    'hello',
    'return',
    'exchange',
    'damaged',
    'order',
    'how-return',
    'how-exchange',
    'photo',
    'thanks',
    'team',
    'done',
    'connecting',
    'nobody',
  ],
} as const satisfies Record<BotTemplate, readonly string[]>;
export type TemplateWord<Template extends BotTemplate = BotTemplate> = (typeof WORDS)[Template][number];

type Words<Template extends BotTemplate> = Readonly<Record<(typeof WORDS)[Template][number], string>>;

/** A7: a whole flow to begin with. `word` gives the words of the template in the language of whoever makes it. */
export function flowFromTemplate(
  template: BotTemplate,
  word: (key: TemplateWord) => string,
  newId: () => FlowBlockId,
): Flow {
  const words = Object.fromEntries(WORDS[template].map((key) => [key, word(key)]));
  return drawFlow(SKETCHES[template](words as never), newId);
}

const emailOf = (text: string, again: string, next: string, givenUp: string): Sketched =>
  question({ asks: 'email', text, again, tries: 3, keepAs: 'email' }, { next, 'given-up': givenUp });

const textOf = (text: string, again: string, keepAs: string, next: string): Sketched =>
  question({ asks: 'text', text, again, tries: 2, keepAs }, { next, 'given-up': 'end' });

const SKETCHES: { readonly [Template in BotTemplate]: (words: Words<Template>) => Sketch } = {
  greeting: (words) => ({
    hello: choice(
      words.hello,
      [
        [words.help, 'team'],
        [words.looking, 'enjoy'],
      ],
      'team',
    ),
    team: handOver(words.connecting, 'nobody'),
    enjoy: say(words.enjoy, 'end'),
    nobody: say(words.nobody, 'email'),
    email: emailOf(words.email, words['email-again'], 'thanks', 'thanks'),
    thanks: say(words.thanks, 'end'),
    end: END,
  }),
  'order-status': (words) => ({
    order: textOf(words.order, words['order-again'], 'order', 'shop'),
    shop: {
      block: {
        ...{ kind: 'webhook', address: '', facts: ['email'], answers: ['order'], timeoutSeconds: 10 },
        picks: [{ path: 'status', keepAs: 'status' }],
      },
      to: { ok: 'status', failed: 'unknown' },
    },
    status: choice(
      words.status,
      [
        [words.fine, 'glad'],
        [words.team, 'team'],
      ],
      'team',
    ),
    glad: say(words.glad, 'end'),
    unknown: say(words.unknown, 'team'),
    team: handOver(words.connecting, 'nobody'),
    nobody: say(words.nobody, 'end'),
    end: END,
  }),
  lead: (words) => ({
    hello: choice(
      words.hello,
      [
        [words.yes, 'name'],
        [words.no, 'later'],
      ],
      'name',
    ),
    name: question(
      { asks: 'name', text: words.name, again: '', tries: 2, keepAs: 'name' },
      { next: 'email', 'given-up': 'email' },
    ),
    email: emailOf(words.email, words['email-again'], 'phone', 'phone'),
    phone: question(
      { asks: 'phone', text: words.phone, again: words['phone-again'], tries: 2, keepAs: 'phone' },
      { next: 'thanks', 'given-up': 'thanks' },
    ),
    thanks: say(words.thanks, 'end'),
    later: say(words.later, 'end'),
    end: END,
  }),
  'opening-hours': (words) => ({
    open: {
      block: { kind: 'condition', conditions: { match: 'all', list: [{ about: 'team', is: 'online' }] } },
      to: { yes: 'hello', no: 'closed' },
    },
    hello: choice(
      words.hello,
      [
        [words.write, 'team'],
        [words.no, 'later'],
      ],
      'team',
    ),
    team: handOver(words.connecting, 'closed'),
    closed: say(words.closed, 'question'),
    question: textOf(words.question, '', 'question', 'email'),
    email: emailOf(words.email, words['email-again'], 'thanks', 'thanks'),
    thanks: say(words.thanks, 'end'),
    later: say(words.later, 'end'),
    end: END,
  }),
  returns: (words) => ({
    hello: choice(
      words.hello,
      [
        [words.return, 'return'],
        [words.exchange, 'exchange'],
        [words.damaged, 'order'],
      ],
      'team',
    ),
    return: choice(
      words['how-return'],
      [
        [words.done, 'thanks'],
        [words.team, 'team'],
      ],
      'team',
    ),
    exchange: choice(
      words['how-exchange'],
      [
        [words.done, 'thanks'],
        [words.team, 'team'],
      ],
      'team',
    ),
    order: textOf(words.order, '', 'order', 'photo'),
    photo: say(words.photo, 'team'),
    thanks: say(words.thanks, 'end'),
    team: handOver(words.connecting, 'nobody'),
    nobody: say(words.nobody, 'end'),
    end: END,
  }),
};
