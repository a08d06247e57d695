import { PRESET_RULES } from '@vetrina/domain/automation/presets';
import type { PageCondition, VisitorCondition } from '@vetrina/protocol/automation/conditions';
import {
  type Preset,
  type RuleDraft,
  type RuleLogic,
  ruleDraft,
  type Trigger,
} from '@vetrina/protocol/automation/rule';
import type { Calendar, Schedule } from '@vetrina/protocol/automation/schedule';

const DAY = 86_400_000;
const HOUR = 60;

/** What visitors of the bench report. Neither depends on anything that a visitor is or on where they are. */
export const EVERYBODYS = { written: 'Something in the cart', held: 'Coupon refused' } as const;

interface More {
  readonly delay?: number;
  readonly where?: readonly PageCondition[];
  readonly anywhereOf?: readonly PageCondition[];
  readonly who?: readonly VisitorCondition[];
  readonly schedule?: RuleLogic['schedule'];
  readonly repeat?: RuleDraft['repeat'];
  readonly holdOut?: number;
}

const all = <One>(list: readonly One[]) => ({ match: 'all' as const, list: [...list] });
const any = <One>(list: readonly One[]) => ({ match: 'any' as const, list: [...list] });
const during = (times: Schedule['times'], team: Schedule['team'] = 'any'): Schedule => ({ team, times });
const calendar = (more: Partial<Calendar>): Calendar => ({
  ...{ by: 'calendar', timezone: 'Europe/Rome', weekdays: [], hours: null, dates: null },
  ...more,
});

function aRule(name: string, when: Trigger, more: More = {}): RuleDraft {
  const { delay = 0, where = [], anywhereOf, who = [], schedule = during(null), repeat = 'visit', holdOut = 0 } = more;
  return ruleDraft.parse({
    name,
    logic: { when, delay, where: anywhereOf === undefined ? all(where) : any(anywhereOf), who: all(who), schedule },
    action: { does: 'write', text: `${name}: hello {name|there}, may we help you?`, from: null, opensBox: false },
    ...{ repeat, stopWhenAnswered: true, holdOut, goal: { address: '/thanks' } },
  });
}

const preset = (name: Preset): RuleDraft => ({ ...aRule(`Preset ${name}`, { on: 'arrival' }), ...PRESET_RULES[name] });

const address = (test: PageCondition['test'], value: string): PageCondition => ({ about: 'address', test, value });
const title = (test: PageCondition['test'], value: string): PageCondition => ({ about: 'title', test, value });
const onSite = (seconds: number): Trigger => ({ on: 'time-on-site', seconds });
const onPage = (seconds: number): Trigger => ({ on: 'time-on-page', seconds });

const OFFICE = calendar({ weekdays: [0, 1, 2, 3, 4], hours: { from: 9 * HOUR, to: 18 * HOUR } });
const NIGHT = calendar({ hours: { from: 22 * HOUR, to: 6 * HOUR } });
const WEEKEND = calendar({ weekdays: [5, 6] });

const LANGUAGES = ['it', 'de', 'fr', 'en', 'es', 'pl', 'cs', 'nl', 'pt'];

/** Greetings in nine languages during office hours. */
const byLanguage = (): RuleDraft[] =>
  LANGUAGES.map((language) =>
    aRule(`In ${language}`, onSite(45), {
      who: [
        { about: 'language', test: 'is', values: [language] },
        { about: 'chats', test: 'at-most', value: 0 },
      ],
      schedule: during(OFFICE, 'online'),
    }),
  );

/** What sending a parcel there takes, in the cart. */
const byCountry = (): RuleDraft[] => {
  const parcels = (name: string, test: 'is' | 'is-not', values: string[]) =>
    aRule(name, onPage(30), { where: [address('contains', '/cart')], who: [{ about: 'country', test, values }] });
  return [
    parcels('Parcels to the north', 'is', ['DE', 'AT', 'CH', 'NL', 'SE']),
    parcels('Parcels to Britain', 'is', ['GB']),
    parcels('Parcels to America', 'is', ['US', 'CA', 'MX', 'BR']),
    parcels('Parcels to the east', 'is', ['JP', 'KR', 'IN', 'AU']),
    parcels('Parcels abroad', 'is-not', ['IT']),
  ];
};

