import type { RuleFacts } from '@vetrina/domain/automation/facts';
import { firstMoment, type SpannedLogic } from '@vetrina/domain/automation/first-moment';
import type { RuleId } from '@vetrina/protocol/ids';
import type { Rules } from '@vetrina/protocol/messages/automatic-message';

type PageRule = Rules['rules'][number];

export interface Outlook {
  /** Whose moment has come; null: nobody's. */
  readonly due: RuleId | null;
  /** When the next one's comes if nothing happens but time, ms; null: not by itself. */
  readonly next: number | null;
}

/**
 * What the rules of a page come to at `at`. Of several whose moment has come, the one that stands first has it (A3.4).
 *
 * @param notBefore when a rule may be asked about again, ms; infinite: not on this page
 */
export function outlook(
  { rules, quietUntil }: Pick<Rules, 'rules' | 'quietUntil'>,
  facts: RuleFacts,
  notBefore: (rule: RuleId) => number,
  at: number,
): Outlook {
  let due: RuleId | null = null;
  let next = Number.POSITIVE_INFINITY;
  for (const { id, logic } of rules) {
    const from = Math.max(at, notBefore(id), isAskedFor(logic) ? 0 : (quietUntil ?? 0));
    const moment = Number.isFinite(from) && isSpanned(logic) ? firstMoment(logic, facts, from) : null;
    if (moment === null) continue;
    if (moment <= at) due ??= id;
    else next = Math.min(next, moment);
  }
  return { due, next: Number.isFinite(next) ? next : null };
}

/** A3.2: what answers somebody who waits, or who opened the chat, is held back by no budget. */
const isAskedFor = ({ when }: PageRule['logic']): boolean => when.on === 'unanswered' || when.on === 'chat-opened';

/** The server has worked every calendar out. */
const isSpanned = (logic: PageRule['logic']): logic is SpannedLogic => logic.schedule.times?.by !== 'calendar';
