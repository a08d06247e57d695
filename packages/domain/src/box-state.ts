import type { Face } from '@vetrina/protocol/conversation';
import type { Account } from '@vetrina/protocol/http/account';
import type { BoxState } from '@vetrina/protocol/messages/chat';
import { entitled } from './entitlements.ts';
import { sees } from './group-scope.ts';
import { isOpen } from './office-hours.ts';
import { boxOnPlan } from './plan-box.ts';

/** An agent who is online: chose so, and has a dashboard open. */
export interface OnlineAgent {
  readonly face: Face;
  readonly groups: readonly string[];
}

/** What the box's state depends on about a visitor. */
export interface BoxVisitor {
  readonly group: string | null;
  readonly blocked: boolean;
  /** Has a conversation that is new or open. */
  readonly chatting: boolean;
  /** That conversation is one somebody of the team has joined. */
  readonly answered: boolean;
}

/** Faces shown in a box. */
const MOST_FACES = 5;

/**
 * C5: can this visitor talk to the team at `at` (ms since 1970)? Online if somebody is who may see the visitor: with groups
 * that is an agent of the visitor's group or one without groups, who turns every group online. Outside the office hours
 * (PRO) nobody is, but for those whose conversation goes on; who wrote and is not answered yet waits for the morning.
 * Hidden from the blocked alone (C7): what settings hide, the page shows all the same if it says so.
 */
export function boxStateFor(
  account: Pick<Account, 'plan' | 'box' | 'officeHours'>,
  visitor: BoxVisitor,
  online: readonly OnlineAgent[],
  at: number,
): BoxState {
  const { blocked, chatting, answered } = visitor;
  if (blocked) return { state: 'hidden', agents: [], chatting };
  const { form } = boxOnPlan(account.box, account.plan);
  const hours = entitled(account.plan, 'office-hours') ? account.officeHours : null;
  const here = isOpen(hours, at) || answered ? online.filter(mayTalkTo(account.plan, form, visitor)) : [];
  const agents = here.slice(0, MOST_FACES).map(({ face }) => face);
  return { state: here.length > 0 ? 'online' : 'offline', agents, chatting };
}

/** A visitor without a group who is asked for one before the chat can still come to anybody. */
function mayTalkTo(plan: Account['plan'], form: Account['box']['form'], { group }: BoxVisitor) {
  const anybody = !entitled(plan, 'groups') || (group === null && form.beforeChat && form.group !== 'off');
  return ({ groups }: OnlineAgent): boolean => anybody || sees(groups, group);
}
