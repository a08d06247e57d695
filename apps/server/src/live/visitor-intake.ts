import type { ErrorCode } from '@vetrina/protocol/errors';
import type { FromVisit } from '@vetrina/protocol/from-visitor';
import type { Account } from '@vetrina/protocol/http/account';
import type { AccountId, TabId, VisitorId } from '@vetrina/protocol/ids';
import type { VisitorHello } from '@vetrina/protocol/messages/visitor-hello';
import type { Counters } from '../platform/counters.ts';
import type { Incarnation, PresenceEvent, PresenceLog } from '../presence/ports.ts';
import { type Admission, type AdmissionParts, admitVisitor } from '../visitors/admit-visitor.ts';
import type { VisitorChange } from '../visitors/changes.ts';
import type { PeerFacts } from '../visitors/enrich.ts';
import { type Identified, identifyVisitor } from '../visitors/identify-visitor.ts';
import { changePresence, closeTab, endVisit } from '../visitors/leave-site.ts';
import { recordActivity } from '../visitors/record-activity.ts';
import { recordPageView } from '../visitors/record-page-view.ts';
import { retitlePage } from '../visitors/retitle-page.ts';
import type { OpenTab, Stay } from '../visitors/stay.ts';
import { LateFrames } from './late-frames.ts';

/** One admitted tab behind one socket. */
export interface Tab {
  /** Replaced when its settings change. */
  account: Account;
  readonly visitor: VisitorId;
  readonly id: TabId;
  readonly incarnation: Incarnation;
  /** Known for the chat alone, where the account does not track (T3). */
  readonly chatting: boolean;
}

/** What became of a frame: `lost` means the visitor is no longer known and must say hello again. */
export type Taken = { readonly problem: ErrorCode } | 'taken' | 'lost';

export interface IntakeParts extends AdmissionParts {
  readonly presence: PresenceLog;
  readonly counters: Counters;
  /** Hands a change to the reactions. */
  readonly changed: (change: VisitorChange) => void;
  /** The visitor's visit is over. */
  readonly ended: (stay: Stay) => void;
  /** Reads what every box of an account shows, once. */
  readonly ready: (account: AccountId) => Promise<void>;
}

type StayFrame = Exclude<FromVisit, { type: 'goodbye' }>;

/** Between the visitors' socket and the visitors' feature: one call per frame, and every change goes to the reactions. */
export class VisitorIntake {
  readonly #parts: IntakeParts;
  readonly #late: LateFrames<Tab, StayFrame>;
  #replaced: (incarnation: Incarnation) => void = () => undefined;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
    this.#late = new LateFrames(parts.clock, (tab, frame) => this.#again(tab, frame));
    parts.presence.onEvent((event) => this.#presence(event));
  }

  /** One listener, told which socket is to be closed because another took its tab over. */
  onReplaced(listener: (incarnation: Incarnation) => void): void {
    this.#replaced = listener;
  }

  async hello(
    account: Account,
    peer: PeerFacts,
    tab: TabId,
    incarnation: Incarnation,
    said: VisitorHello['visitor'],
  ): Promise<Admission> {
    const admission = await admitVisitor(this.#parts, account, peer, tab, said);
    if (admission.as === 'counted') await this.#parts.ready(account.id);
    if (admission.as !== 'known') return admission;
    for (const change of admission.changes) this.#parts.changed(change);
    this.#parts.presence.open({ account: account.id, visitor: admission.visitor, tab }, incarnation);
    return admission;
  }

  frame(tab: Tab, frame: FromVisit): Taken {
    const { stay, open } = this.#find(tab);
    if (frame.type === 'goodbye') {
      this.#close(tab);
      return 'taken';
    }
    if (stay === undefined || open === undefined) return 'lost';
    // A page that comes back to life (back/forward cache) after its goodbye is open again.
    this.#parts.presence.open({ account: tab.account.id, visitor: tab.visitor, tab: tab.id }, tab.incarnation);
    return this.#take(tab, stay, open, frame);
  }

  /** The chat box said something: the tab is open, and whoever speaks is active. False: must say hello again. */
  spoke(tab: Tab, spoken: boolean): boolean {
    const { stay, open } = this.#find(tab);
    if (stay === undefined || open === undefined) return false;
    this.#parts.presence.open({ account: tab.account.id, visitor: tab.visitor, tab: tab.id }, tab.incarnation);
    if (spoken) this.#parts.changed(recordActivity(stay, open, this.#parts.clock.now()));
    return true;
  }

  /** The socket is gone; `silentFor`: ms since its page was last surely there. */
  lost(tab: Tab, silentFor = 0): void {
    this.#close(tab, silentFor);
  }

  /** Tabs that went too fast, for metrics and leak tests. */
  get late(): number {
    return this.#late.size;
  }

  stop(): void {
    this.#late.stop();
  }

  #find(tab: Tab): { readonly stay: Stay | undefined; readonly open: OpenTab | undefined } {
    const stay = this.#parts.onSite.get(tab.account.id, tab.visitor);
    return { stay, open: stay?.tabs.find((one) => one.id === tab.id) };
  }

