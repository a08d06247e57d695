import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { Line } from '../bridge.ts';
import { type BrowserMemory, browserMemory } from './browser-key.ts';
import { type ChatLink, chatLink, type ImportBox } from './chat-link.ts';
import { Commands, type CommandTargets } from './commands.ts';
import { decideTracking, type Tracking } from './consent.ts';
import { IdentityNotes } from './identity.ts';
import { type PageWindow, soon } from './page-window.ts';
import { type Connection, type Present, stayConnected } from './stay-connected.ts';
import { type Tab, tabOf } from './tab-id.ts';
import { pageOption, Snippet } from './take-over-snippet.ts';
import { watchActivity } from './watch-activity.ts';
import { watchLifecycle } from './watch-lifecycle.ts';
import { type PageWatch, watchPages } from './watch-pages.ts';

/** Joins the parts of the loader; each decision is in the part. */
export class VisitorFollower implements CommandTargets, Present {
  readonly snippet: Snippet;
  private readonly w: PageWindow;
  private readonly base: string;
  readonly memory: BrowserMemory;
  readonly tabId: Tab;
  readonly notes = new IdentityNotes();
  /** Several calls in a row become one frame. Before the hello there is nothing to send: it carries them. */
  readonly identified: () => void;
  private readonly commands: Commands;
  readonly talk: ChatLink;
  private consent: boolean | undefined;
  isChatting = false;
  private rules: WidgetConfig | undefined;
  private connection: Connection | undefined;
  pages!: PageWatch;
  reportActivity: ((kind: 'focus') => void) | undefined;

  constructor(w: PageWindow, base: string, importBox: ImportBox) {
    this.w = w;
    this.base = base;
    this.identified = soon(
      w,
      () => {
        const identity = this.notes.takeNews();
        if (identity) this.connection?.say({ type: 'identify', identity });
      },
      0,
    );
    this.memory = browserMemory(w);
    this.tabId = tabOf(w);
    this.talk = chatLink(w, importBox);
    this.commands = new Commands(this);
    this.snippet = new Snippet(w, (...call) => this.commands.run(call));
  }

  start(key: string, config: WidgetConfig): void {
    this.rules = config;
    const { w, tabId, notes, talk } = this;
    notes.take((name) => pageOption(w, name));
    const pages = watchPages(w, {
      viewed: (page) => {
        connection.say({ type: 'page-viewed', page });
        talk.draw();
      },
      titled: (page, title) => connection.say({ type: 'title-changed', page, title }),
    });
    this.pages = pages;
    const address = `${this.base.replace(/^http/, 'ws')}/ws/visitor?key=${encodeURIComponent(key)}`;
    const connection = stayConnected(w, address, this);
    this.connection = connection;
    this.reportActivity = watchActivity(w, (kind) => connection.say({ type: 'activity', kind }));
    watchLifecycle(w, {
      leave: () => {
        if (this.tracking() === 'known') tabId.putBack();
        connection.leave();
      },
      comeBack: (anew) => {
        if (anew) pages.renew();
        if (this.tracking() === 'known') tabId.takeOut();
        connection.comeBack();
      },
    });
    this.decide();
    // After the first dialling, so that the launcher of somebody who is connected waits for the welcome.
    this.startTalk(key, config, connection);
  }

  heard(frame: ToVisitor): void {
    this.talk.heard(frame);
    if (frame.type !== 'welcome') return;
    this.snippet.showVisitor(frame.visitor);
    this.commands.ready();
  }

  turned(line: Line): void {
    this.talk.tell('line', line);
  }

  private startTalk(key: string, config: WidgetConfig, { line, say: send }: Connection): void {
    const { w, base, memory, commands, talk } = this;
    const startChat = (): void => {
      this.isChatting = true;
      this.decide();
    };
    talk.start({
      window: w,
      base,
      key,
      config,
      line,
      send,
      startChat,
      emit: commands.emit,
      remember: (needed) => memory.note('chat', needed),
    });
    if (memory.has('chat')) talk.fetchBox();
  }

  private tracking(): Tracking {
    const { consent, isChatting, memory, rules, w } = this;
    return rules
      ? decideTracking(rules, consent ?? (memory.has('consent') || undefined), isChatting, w.navigator)
      : 'nothing';
  }

  private decide(): void {
    const tracking = this.tracking();
    if (tracking === 'known') {
      this.tabId.takeOut();
      if (this.consent) this.memory.note('consent', true);
    }
    this.connection?.track(tracking);
  }

  setConsent(given: boolean): void {
    this.consent = given;
    if (!given) this.forgetChat();
    this.decide();
    if (given) return;
    this.memory.forget();
    this.tabId.forget();
  }

  logout(): void {
    const wasKnown = this.tracking() === 'known';
    this.notes.forget();
    this.forgetChat();
    if (wasKnown) {
      this.memory.renewKey();
      this.pages.renew();
    }
    if (this.tracking() === 'known') this.connection?.restart();
    else this.decide();
  }

  /** What the box has belongs to somebody who is no longer there. */
  private forgetChat(): void {
    this.isChatting = false;
    this.snippet.showVisitor(null);
    this.memory.note('chat', false);
    this.talk.tell('forget');
  }
}
