import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import { browserMemory } from './browser-key.ts';
import { Commands } from './commands.ts';
import { decideTracking, hasPrivacySignal } from './consent.ts';
import { fetchConfig } from './fetch-config.ts';
import { findServer } from './find-server.ts';
import { IdentityNotes } from './identity.ts';
import { later, type PageWindow } from './page-window.ts';
import { type Connection, stayConnected } from './stay-connected.ts';
import { tabOf } from './tab-id.ts';
import { lookNowAndThen, pageOption, Snippet } from './take-over-snippet.ts';
import { watchActivity } from './watch-activity.ts';
import { watchLifecycle, whenShown } from './watch-lifecycle.ts';
import { type PageWatch, watchPages } from './watch-pages.ts';

/** Set to a function by the first loader on a page; a second tag calls it instead of starting again. */
const LOADED = 'VETRINA_LOADED';

/** Takes over the snippet, waits for an account key, and then follows this visitor as far as the account may. */
export function runLoader(w: PageWindow): void {
  const server = findServer(w);
  const earlier = w[LOADED];
  if (typeof earlier === 'function') {
    earlier();
    return;
  }
  if (!server || (w.top !== w && !pageOption(w, 'frames'))) return;
  const tracker = new Tracker(w, server.base);
  let started = false;
  const look = (): void => {
    tracker.snippet.takeOver();
    const key = started ? undefined : (server.key ?? pageOption(w, 'key'));
    if (!key) return;
    started = true;
    whenShown(w, () => fetchConfig(w, server.base, String(key), (config) => tracker.start(String(key), config)));
  };
  w[LOADED] = look;
  lookNowAndThen(w, look);
}

/** Joins the parts of the loader; each decision is in the part. */
class Tracker {
  readonly snippet: Snippet;
  private readonly w: PageWindow;
  private readonly base: string;
  private readonly memory;
  private readonly tab;
  private readonly identity = new IdentityNotes();
  private readonly commands: Commands;
  private consent: boolean | undefined;
  private config: WidgetConfig | undefined;
  private connection: Connection | undefined;
  private pages: PageWatch | undefined;
  private reportActivity: ((kind: 'focus') => void) | undefined;
  private identifying = false;

  constructor(w: PageWindow, base: string) {
    this.w = w;
    this.base = base;
    this.memory = browserMemory(w);
    this.tab = tabOf(w);
    this.commands = new Commands({
      identity: this.identity,
      identified: () => this.identified(),
      logout: () => this.logout(),
      consent: (given) => this.setConsent(given),
      active: () => this.reportActivity?.('focus'),
    });
    this.snippet = new Snippet(w, (command, value, extra) => this.commands.run(command, value, extra));
  }

  start(key: string, config: WidgetConfig): void {
    this.config = config;
    const { w, memory, tab, identity } = this;
    const language = pageOption(w, 'language');
    if (language) identity.setField('language', language);
    const pages = watchPages(w, {
      viewed: (page) => connection.say({ type: 'page-viewed', page }),
      titled: (page, title) => connection.say({ type: 'title-changed', page, title }),
    });
    const connection = stayConnected(w, {
      address: `${this.base.replace(/^http/, 'ws')}/ws/visitor?key=${encodeURIComponent(key)}`,
      tab: tab.id,
      browserKey: memory.key,
      page: pages.current,
      identity: () => identity.all(),
      welcomed: (visitor) => {
        this.snippet.showVisitor(visitor);
        this.commands.ready();
      },
    });
    this.connection = connection;
    this.pages = pages;
    this.reportActivity = watchActivity(w, (kind) => connection.say({ type: 'activity', kind }));
    watchLifecycle(w, {
      leave: () => {
        if (this.tracking() === 'known') tab.putBack();
        connection.leave();
      },
      comeBack: (anew) => {
        if (anew) pages.renew();
        if (this.tracking() === 'known') tab.takeOut();
        connection.comeBack();
      },
    });
    this.decide();
  }

  private tracking() {
    if (!this.config) return 'nothing';
    const consent = this.consent ?? (this.memory.hasConsent() ? true : undefined);
    return decideTracking(this.config, consent, hasPrivacySignal(this.w.navigator));
  }

  private decide(): void {
    const tracking = this.tracking();
    if (tracking === 'known') {
      this.tab.takeOut();
      if (this.consent) this.memory.storeConsent();
    }
    this.connection?.track(tracking);
  }

  /** Several calls in a row become one frame. Before the hello there is nothing to send: it carries them. */
  private identified(): void {
    if (this.identifying) return;
    this.identifying = true;
    later(
      this.w,
      () => {
        this.identifying = false;
        const identity = this.identity.takeNews();
        if (identity) this.connection?.say({ type: 'identify', identity });
      },
      0,
    );
  }

  private setConsent(given: boolean): void {
    this.consent = given;
    this.decide();
    if (given) return;
    this.memory.forget();
    this.tab.forget();
    this.snippet.showVisitor(null);
  }

  private logout(): void {
    this.identity.forget();
    this.snippet.showVisitor(null);
    if (this.tracking() !== 'known') return;
    this.memory.renewKey();
    this.pages?.renew();
    this.connection?.restart();
  }
}