  /** A late frame's next try: no sign of life, so it opens nothing. */
  #again(tab: Tab, frame: StayFrame): void {
    const { stay, open } = this.#find(tab);
    if (stay !== undefined && open !== undefined) this.#take(tab, stay, open, frame);
  }

  #take(who: Tab, stay: Stay, tab: OpenTab, frame: StayFrame): Taken {
    const { journal, clock, counters } = this.#parts;
    const at = clock.now();
    // What follows something late is late too, or the older would win.
    if (this.#late.has(who, frame.type)) return this.#tooFast(who, frame);
    switch (frame.type) {
      case 'page-viewed': {
        const recorded = recordPageView(journal, who.account, stay, tab, frame.page, at);
        if ('change' in recorded) return this.#changed(recorded.change);
        if (recorded.dropped === 'too-fast') return this.#tooFast(who, frame);
        counters.count('pages_dropped', recorded.dropped);
        return recorded.dropped === 'bad-address' ? { problem: 'bad_address' } : 'taken';
      }
      case 'title-changed':
        // So is the title of a page that is late.
        if (this.#late.has(who, 'page-viewed') || !tab.pace.admits('title', at)) return this.#tooFast(who, frame);
        return this.#changed(retitlePage(journal, stay, tab, frame.page, frame.title, at));
      case 'activity':
        return this.#changed(recordActivity(stay, tab, at));
      case 'identify':
        if (!tab.pace.admits('identity', at)) return this.#tooFast(who, frame);
        return this.#identified(identifyVisitor(this.#parts, who.account, stay, frame.identity, at));
    }
  }

  /** Kept for a moment, in the place of an older one, which is counted as dropped. */
  #tooFast(who: Tab, frame: StayFrame): 'taken' {
    if (this.#late.keep(who, frame)) this.#tooFastDropped(frame.type);
    return 'taken';
  }

  #tooFastDropped(type: string): void {
    this.#parts.counters.count(type === 'page-viewed' ? 'pages_dropped' : 'frames_refused', 'too-fast');
  }

  #identified(identified: Identified): Taken {
    if ('problem' in identified) return identified;
    return this.#changed(identified.change);
  }

  #changed(change: VisitorChange | null): 'taken' {
    if (change !== null) this.#parts.changed(change);
    return 'taken';
  }

  #close(tab: Tab, silentFor = 0): void {
    for (const type of this.#late.forget(tab)) this.#tooFastDropped(type);
    this.#parts.presence.close(
      { account: tab.account.id, visitor: tab.visitor, tab: tab.id },
      tab.incarnation,
      silentFor,
    );
  }

  #presence(event: PresenceEvent): void {
    if (event.kind === 'replaced') {
      this.#replaced(event.incarnation);
      return;
    }
    const stay = this.#parts.onSite.get(event.account, event.visitor);
    if (stay === undefined) return;
    switch (event.kind) {
      case 'tab-gone':
        closeTab(this.#parts.journal, stay, event.tab, event.closedAt);
        return;
      case 'changed':
        this.#changed(changePresence(stay, event));
        return;
      case 'gone':
        this.#parts.ended(stay);
        this.#parts.changed(endVisit(this.#parts.journal, this.#parts.onSite, stay, event));
        return;
    }
  }
}
