import { safeAddress } from '@vetrina/domain/address';
import type { LiveVisitor } from '@vetrina/domain/live-visitor';
import { visitSource } from '@vetrina/domain/source';
import { continuesVisit } from '@vetrina/domain/visit';
import type { Account } from '@vetrina/protocol/http/account';
import type { PageViewId, TabId, VisitId, VisitorId } from '@vetrina/protocol/ids';
import type { VisitorHello } from '@vetrina/protocol/messages/visitor-hello';
import type { Clock } from '../platform/clock.ts';
import type { AdmissionBatch } from './admission-batch.ts';
import { awaitJournal } from './await-journal.ts';
import { alter, type VisitorChange } from './changes.ts';
import { isCrawler } from './crawlers.ts';
import { type Enriched, enrich, type KnownHello, type PeerFacts } from './enrich.ts';
import { identifyVisitor } from './identify-visitor.ts';
import type { IpBlocks } from './ip-blocks.ts';
import type { Locate } from './locate.ts';
import type {
  AdmittedVisitor,
  SignedIdentities,
  StoredVisit,
  StoredVisitor,
  VisitJournal,
  VisitorKey,
} from './ports.ts';
import type { Machine } from './read-user-agent.ts';
import { recordPageView } from './record-page-view.ts';
import { retitlePage } from './retitle-page.ts';
import { currentTab, isBlocked, type OnSite, type OpenTab, rememberPage, type Stay } from './stay.ts';
import { TabPace } from './tab-pace.ts';
import { visitorIdFor } from './visitor-id.ts';

/** How long the server itself was away before this run, ms since 1970; null: never ran before. */
export interface Downtime {
  readonly from: number;
  readonly to: number;
}

/** What the row shows of a visitor's conversations, which are another feature's. */
export interface ChatsOfVisitors {
  /** Makes `factsOf` know. `hasAny`: there were conversations, so the store may have to be asked. */
  recall(key: VisitorKey, hasAny: boolean): Promise<void>;
  /** Null: there is no conversation. */
  factsOf(key: VisitorKey): Pick<LiveVisitor, 'chat' | 'unread' | 'lastMessage' | 'agents'> | null;
}

export interface AdmissionParts {
  readonly clock: Clock;
  readonly secret: string;
  readonly batch: AdmissionBatch;
  readonly journal: VisitJournal;
  readonly signed: SignedIdentities;
  readonly onSite: OnSite;
  readonly ipBlocks: IpBlocks;
  readonly locate: Locate;
  readonly readUserAgent: (userAgent: string) => Machine;
  readonly newVisit: () => VisitId;
  readonly downtime: Downtime | null;
  readonly chats: ChatsOfVisitors;
}

export type Admission =
  | {
      readonly as: 'known';
      readonly visitor: VisitorId;
      readonly changes: readonly VisitorChange[];
      /** What was not believed of the hello. */
      readonly problem: 'signature_invalid' | null;
    }
  /** A number beside the list (T3). */
  | { readonly as: 'counted' }
  | { readonly as: 'refused'; readonly because: 'bot' | 'tracking-off' | 'bad-address' };

/**
 * A tab says hello: decides what it is to the list, and for a visitor finds or creates who it is, continues the visit or
 * begins one, and records the page. Waits for the store only when the visitor is not on the site yet; rejects if that
 * fails, and nothing has changed then.
 */
export async function admitVisitor(
  parts: AdmissionParts,
  account: Account,
  peer: PeerFacts,
  tab: TabId,
  said: VisitorHello['visitor'],
): Promise<Admission> {
  if (isCrawler(peer.userAgent)) return { as: 'refused', because: 'bot' };
  const hello = wantedAs(account, said);
  if (hello === 'refused') return { as: 'refused', because: 'tracking-off' };
  if (hello === 'counted') return { as: 'counted' };
  if (safeAddress(hello.page.url, account.keptQueryParameters) === null)
    return { as: 'refused', because: 'bad-address' };

  const visitor = visitorIdFor(parts.secret, account.id, hello.browserKey);
  const key = { account: account.id, visitor };
  const blockedByIp = (await parts.ipBlocks.find(account.id, peer.ip)) !== null;
  await parts.signed.prepare(account.id);
  const found = await findStay(parts, account, peer, hello, key, blockedByIp);
  const { stay, savedAs } = found;
  const changes: VisitorChange[] = found.begun === null ? [] : [found.begun];
  changes.push(...joinStay(parts, account, peer, tab, hello, stay, blockedByIp, savedAs));
  if (hello.identity === undefined) return { as: 'known', visitor, changes, problem: null };
  const identified = identifyVisitor(parts, account, stay, hello.identity, parts.clock.now());
  if ('problem' in identified) return { as: 'known', visitor, changes, problem: identified.problem };
  return {
    as: 'known',
    visitor,
    changes: identified.change === null ? changes : [...changes, identified.change],
    problem: null,
  };
}

