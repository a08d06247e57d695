import type { Rules } from '@vetrina/protocol/messages/automatic-message';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import { type Link, listenTo, type News, type Scene } from '../link/link.ts';
import { guard } from '../loader/page-window.ts';
import { RuleWatch } from './rule-watch.ts';
import { SceneFacts } from './scene-facts.ts';
import { type Wanted, watchDoings } from './watch-doings.ts';

const NOTHING: Wanted = { scrolling: false, leaving: false };

/** Starts the rules on the page that the link leads to. */
export function startRules(w: Window & typeof globalThis, link: Link): void {
  const now = (): number => w.performance.now() + (link.ahead ?? 0);
  const scene = (): Scene => {
    if (!link.scene) throw new Error('rules came to a page whose loader knows none');
    return link.scene();
  };
  const facts = new SceneFacts(
    {
      scene,
      get welcome() {
        return link.welcome;
      },
      get ahead() {
        return link.ahead;
      },
    },
    now,
  );
  const watch = new RuleWatch({
    now,
    after(ms, task) {
      const timer = w.setTimeout(guard(task), ms);
      return () => w.clearTimeout(timer);
    },
    page: () => scene().page.id,
    facts: (rules) => facts.of(rules),
    isLookedAt: () => w.document.visibilityState === 'visible',
    // Settings, the page, a block: whatever hides the box hides its button.
    hasBox: () => link.button?.isConnected === true && w.getComputedStyle(link.button).display !== 'none',
    send: link.send,
  });

  let wanted = NOTHING;
  let stopWatching = (): void => undefined;
  const watchFor = (next: Wanted): void => {
    if (next.scrolling === wanted.scrolling && next.leaving === wanted.leaving) return;
    stopWatching();
    wanted = next;
    stopWatching = watchDoings(w, wanted, {
      scrolledTo(percent) {
        if (facts.scrolledTo(percent)) watch.look();
      },
      isLeaving() {
        if (facts.isLeaving()) watch.look();
      },
    });
  };
  const hear = (frame: ToVisitor): void => {
    if (frame.type === 'rules') watchFor(wantedBy(frame));
    watch.hear(frame);
  };
  listenTo(
    link,
    guard((...news: News) => {
      if (news[0] === 'frame') hear(news[1]);
      else if (news[0] === 'forget') watch.forget();
      else watch.look();
    }),
  );
  w.document.addEventListener(
    'visibilitychange',
    guard(() => watch.look()),
  );
  const { rules, visitStartedAt, waitingSince, quietUntil, keptParameters } = link.welcome ?? {};
  if (rules) hear({ type: 'rules', rules, visitStartedAt, waitingSince, quietUntil, keptParameters } as Rules);
}

function wantedBy({ rules }: Rules): Wanted {
  const triggers = rules.map(({ logic }) => logic.when.on);
  return { scrolling: triggers.includes('scrolled'), leaving: triggers.includes('exit-intent') };
}