const bySource = (): RuleDraft[] => [
  ...['google', 'newsletter', 'instagram', 'facebook'].map((value) =>
    aRule(
      `From ${value}`,
      { on: 'page-opened' },
      {
        delay: 20,
        who: [{ about: 'campaign', part: 'source', test: 'is', value }],
        holdOut: 10,
      },
    ),
  ),
  aRule('Autumn lamps', onPage(25), {
    where: [address('matches', '*/demo/*lamp*')],
    who: [
      { about: 'campaign', part: 'campaign', test: 'starts-with', value: 'autumn' },
      { about: 'campaign', part: 'medium', test: 'is', value: 'cpc' },
    ],
  }),
  aRule('From Pinterest', onSite(40), { who: [{ about: 'referrer', test: 'contains', value: 'pinterest' }] }),
  aRule('From a calm blog', onSite(40), { who: [{ about: 'referrer', test: 'contains', value: 'calm-rooms' }] }),
];

/** For people whom the site has told us of. */
const byCustomer = (): RuleDraft[] => [
  ...['gold', 'silver', 'bronze'].map((value) =>
    aRule(`Tier ${value}`, onSite(60), { who: [{ about: 'variable', name: 'tier', test: 'is', value }] }),
  ),
  aRule('Orders often', onPage(20), {
    where: [title('contains-not', 'terms')],
    who: [{ about: 'variable', name: 'orders', test: 'at-least', value: '10' }],
  }),
  aRule(
    'Full basket',
    { on: 'exit-intent' },
    {
      where: [address('contains', '/checkout')],
      who: [{ about: 'variable', name: 'basket', test: 'matches', value: '€ 3*' }],
    },
  ),
  ...['sales', 'support'].map((value) =>
    aRule(`Group ${value}`, { on: 'chat-opened' }, { who: [{ about: 'group', test: 'is', value }] }),
  ),
];

const byVisits = (): RuleDraft[] => [
  preset('first-visit'),
  preset('returning'),
  preset('first-order'),
  aRule('Third visit', { on: 'arrival' }, { delay: 90, who: [{ about: 'visits', test: 'at-least', value: 3 }] }),
  aRule('Never wrote', onSite(150), { who: [{ about: 'chats', test: 'at-most', value: 0 }] }),
];

const byMachine = (): RuleDraft[] => [
  aRule(
    'Reads on a phone',
    { on: 'scrolled', percent: 60 },
    {
      where: [address('matches', '*/demo/*')],
      who: [{ about: 'device', test: 'is', values: ['phone'] }],
    },
  ),
  aRule(
    'Leaves the cart',
    { on: 'exit-intent' },
    {
      anywhereOf: [address('contains', '/cart'), address('contains', '/checkout')],
      who: [{ about: 'device', test: 'is', values: ['desktop'] }],
    },
  ),
  aRule('Pays with Safari', onPage(40), {
    where: [address('contains', '/checkout')],
    who: [
      { about: 'browser', test: 'contains', value: 'safari' },
      { about: 'os', test: 'is', value: 'iOS' },
    ],
  }),
  aRule('Far from the workshop', onSite(50), { who: [{ about: 'city', test: 'is-not', value: 'Firenze' }] }),
];

/** What went by, what is on and what comes. */
function bySeason(now: number): RuleDraft[] {
  const date = (days: number) => new Date(now + days * DAY).toISOString().slice(0, 10);
  const dates = (from: number, to: number) => calendar({ dates: { from: date(from), to: date(to) } });
  return [
    aRule('Last sale', onSite(20), { schedule: during(dates(-30, -20)) }),
    aRule('Sale of this week', onSite(20), { schedule: during(dates(-3, 3)), holdOut: 20 }),
    aRule('Next sale', onSite(20), { schedule: during(dates(14, 24)) }),
    aRule('Weekend', onSite(75), { schedule: during(WEEKEND) }),
    aRule('At night', onSite(75), { schedule: during(NIGHT, 'offline') }),
  ];
}

const forEverybody = (): RuleDraft[] => [
  preset('busy'),
  preset('offline'),
  aRule(EVERYBODYS.written, { on: 'event', name: 'added-to-cart' }),
  aRule(EVERYBODYS.held, { on: 'event', name: 'coupon-refused' }),
  aRule('Reads the terms', { on: 'scrolled', percent: 80 }, { where: [address('contains', '/workshop')] }),
  aRule('Long at one lamp', onPage(90), { where: [title('contains', 'lamp')], repeat: 'visitor' }),
  aRule('Asks us', { on: 'chat-opened' }, { schedule: during(OFFICE, 'online') }),
  aRule('Looks for us', { on: 'page-opened' }, { delay: 30, where: [address('contains', '/contact')] }),
];

/** Automatic messages as a shop with too many ideas has them, in its order: all triggers, most conditions, every kind of calendar. */
export function fiftyRules(now: number): RuleDraft[] {
  return [
    ...byLanguage(),
    ...byCountry(),
    ...bySource(),
    ...byCustomer(),
    ...byVisits(),
    ...byMachine(),
    ...bySeason(now),
    ...forEverybody(),
  ];
}
