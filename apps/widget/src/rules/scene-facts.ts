import { safeAddress } from '@vetrina/domain/address';
import type { PageFacts, RuleFacts } from '@vetrina/domain/automation/facts';
import type { Rules } from '@vetrina/protocol/messages/automatic-message';
import type { Link, Scene } from '../link/link.ts';

/** What the visitor has done on one page view, as far as rules ask for it. Times are the server's. */
interface Doings {
  readonly scene: Scene;
  readonly openedAt: number;
  readonly scrolled: { readonly percent: number; readonly at: number }[];
  leavingAt: number | null;
}

/** What is read of the link, anew each time. */
interface Known {
  scene(): Scene;
  readonly welcome: Link['welcome'] | undefined;
  readonly ahead: number | undefined;
}

/** Collects what rules are decided by (A2) on the page that is shown; with another page it begins anew. */
export class SceneFacts {
  private readonly link: Known;
  private readonly now: () => number;
  private last: Doings | undefined;

  /** @param now the server's clock, ms since 1970 */
  constructor(link: Known, now: () => number) {
    this.link = link;
    this.now = now;
  }

  /** How far down the page is scrolled. False: it was as far down before. */
  scrolledTo(percent: number): boolean {
    const { scrolled } = this.doings();
    if (percent <= (scrolled.at(-1)?.percent ?? 0)) return false;
    scrolled.push({ percent, at: this.now() });
    return true;
  }

  /** False: so it was before. */
  isLeaving(): boolean {
    const doings = this.doings();
    if (doings.leavingAt !== null) return false;
    doings.leavingAt = this.now();
    return true;
  }

  of({ visitStartedAt, waitingSince, keptParameters }: Rules): RuleFacts {
    const { scene, openedAt, scrolled, leavingAt } = this.doings();
    const { url, title } = scene.page;
    const state = this.link.welcome?.box.state;
    const page: PageFacts = {
      address: safeAddress(url, keptParameters) ?? '',
      ...{ title, openedAt, scrolled, leavingAt },
      events: Object.fromEntries(Object.entries(scene.events).map(([name, at]) => [name, this.onServer(at)])),
    };
    return {
      ...{ page, visitStartedAt, waitingSince },
      visitor: undefined,
      chatOpenedAt: scene.chatOpenedAt === undefined ? null : this.onServer(scene.chatOpenedAt),
      teamIsThere: state && state === 'online',
    };
  }

  private doings(): Doings {
    const scene = this.link.scene();
    if (this.last?.scene !== scene) {
      // The server cannot know of a page before its first welcome on it.
      const openedAt = Math.max(this.onServer(scene.at), this.link.welcome?.serverTime ?? 0);
      this.last = { scene, openedAt, scrolled: [], leavingAt: null };
    }
    return this.last;
  }

  private onServer(at: number): number {
    return at + (this.link.ahead ?? 0);
  }
}
