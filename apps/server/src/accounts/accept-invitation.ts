import type { Account } from '@vetrina/protocol/http/account';
import type { AcceptInvitation, OpenInvitation } from '@vetrina/protocol/http/team';
import type { Clock } from '../platform/clock.ts';
import type { Ids } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { hashOf } from './link-token.ts';
import type { OpenedSession, StoredInvitation, TeamStore, UserId } from './ports.ts';
import { countAttempt, enter, type SignedIn, type SignInParts } from './sign-in.ts';
import type { KeptTeams } from './team-directory.ts';
import { checkAccepted } from './team-rules.ts';

/** As for everybody who chooses a password. */
const SHORTEST_PASSWORD = 10;

export interface AcceptParts extends Omit<SignInParts, 'team'> {
  readonly team: TeamStore;
  readonly teams: Pick<KeptTeams, 'changed'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Pick<Ids, 'agent'>;
}

/** What the page behind the link shows. @throws Refusal `link_expired`, `too_many_requests` */
export async function openInvitation(parts: AcceptParts, token: string, ip: string): Promise<OpenInvitation> {
  countAttempt(parts, ip);
  const { invitation, account } = await findInvitation(parts, token);
  const { email, invitedBy, role } = invitation;
  const known = (await parts.authentication.userOf(email)) !== null;
  return { email, invitedBy, role, accountName: account.name, known };
}

/**
 * Takes the seat and signs in. Somebody new chooses a password; a person this server knows proves to be that person, and
 * enters the account joined last from now on.
 * @throws Refusal `link_expired`, `wrong_credentials`, `second_factor`, `wrong_code`, `seat_limit`, `too_many_requests`
 */
export async function acceptInvitation(
  parts: AcceptParts,
  token: string,
  form: AcceptInvitation,
  ip: string,
): Promise<SignedIn> {
  const { invitation, account } = await findInvitation(parts, token);
  countAttempt(parts, ip, invitation.email);
  const known = (await parts.authentication.userOf(invitation.email)) !== null;
  if (known) {
    const opened = await proveToBe(parts, invitation.email, form);
    try {
      await takeSeat(parts, account, invitation, token, opened.user, form.name);
    } catch (error) {
      await parts.authentication.signOut(cookieHeader(opened.cookies));
      throw error;
    }
    return enter(parts, opened, ip);
  }
  const user = await register(parts, invitation.email, form);
  try {
    await takeSeat(parts, account, invitation, token, user, form.name);
  } catch (error) {
    await parts.authentication.forget(user);
    throw error;
  }
  return enter(parts, await proveToBe(parts, invitation.email, form), ip);
}

async function findInvitation(parts: AcceptParts, token: string) {
  const invitation = await parts.team.invitationOf(hashOf(token));
  const account = invitation === null ? null : await parts.directory.byId(invitation.account);
  if (invitation === null || account === null || invitation.expiresAt <= parts.clock.now()) {
    throw new Refusal('link_expired');
  }
  // Whoever was to be limited to groups that are gone since would see everyone (T1).
  const groups = invitation.groups.length === 0 ? [] : await parts.team.groups(account.id);
  const left = invitation.groups.filter((group) => groups.some(({ key }) => key === group));
  if (left.length === 0 && invitation.groups.length > 0) throw new Refusal('link_expired');
  return { invitation, account };
}

async function register(parts: AcceptParts, email: string, { name, password }: AcceptInvitation): Promise<UserId> {
  if (password.length < SHORTEST_PASSWORD) throw new Refusal('bad_request', { fields: { password: 'too short' } });
  const user = await parts.authentication.register({ name, email, password });
  // Signed up elsewhere in this very moment: the page asks again, then for the password of that person.
  if (user === 'email_taken') throw new Refusal('email_taken');
  return user;
}

async function proveToBe(
  { authentication }: AcceptParts,
  email: string,
  { password, code }: AcceptInvitation,
): Promise<OpenedSession> {
  const opened = await authentication.signIn(email, password);
  if (opened === null) throw new Refusal('wrong_credentials');
  if (opened.step === 'done') return opened;
  if (code === undefined || code === '') throw new Refusal('second_factor');
  const proved = await authentication.secondFactor(cookieHeader(opened.cookies), code);
  if (typeof proved === 'string') throw new Refusal(proved);
  return proved;
}

async function takeSeat(
  parts: AcceptParts,
  account: Account,
  { email, role, groups }: StoredInvitation,
  token: string,
  user: UserId,
  name: string,
): Promise<void> {
  const agent = { id: parts.ids.agent(), name, email, role, photo: null };
  const seat = { user, agent, groups, at: parts.clock.now() };
  const taken = await parts.team.acceptInvitation(account.id, hashOf(token), seat, (team) =>
    checkAccepted(account.plan, team),
  );
  if (taken === null) throw new Refusal('link_expired');
  parts.teams.changed(account.id);
  parts.events.memberJoined({ account: account.id, agent: taken });
}

/** What a browser would send back. */
function cookieHeader(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(';')[0]).join('; ');
}
