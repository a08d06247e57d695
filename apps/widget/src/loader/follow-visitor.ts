import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import { browserMemory } from './browser-key.ts';
import { chatLink, type ImportFile } from './chat-link.ts';
import { commandsFor } from './commands.ts';
import { decideTracking, type Tracking } from './consent.ts';
import { identityNotes } from './identity.ts';
import { guard, listen, type PageWindow, soon } from './page-window.ts';
import { stayConnected } from './stay-connected.ts';
import { tabOf } from './tab-id.ts';
import { pageOption, type Snippet } from './take-over-snippet.ts';
import { watchActivity } from './watch-activity.ts';
import { watchLifecycle } from './watch-lifecycle.ts';
import { watchPages } from './watch-pages.ts';

export interface Following {
  readonly base: string;
  readonly key: string;
  readonly config: WidgetConfig;
  /** What the page has said already. */
  readonly waiting: readonly (readonly unknown[])[];
  readonly showVisitor: Snippet['showVisitor'];
  readonly importFile: ImportFile;
}

export interface VisitorFollower {
  run(call: readonly unknown[]): void;
  /** Draws the launcher as soon as there is a body, and again when the page has replaced it. */
  draw(): void;
}

/**
 * Joins the parts of the loader; each decision is in the part. One function with locals, not a class with fields: the build
 * shortens the names of locals by itself.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: see above; each inner function does one verb.
export function followVisitor(
  w: PageWindow,
  { base, key, config, waiting, showVisitor, importFile }: Following,
): VisitorFollower {
  const memory = browserMemory(w);
  const tabId = tabOf(w);
  const notes = identityNotes();
  let consent: boolean | undefined = memory.has('consent');
  let isChatting = false;

  const tracking = (): Tracking => decideTracking(config, consent, isChatting, w.navigator);
  const isKnown = (): boolean => tracking() === 'known';

  function decide(): void {
    if (isKnown()) {
      tabId.takeOut();
      memory.key();
      if (consent) memory.note('consent', true);
    }
    connection.track(tracking());
  }

  /** What the box has belongs to somebody who is no longer there. That no chat goes on, it says itself. */
  function forgetChat(): void {
    isChatting = false;
    showVisitor(null);
    talk.forget();
  }

  /** Leaves as one visitor and arrives as another, who has nothing of the first. First the key: the box asks whose things are left. */
  function becomeOther(key?: string): void {
    notes.forget();
    if (memory.keyInUse()) memory.renewKey(key);
    forgetChat();
    pages.renew();
    connection.restart(tracking());
  }

  const pages = watchPages(w, (news) => {
    connection.say(news);
    talk.tell('scene');
  });
  const connection = stayConnected(w, `${base.replace(/^http/, 'ws')}/ws/visitor?key=${key}`, {
    ...{ memory, tabId, notes, pages },
    isChatting: () => isChatting,
    heard(frame) {
      talk.heard(frame);
      if (frame.type !== 'welcome') return;
      showVisitor(frame.visitor);
      commands.ready();
    },
    turned: (line) => talk.tell('line', line),
  });
  const commands = commandsFor({
    notes,
    obey: (call) => talk.command(call),
    /** Several calls in a row become one frame. Before the hello there is nothing to send: it carries them. */
    identified: soon(
      w,
      () => {
        const identity = notes.takeNews();
        if (identity) connection.say({ type: 'identify', identity });
      },
      0,
    ),
    logout: becomeOther,
    setConsent(given) {
      consent = given;
      if (!given) {
        memory.forget();
        tabId.forget();
        forgetChat();
      }
      decide();
    },
    reportActivity: watchActivity(w, (kind) => connection.say({ type: 'activity', kind })),
  });
  const talk = chatLink(w, importFile, {
    ...{ base, key, config, line: connection.line, send: connection.say, emit: commands.emit },
    startChat() {
      isChatting = true;
      decide();
    },
    remember: (needed) => memory.note('chat', needed),
    who: memory.keyInUse,
    scene: pages.scene,
  });
  // Another tab has logged out, perhaps on another host of the site, or while this page lay in the back/forward cache.
  listen(w, 'pageshow storage focus', () => {
    const key = memory.stored();
    if (key && key !== memory.keyInUse()) becomeOther(key);
  });
  watchLifecycle(w, {
    leave() {
      if (isKnown()) tabId.putBack();
      connection.leave();
    },
    comeBack(anew) {
      if (anew) pages.renew();
      if (isKnown()) tabId.takeOut();
      connection.comeBack();
    },
  });
  notes.take((name) => pageOption(w, name));
  for (const call of waiting) guard(commands.run)(call);
  decide();
  // After the first dialling, so that the launcher of somebody who is connected waits for the welcome.
  talk.showLauncher();
  if (memory.has('chat')) talk.fetchFile('box');
  return { run: commands.run, draw: talk.draw };
}
