import { ROLES, type Role } from '@vetrina/protocol/http/account';

/** The roles somebody may give to others: one's own and those below. The server decides; screens offer no more than it allows. */
export function rolesToGive(mine: Role): readonly Role[] {
  return ROLES.slice(ROLES.indexOf(mine));
}

/** May `me` change this member's role or deactivate them? Never one's own, never those of somebody above. */
export function mayManage(
  me: { readonly id: string; readonly role: Role },
  member: { readonly id: string; readonly role: Role },
): boolean {
  return me.role !== 'agent' && me.id !== member.id && rolesToGive(me.role).includes(member.role);
}

/** Owner may what admin may, admin what agent may. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(least);
}
