import { z } from 'zod';
import { accountKey } from '../ids.ts';
import { visitorDetails } from '../visitor-details.ts';
import { account, accountSettings, agent, type Role, session } from './account.ts';
import {
  assignTo,
  conversationParams,
  conversationSearch,
  conversationsFound,
  entries,
  entriesBefore,
  newShortcut,
  newTag,
  recalling,
  shortcut,
  shortcutEdit,
  shortcutParams,
  tag,
  tagEdit,
  tagging,
  tagParams,
  transcriptTo,
  transferTo,
  uploadPlace,
} from './conversations.ts';
import { demandSignature, identitySecret } from './identity-secret.ts';
import { installation, widgetConfig } from './installation.ts';
import { preferences } from './preferences.ts';
import {
  forgotPassword,
  freshPassword,
  passwordAgain,
  passwordChange,
  secondFactorCode,
  secondFactorOffer,
  secondFactorState,
  signedIn,
} from './second-factor.ts';
import { agentTicket, firstRun, setup, signIn, signUp } from './sign-in.ts';
import {
  acceptInvitation,
  agentParams,
  group,
  groupEdit,
  groupParams,
  invitation,
  invitationParams,
  linkParams,
  myStatus,
  newGroup,
  newInvitation,
  openInvitation,
  profileEdit,
  teamMember,
  teamMemberEdit,
} from './team.ts';
import {
  blockedVisitors,
  blockParams,
  ipBlock,
  newIpBlock,
  visitorBlock,
  visitorEdit,
  visitorParams,
} from './visitors.ts';

/** One route of the table, whichever it is. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** The least role that may call it; `anyone` needs no session. */
  readonly who: 'anyone' | Role;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Body of the 2xx answer; absent: 204. Refusals are always `errorBody`. */
  readonly answer?: z.ZodType;
}

/**
 * Every HTTP route, once: the server registers this table, the dashboard's client calls it, OpenAPI is made from it.
 * Mutations demand the dashboard's own `Origin` and the header `content-type: application/json`.
 */