interface FoundStay {
  readonly stay: Stay;
  /** Null: the visitor was here already. */
  readonly begun: VisitorChange | null;
  readonly savedAs: PageViewId;
}

/** The visitor's stay, begun if there is none; only then the store is asked. */
async function findStay(
  parts: AdmissionParts,
  account: Account,
  peer: PeerFacts,
  hello: KnownHello,
  key: VisitorKey,
  blockedByIp: boolean,
): Promise<FoundStay> {
  const { visitor } = key;
  const here = parts.onSite.get(account.id, visitor);
  if (here !== undefined) return { stay: here, begun: null, savedAs: hello.page.id };
  if (parts.onSite.endedJustNow(visitor, parts.clock.now())) await awaitJournal(parts);
  const stored = await parts.batch.admit({ ...key, at: parts.clock.now() });
  await parts.chats.recall(key, stored.chats > 0);
  // Another tab of the same browser may have been faster.
  const faster = parts.onSite.get(account.id, visitor);
  if (faster !== undefined) return { stay: faster, begun: null, savedAs: hello.page.id };
  const { stay, change } = beginStay(parts, account, peer, hello, stored, blockedByIp);
  const isRenamed = change.newVisit && hello.again === true;
  return { stay, begun: change, savedAs: isRenamed ? renamed(hello.page.id, stay.visit) : hello.page.id };
}

/** T3: who is to be known. Opening the chat box is asking for it, whatever the account tracks otherwise. */
function wantedAs({ trackingMode }: Account, hello: VisitorHello['visitor']): KnownHello | 'counted' | 'refused' {
  const chatting = hello.as === 'known' && hello.chatting === true;
  if (trackingMode === 'chat-only' && !chatting) return 'refused';
  return hello.as === 'counted' || (trackingMode === 'count-only' && !chatting) ? 'counted' : hello;
}

/** One more tab, or the same one again: after a navigation with a new page, after a lost socket with the one it had. */
function joinStay(
  parts: AdmissionParts,
  account: Account,
  peer: PeerFacts,
  tabId: TabId,
  hello: KnownHello,
  stay: Stay,
  blockedByIp: boolean,
  savedAs: PageViewId,
): VisitorChange[] {
  const at = parts.clock.now();
  stay.peerIp = peer.ip;
  stay.blockedByIp = blockedByIp;
  if (stay.visitor.blocked !== isBlocked(stay, at)) stay.visitor = { ...stay.visitor, blocked: isBlocked(stay, at) };
  let tab = stay.tabs.find((one) => one.id === tabId);
  if (tab === undefined) {
    tab = openTab(stay, tabId, hello, account);
    if (hello.again === true && stay.resumed) resumeTab(parts.journal, stay, tab, hello, at);
  }
  const recorded = recordPageView(parts.journal, account, stay, tab, hello.page, at, {
    visible: hello.visible,
    savedAs,
  });
  if ('change' in recorded) return [recorded.change];
  // The page it had before: only its title can be another, if that changed while the line was away.
  const retitled = retitlePage(parts.journal, stay, tab, hello.page.id, hello.page.title, at);
  return retitled === null ? [] : [retitled];
}

function openTab(stay: Stay, id: TabId, hello: KnownHello, account: Account): OpenTab {
  const url = safeAddress(hello.page.url, account.keptQueryParameters) ?? '';
  const tab: OpenTab = {
    id,
    page: { id: hello.page.id, savedAs: hello.page.id, url, title: hello.page.title, openedAt: null },
    usedAt: 0,
    pace: new TabPace(),
  };
  stay.tabs.push(tab);
  return tab;
}

/**
 * A tab of a visit that goes on after a restart: its page was recorded before and is not counted twice, and coming back is
 * no activity. The page is told again so that the visit is known to go on.
 */
function resumeTab(journal: VisitJournal, stay: Stay, tab: OpenTab, hello: KnownHello, at: number): void {
  const { id: page, url, title } = tab.page;
  rememberPage(stay, page);
  if (hello.visible) tab.usedAt = stay.visitor.lastActivityAt;
  const shown = currentTab(stay)?.page ?? tab.page;
  alter(stay, { page: { url: shown.url, title: shown.title } });
  const key = { account: stay.account, visitor: stay.visitor.id };
  journal.append({ ...key, kind: 'page-viewed', visit: stay.visit, page, url, title, at });
}

