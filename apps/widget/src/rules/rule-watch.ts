import type { RuleFacts } from '@vetrina/domain/automation/facts';
import type { MessageId, PageViewId, RuleId } from '@vetrina/protocol/ids';
import type { RuleDue, Rules } from '@vetrina/protocol/messages/automatic-message';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import { outlook } from './outlook.ts';

interface RulePorts {
  /** The server's clock as well as it is known, ms since 1970. */
  now(): number;
  after(ms: number, task: () => void): () => void;
  page(): PageViewId;
  facts(rules: Rules): RuleFacts;
  /** The tab is in front. What nobody sees must not use up a message. */
  isLookedAt(): boolean;
  /** There is a box on this page to read it in. */
  hasBox(): boolean;
  /** False: no line. The next welcome brings its rules. */
  send(frame: RuleDue): boolean;
}

/** The page on which something holds, or was done. */
interface Mark {
  readonly page: PageViewId;
  readonly until: number;
}

/** A question that nobody answers for so long is taken for a no. */
const ANSWER_MS = 10_000;
/** One rule is not asked about more often than this, whatever the answers and the clocks say. */
const AGAIN_MS = 5_000;
/** Timers know only so many milliseconds. */
const LONGEST_MS = 3_600_000;

/**
 * A2: watches the rules of a page with one timer, set to the first moment at which one of them fires, and asks the server
 * once when it has come. One question at a time.
 */
export class RuleWatch {
  private readonly ports: RulePorts;
  private rules: Rules | null = null;
  /** What the server said "not now" to. On another page an endless one is over. */
  private readonly held = new Map<RuleId, Mark>();
  private readonly asked = new Map<RuleId, Mark>();
  private question: RuleDue | null = null;
  private message: MessageId | null = null;
  private stopTimer: (() => void) | undefined;
  private stopWaiting: (() => void) | undefined;

  constructor(ports: RulePorts) {
    this.ports = ports;
  }

  hear(frame: ToVisitor): void {
    switch (frame.type) {
      // Its rules follow. What was asked over the lost line is not answered over this one.
      case 'welcome':
        this.take(null);
        this.message = frame.message?.id ?? null;
        break;
      case 'rules':
        this.take(frame);
        break;
      case 'rule-held':
        this.hold(frame.rule, frame.until);
        break;
      case 'automatic-message':
        // The same is told again once it was seen.
        if (frame.message !== null && frame.message.id !== this.message && this.question)
          this.hold(this.question.rule, null);
        this.message = frame.message?.id ?? null;
        break;
      default:
        break;
    }
    this.look();
  }

  /** Another visitor, or nobody. */
  forget(): void {
    this.take(null);
    this.asked.clear();
  }

  /** Something is another thing than before: it may be a rule's moment, or the next is at another time. */
  look(): void {
    const { ports, rules } = this;
    this.stopTimer?.();
    if (!rules || this.question || !ports.isLookedAt()) return;
    const at = ports.now();
    const { due, next } = outlook(rules, ports.facts(rules), (rule) => this.notBefore(rule), at);
    if (due !== null) this.ask(due, at);
    else if (next !== null) this.stopTimer = ports.after(Math.min(next - at, LONGEST_MS), () => this.look());
  }

  private take(rules: Rules | null): void {
    this.rules = rules;
    this.held.clear();
    this.answered();
    this.stopTimer?.();
  }

  private ask(rule: RuleId, at: number): void {
    const { ports } = this;
    const page = ports.page();
    const question = { type: 'rule-due', rule, page } as const;
    if (!ports.hasBox() || !ports.send(question)) return;
    this.question = question;
    this.asked.set(rule, { page, until: at + AGAIN_MS });
    this.stopWaiting = ports.after(ANSWER_MS, () => {
      this.hold(rule, null);
      this.look();
    });
  }

  private hold(rule: RuleId, until: number | null): void {
    // However late it comes, an answer is about the page on which the question was asked.
    const page = this.asked.get(rule)?.page ?? this.ports.page();
    this.held.set(rule, { page, until: until ?? Number.POSITIVE_INFINITY });
    if (this.question?.rule === rule) this.answered();
  }

  private answered(): void {
    this.question = null;
    this.stopWaiting?.();
  }

  private notBefore(rule: RuleId): number {
    const page = this.ports.page();
    const [held, asked] = [this.held.get(rule), this.asked.get(rule)];
    const heldUntil = held && (Number.isFinite(held.until) || held.page === page) ? held.until : 0;
    return Math.max(heldUntil, asked?.page === page ? asked.until : 0);
  }
}