export const ROUTES = {
  setup: { method: 'GET', path: '/api/v1/setup', who: 'anyone', answer: setup },
  firstRun: { method: 'POST', path: '/api/v1/setup', who: 'anyone', body: firstRun, answer: session },
  signUp: { method: 'POST', path: '/api/v1/sign-up', who: 'anyone', body: signUp, answer: session },
  signIn: { method: 'POST', path: '/api/v1/session', who: 'anyone', body: signIn, answer: signedIn },
  session: { method: 'GET', path: '/api/v1/session', who: 'agent', answer: session },
  signOut: { method: 'DELETE', path: '/api/v1/session', who: 'anyone' },
  agentTicket: { method: 'POST', path: '/api/v1/agent-tickets', who: 'agent', answer: agentTicket },
  preferences: { method: 'GET', path: '/api/v1/me/preferences', who: 'agent', answer: preferences },
  savePreferences: {
    method: 'PUT',
    path: '/api/v1/me/preferences',
    who: 'agent',
    body: preferences,
    answer: preferences,
  },
  saveAccount: { method: 'PATCH', path: '/api/v1/account', who: 'admin', body: accountSettings, answer: account },
  installation: { method: 'GET', path: '/api/v1/account/installation', who: 'agent', answer: installation },
  agents: { method: 'GET', path: '/api/v1/agents', who: 'agent', answer: z.array(agent) },
  visitor: {
    method: 'GET',
    path: '/api/v1/visitors/:visitor',
    who: 'agent',
    params: visitorParams,
    answer: visitorDetails,
  },
  editVisitor: {
    method: 'PATCH',
    path: '/api/v1/visitors/:visitor',
    who: 'agent',
    params: visitorParams,
    body: visitorEdit,
    answer: visitorDetails,
  },
  blockVisitor: {
    method: 'POST',
    path: '/api/v1/visitors/:visitor/block',
    who: 'agent',
    params: visitorParams,
    body: visitorBlock,
    answer: visitorDetails,
  },
  unblockVisitor: {
    method: 'DELETE',
    path: '/api/v1/visitors/:visitor/block',
    who: 'agent',
    params: visitorParams,
    answer: visitorDetails,
  },
  blockedVisitors: { method: 'GET', path: '/api/v1/blocked-visitors', who: 'agent', answer: blockedVisitors },
  ipBlocks: { method: 'GET', path: '/api/v1/ip-blocks', who: 'agent', answer: z.array(ipBlock) },
  addIpBlock: { method: 'POST', path: '/api/v1/ip-blocks', who: 'agent', body: newIpBlock, answer: ipBlock },
  removeIpBlock: { method: 'DELETE', path: '/api/v1/ip-blocks/:block', who: 'agent', params: blockParams },
  secondFactorSignIn: {
    method: 'POST',
    path: '/api/v1/session/second-factor',
    who: 'anyone',
    body: secondFactorCode,
    answer: session,
  },
  forgotPassword: { method: 'POST', path: '/api/v1/password-resets', who: 'anyone', body: forgotPassword },
  freshPassword: {
    method: 'POST',
    path: '/api/v1/password-resets/:token',
    who: 'anyone',
    params: linkParams,
    body: freshPassword,
  },
  editProfile: { method: 'PATCH', path: '/api/v1/me', who: 'agent', body: profileEdit, answer: agent },
  removePhoto: { method: 'DELETE', path: '/api/v1/me/photo', who: 'agent', answer: agent },
  /** Then PUT the picture there: at most `LIMITS.photoBytes`. */
  photoPlace: { method: 'POST', path: '/api/v1/me/photo-uploads', who: 'agent', answer: uploadPlace },
  changePassword: { method: 'POST', path: '/api/v1/me/password', who: 'agent', body: passwordChange },
  myStatus: { method: 'GET', path: '/api/v1/me/status', who: 'agent', answer: myStatus },
  saveMyStatus: { method: 'PUT', path: '/api/v1/me/status', who: 'agent', body: myStatus, answer: myStatus },
  secondFactor: { method: 'GET', path: '/api/v1/me/second-factor', who: 'agent', answer: secondFactorState },
  offerSecondFactor: {
    method: 'POST',
    path: '/api/v1/me/second-factor',
    who: 'agent',
    body: passwordAgain,
    answer: secondFactorOffer,
  },
  confirmSecondFactor: {
    method: 'POST',
    path: '/api/v1/me/second-factor/confirmation',
    who: 'agent',
    body: secondFactorCode,
  },
  removeSecondFactor: { method: 'DELETE', path: '/api/v1/me/second-factor', who: 'agent', body: passwordAgain },
  team: { method: 'GET', path: '/api/v1/team', who: 'admin', answer: z.array(teamMember) },
  editTeamMember: {
    method: 'PATCH',
    path: '/api/v1/team/:agent',
    who: 'admin',
    params: agentParams,
    body: teamMemberEdit,
    answer: teamMember,
  },
  invitations: { method: 'GET', path: '/api/v1/invitations', who: 'admin', answer: z.array(invitation) },
  invite: { method: 'POST', path: '/api/v1/invitations', who: 'admin', body: newInvitation, answer: invitation },
  withdrawInvitation: {
    method: 'DELETE',
    path: '/api/v1/invitations/:invitation',
    who: 'admin',
    params: invitationParams,
  },
  openInvitation: {
    method: 'GET',
    path: '/api/v1/invitation-links/:token',
    who: 'anyone',
    params: linkParams,
    answer: openInvitation,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/v1/invitation-links/:token',
    who: 'anyone',
    params: linkParams,
    body: acceptInvitation,
    answer: session,
  },
  groups: { method: 'GET', path: '/api/v1/groups', who: 'agent', answer: z.array(group) },
  addGroup: { method: 'POST', path: '/api/v1/groups', who: 'admin', body: newGroup, answer: group },
  editGroup: {
    method: 'PATCH',
    path: '/api/v1/groups/:group',
    who: 'admin',
    params: groupParams,
    body: groupEdit,
    answer: group,
  },
  removeGroup: { method: 'DELETE', path: '/api/v1/groups/:group', who: 'admin', params: groupParams },
  identitySecret: { method: 'GET', path: '/api/v1/account/identity-secret', who: 'admin', answer: identitySecret },
  renewIdentitySecret: {
    method: 'POST',
    path: '/api/v1/account/identity-secret',
    who: 'admin',
    answer: identitySecret,
  },
  demandSignature: {
    method: 'PATCH',
    path: '/api/v1/account/identity-secret',
    who: 'admin',
    body: demandSignature,
    answer: identitySecret,
  },
  conversations: {
    method: 'GET',
    path: '/api/v1/conversations',
    who: 'agent',
    query: conversationSearch,
    answer: conversationsFound,
  },
  conversationEntries: {
    method: 'GET',
    path: '/api/v1/conversations/:conversation/entries',
    who: 'agent',
    params: conversationParams,
    query: entriesBefore,
    answer: entries,
  },
  joinConversation: {
    method: 'POST',
    path: '/api/v1/conversations/:conversation/join',
    who: 'agent',
    params: conversationParams,
  },
  leaveConversation: {
    method: 'POST',
    path: '/api/v1/conversations/:conversation/leave',
    who: 'agent',
    params: conversationParams,
  },
  assignConversation: {
    method: 'POST',
    path: '/api/v1/conversations/:conversation/assign',
    who: 'agent',
    params: conversationParams,
    body: assignTo,
  },
  unassignConversation: {
    method: 'POST',
    path: '/api/v1/conversations/:conversation/unassign',
    who: 'agent',
    params: conversationParams,
    body: assignTo,
  },
  transferConversation: {
    method: 'POST',
    path: '/api/v1/conversations/:conversation/transfer',
    who: 'agent',
    params: conversationParams,
    body: transferTo,
  },
  resolveConversation: {
    method: 'POST',
    path: '/api/v1/conversations/:conversation/resolve',
    who: 'agent',
    params: conversationParams,
  },
  reopenConversation: {
    method: 'POST',
    path: '/api/v1/conversations/:conversation/reopen',
    who: 'agent',
    params: conversationParams,
  },
  markUnread: {
    method: 'POST',
    path: '/api/v1/conversations/:conversation/unread',
    who: 'agent',
    params: conversationParams,
  },
  tagConversation: {
    method: 'PUT',
    path: '/api/v1/conversations/:conversation/tags',
    who: 'agent',
    params: conversationParams,
    body: tagging,
  },
  recallMessage: {
    method: 'POST',
    path: '/api/v1/conversations/:conversation/recall',
    who: 'agent',
    params: conversationParams,
    body: recalling,
  },
  sendTranscript: {
    method: 'POST',
    path: '/api/v1/conversations/:conversation/transcript',
    who: 'agent',
    params: conversationParams,
    body: transcriptTo,
  },
  uploadPlace: { method: 'POST', path: '/api/v1/uploads', who: 'agent', answer: uploadPlace },
  shortcuts: { method: 'GET', path: '/api/v1/shortcuts', who: 'agent', answer: z.array(shortcut) },
  addShortcut: { method: 'POST', path: '/api/v1/shortcuts', who: 'agent', body: newShortcut, answer: shortcut },
  editShortcut: {
    method: 'PATCH',
    path: '/api/v1/shortcuts/:shortcut',
    who: 'agent',
    params: shortcutParams,
    body: shortcutEdit,
    answer: shortcut,
  },
  removeShortcut: { method: 'DELETE', path: '/api/v1/shortcuts/:shortcut', who: 'agent', params: shortcutParams },
  tags: { method: 'GET', path: '/api/v1/tags', who: 'agent', answer: z.array(tag) },
  addTag: { method: 'POST', path: '/api/v1/tags', who: 'agent', body: newTag, answer: tag },
  editTag: { method: 'PATCH', path: '/api/v1/tags/:tag', who: 'agent', params: tagParams, body: tagEdit, answer: tag },
  removeTag: { method: 'DELETE', path: '/api/v1/tags/:tag', who: 'agent', params: tagParams },
  widgetConfig: {
    method: 'GET',
    path: '/widget/:key.json',
    who: 'anyone',
    params: z.strictObject({ key: accountKey }),
    answer: widgetConfig,
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