/** Most come without one: they share it. */
const NO_CAMPAIGN: Stay['campaign'] = {};

/** The visitor was not on the site: the visit goes on where the server's absence cut it, or a new one begins. */
function beginStay(
  parts: AdmissionParts,
  account: Account,
  peer: PeerFacts,
  hello: KnownHello,
  stored: AdmittedVisitor,
  blockedByIp: boolean,
): { readonly stay: Stay; readonly change: Extract<VisitorChange, { kind: 'arrived' }> } {
  const at = parts.clock.now();
  const facts = enrich(parts, account, peer, hello);
  const last = visitToContinue(stored.lastVisit, at, parts.downtime);
  const visit = last?.id ?? parts.newVisit();
  const { source, label } =
    last === null
      ? visitSource(hello.page.url, hello.page.referrer, account.keptQueryParameters)
      : { source: last.source, label: labelOf(last) };
  const stay: Stay = {
    account: account.id,
    visit,
    resumed: last !== null,
    tabs: [],
    recentPages: [],
    campaign: Object.keys(source.utm).length === 0 ? NO_CAMPAIGN : source.utm,
    contacts: stored.contacts,
    userId: stored.userId,
    block: stored.blocked,
    blockedByIp,
    peerIp: peer.ip,
    visitor: newcomer(stored, facts, {
      visitStartedAt: last?.startedAt ?? at,
      pageViews: last?.pageViews ?? 0,
      visits: stored.visits + (last === null ? 1 : 0),
      lastActivityAt: last !== null && hello.again === true ? last.lastSeenAt : at,
      source: label,
      referrer: source.referrer,
      page: { url: safeAddress(hello.page.url, account.keptQueryParameters) ?? '', title: hello.page.title },
      ...parts.chats.factsOf({ account: account.id, visitor: stored.id }),
    }),
  };
  if (isBlocked(stay, at)) stay.visitor = { ...stay.visitor, blocked: true };
  parts.onSite.add(stay);
  const key = { account: account.id, visitor: stored.id };
  if (last === null) {
    const { place, machine, language, timezone, ip, ipIsMasked } = facts;
    parts.journal.append({
      ...key,
      kind: 'visit-started',
      visit,
      at,
      source,
      place,
      machine,
      language,
      timezone,
      ip,
      ipIsMasked,
    });
  }
  return { stay, change: { kind: 'arrived', account: account.id, visitor: stay.visitor, at, newVisit: last === null } };
}

/**
 * The stored visit if it still goes on (V1). One that nobody saw end lasted at least until this server was last known to
 * be alive.
 */
function visitToContinue(last: StoredVisit | null, at: number, downtime: Downtime | null): StoredVisit | null {
  if (last === null) return null;
  const cut = downtime !== null && last.endedAt === null && last.startedAt <= downtime.from;
  const seen = cut ? { ...last, lastSeenAt: Math.max(last.lastSeenAt, downtime.from) } : last;
  const away = downtime !== null && seen.lastSeenAt <= downtime.to ? downtime.to - downtime.from : 0;
  return continuesVisit(seen, at, away) ? last : null;
}

function labelOf({ source }: StoredVisit): string | null {
  const { label } = visitSource(source.landingUrl ?? '', source.referrer ?? undefined, []);
  return source.utm.source ?? label;
}

/** A page view id of the new visit's own, well formed, the same if the page says hello again. */
function renamed(page: PageViewId, visit: VisitId): PageViewId {
  return `${visit.slice(2, 16)}${page.slice(0, 8)}` as PageViewId;
}

type VisitFacts = Pick<
  Stay['visitor'],
  'visitStartedAt' | 'pageViews' | 'visits' | 'lastActivityAt' | 'source' | 'referrer' | 'page'
> &
  Partial<Pick<Stay['visitor'], 'chat' | 'unread' | 'lastMessage' | 'agents'>>;

function newcomer(stored: StoredVisitor, facts: Enriched, visit: VisitFacts): Stay['visitor'] {
  const { id, number, name, email, phone, customer, verified, chats, group, variables } = stored;
  const { device, browser, os } = facts.machine;
  return {
    ...{ id, number, name, email, phone, customer, verified, chats, group, variables },
    ...{ device, browser, os, ip: facts.ip, country: facts.place.country, city: facts.place.city },
    language: stored.language ?? facts.language,
    autoMessaged: stored.autoMessagedAt !== null,
    blocked: false,
    presence: { state: 'here' },
    chat: { state: 'none' },
    typing: false,
    unread: 0,
    lastMessage: null,
    agents: [],
    tabs: 1,
    ...visit,
  };
}
