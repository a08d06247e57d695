import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import { browserMemory } from './browser-key.ts';
import { chatLink, type ImportBox } from './chat-link.ts';
import { commandsFor } from './commands.ts';
import { decideTracking, type Tracking } from './consent.ts';
import { identityNotes } from './identity.ts';
import { type PageWindow, soon } from './page-window.ts';
import { type Connection, stayConnected } from './stay-connected.ts';
import { tabOf } from './tab-id.ts';
import { pageOption, type Snippet, snippetOf } from './take-over-snippet.ts';
import { watchActivity } from './watch-activity.ts';
import { watchLifecycle } from './watch-lifecycle.ts';
import { type PageWatch, watchPages } from './watch-pages.ts';

export interface VisitorFollower {
  readonly snippet: Snippet;
  start(key: string, config: WidgetConfig): void;
  /** Draws the launcher as soon as there is a body, and again when the page has replaced it. */
  draw(): void;
}

/**
 * Joins the parts of the loader; each decision is in the part. One function with locals, not a class with fields: the build
 * shortens the names of locals by itself.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: see above; each inner function does one verb.
export function followVisitor(w: PageWindow, base: string, importBox: ImportBox): VisitorFollower {
  const memory = browserMemory(w);
  const tabId = tabOf(w);
  const notes = identityNotes();
  const talk = chatLink(w, importBox);
  let consent: boolean | undefined;
  let isChatting = false;
  let rules: WidgetConfig | undefined;
  let connection: Connection | undefined;
  let pages: PageWatch | undefined;
  let reportActivity: ((kind: 'focus') => void) | undefined;

  function tracking(): Tracking {
    return rules
      ? decideTracking(rules, consent ?? (memory.has('consent') || undefined), isChatting, w.navigator)
      : 'nothing';
  }

  function decide(): void {
    if (tracking() === 'known') {
      tabId.takeOut();
      if (consent) memory.note('consent', true);
    }
    connection?.track(tracking());
  }

  /** What the box has belongs to somebody who is no longer there. */
  function forgetChat(): void {
    isChatting = false;
    snippet.showVisitor(null);
    memory.note('chat', false);
    talk.tell('forget');
  }

  const commands = commandsFor({
    notes,
    talk,
    /** Several calls in a row become one frame. Before the hello there is nothing to send: it carries them. */
    identified: soon(
      w,
      () => {
        const identity = notes.takeNews();
        if (identity) connection?.say({ type: 'identify', identity });
      },
      0,
    ),
    logout() {
      const wasKnown = tracking() === 'known';
      notes.forget();
      forgetChat();
      if (wasKnown) {
        memory.renewKey();
        pages?.renew();
      }
      if (tracking() === 'known') connection?.restart();
      else decide();
    },
    setConsent(given) {
      consent = given;
      if (!given) forgetChat();
      decide();
      if (given) return;
      memory.forget();
      tabId.forget();
    },
    reportActivity: (kind) => reportActivity?.(kind),
  });
  const snippet = snippetOf(w, (...call) => commands.run(call));

  function start(key: string, config: WidgetConfig): void {
    rules = config;
    notes.take((name) => pageOption(w, name));
    const watched = watchPages(w, {
      viewed: (page) => {
        connected.say({ type: 'page-viewed', page });
        talk.draw();
      },
      titled: (page, title) => connected.say({ type: 'title-changed', page, title }),
    });
    pages = watched;
    const address = `${base.replace(/^http/, 'ws')}/ws/visitor?key=${encodeURIComponent(key)}`;
    const connected = stayConnected(w, address, {
      ...{ memory, tabId, notes, pages },
      isChatting: () => isChatting,
      heard(frame) {
        talk.heard(frame);
        if (frame.type !== 'welcome') return;
        snippet.showVisitor(frame.visitor);
        commands.ready();
      },
      turned: (line) => talk.tell('line', line),
    });
    connection = connected;
    reportActivity = watchActivity(w, (kind) => connected.say({ type: 'activity', kind }));
    watchLifecycle(w, {
      leave() {
        if (tracking() === 'known') tabId.putBack();
        connected.leave();
      },
      comeBack(anew) {
        if (anew) watched.renew();
        if (tracking() === 'known') tabId.takeOut();
        connected.comeBack();
      },
    });
    decide();
    // After the first dialling, so that the launcher of somebody who is connected waits for the welcome.
    talk.start({
      ...{ window: w, base, key, config, line: connected.line, send: connected.say, emit: commands.emit },
      startChat() {
        isChatting = true;
        decide();
      },
      remember: (needed) => memory.note('chat', needed),
    });
    if (memory.has('chat')) talk.fetchBox();
  }

  return { snippet, start, draw: talk.draw };
}
