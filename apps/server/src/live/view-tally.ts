import type { ListedVisitor } from '@vetrina/domain/listed';
import { type ViewTest, viewTest } from '@vetrina/domain/saved-view';
import type { LiveList } from '@vetrina/live-list/live-list';
import type { ViewAsks } from '@vetrina/protocol/http/views';
import type { VisitorId } from '@vetrina/protocol/ids';
import { ExpiryQueue } from '../presence/expiry-queue.ts';

/** SV5: whoever is back in a view within so long, ms, was not away: a page between two others, a status that flickers. */
const FLICKER = 60_000;
/** Visitors asked between two looks at the clock. */
const STEP = 256;

/** Somebody stands in the view now. `before`: as they were while they stood there already; null: they did not. */
export type Entered = (visitor: ListedVisitor, before: ListedVisitor | null, at: number) => void;

/**
 * Who of a list a view shows, kept true by every change of it: a change costs one question, the beginning a scan in slices,
 * time alone a queue of moments. Nobody goes through everyone again.
 */
export class ViewTally {
  readonly #list: LiveList<ListedVisitor>;
  readonly #test: ViewTest;
  readonly #members = new Set<VisitorId>();
  /** When whoever left the view did, oldest first. */
  readonly #left = new Map<VisitorId, number>();
  readonly #turns: ExpiryQueue<VisitorId> | null;
  /** When the view was made: whoever stood in it then did not enter. */
  readonly #since: number;
  /** What the first scan has still to go through, and who was met before it came to them; null: it is over. */
  #rest: Iterator<ListedVisitor> | null;
  readonly #met = new Set<VisitorId>();
  /** Told of who enters; null: nobody wants to know. */
  entered: Entered | null = null;

  constructor(list: LiveList<ListedVisitor>, asks: Pick<ViewAsks, 'filter' | 'query'>, at: number) {
    this.#list = list;
    this.#since = at;
    this.#test = viewTest(asks);
    this.#turns = this.#test.nextTurn === null ? null : new ExpiryQueue();
    this.#rest = list.items();
  }

  /** SV3. A lower bound until `complete`. */
  get people(): number {
    return this.#members.size;
  }

  get complete(): boolean {
    return this.#rest === null;
  }

  /** Goes on with the first scan for about `budget` ms, one step at least. True: it is over. */
  scan(budget: number, now: () => number, step = STEP): boolean {
    const start = now();
    for (let met = 1; this.#rest !== null; met += 1) {
      const next = this.#rest.next();
      if (next.done === true) this.#end();
      else if (!this.#met.has(next.value.visitor.id)) this.put(next.value, next.value, start, false);
      if (met % step === 0 && now() - start >= budget) break;
    }
    return this.#rest === null;
  }

  /** A visitor is otherwise now. `returns`: they came back within their visit, and are nobody new. */
  put(before: ListedVisitor | undefined, after: ListedVisitor, at: number, returns: boolean): void {
    const { id } = after.visitor;
    if (this.#rest !== null) this.#meet(id, before);
    this.#noteTurn(after, at);
    const is = this.#test.holds(after, at);
    const was = this.#members.has(id);
    if (!is && !was) return;
    if (!is) this.#leave(id, at);
    else {
      this.#members.add(id);
      if (was) this.#tellOfMove(before, after, at);
      else this.#enter(after, at, returns && before === undefined);
    }
  }

  removed(id: VisitorId): void {
    this.#members.delete(id);
    this.#left.delete(id);
    this.#turns?.delete(id);
  }

  /** What time alone has changed by now. */
  pass(at: number): void {
    if (this.#turns !== null) {
      for (const id of this.#turns.due(at)) {
        const visitor = this.#list.get(id);
        if (visitor !== undefined) this.put(visitor, visitor, at, false);
      }
    }
    for (const [id, since] of this.#left) {
      if (at - since < FLICKER) break;
      this.#left.delete(id);
    }
  }

  /** Whoever is met for the first time is as they were when the view was made. */
  #meet(id: VisitorId, before: ListedVisitor | undefined): void {
    if (this.#met.has(id)) return;
    this.#met.add(id);
    if (before !== undefined && this.#test.holds(before, this.#since)) this.#members.add(id);
  }

  #end(): void {
    this.#rest = null;
    this.#met.clear();
  }

  #enter(visitor: ListedVisitor, at: number, returns: boolean): void {
    const { id } = visitor.visitor;
    const since = this.#left.get(id);
    this.#left.delete(id);
    if (returns || (since !== undefined && at - since < FLICKER)) return;
    this.entered?.(visitor, null, at);
  }

  /** T1: whose group is another now has come into the sight of other agents. */
  #tellOfMove(before: ListedVisitor | undefined, after: ListedVisitor, at: number): void {
    if (before !== undefined && before.visitor.group !== after.visitor.group) this.entered?.(after, before, at);
  }

  #leave(id: VisitorId, at: number): void {
    this.#members.delete(id);
    if (this.entered === null) return;
    this.#left.delete(id);
    this.#left.set(id, at);
  }

  #noteTurn(visitor: ListedVisitor, at: number): void {
    if (this.#turns === null || this.#test.nextTurn === null) return;
    const next = this.#test.nextTurn(visitor, at);
    if (next === null) this.#turns.delete(visitor.visitor.id);
    else this.#turns.set(visitor.visitor.id, next);
  }
}
