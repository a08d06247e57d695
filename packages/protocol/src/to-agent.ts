import { z } from 'zod';
import { accountChanged } from './messages/account-changed.ts';
import { agentWelcome } from './messages/agent-welcome.ts';
import { beat } from './messages/beat.ts';
import { claims } from './messages/compose.ts';
import { conversationChanged, conversationEntry, conversationFollowed } from './messages/follow-conversation.ts';
import { inboxCounts, inboxPatch, inboxWindow, notice } from './messages/inbox.ts';
import { paceChanged } from './messages/pace-changed.ts';
import { listPatch } from './messages/patch.ts';
import { places } from './messages/places.ts';
import { probed } from './messages/probe.ts';
import { problem } from './messages/problem.ts';
import { readUpTo } from './messages/read.ts';
import { refused, said } from './messages/say.ts';
import { snippetSeen } from './messages/snippet-seen.ts';
import { teamChanged } from './messages/team-changed.ts';
import { visitorIsTyping } from './messages/typing.ts';
import { viewCounts, viewEntered, viewsChanged } from './messages/views.ts';
import { visitorFollowed } from './messages/visitor-followed.ts';
import { listWindow } from './messages/window.ts';

/** Everything the server may send to an agent's screen. */
export const toAgent = z.discriminatedUnion('type', [
  agentWelcome,
  listWindow,
  listPatch,
  visitorFollowed,
  paceChanged,
  snippetSeen,
  probed,
  beat,
  problem,
  said,
  refused,
  claims,
  inboxWindow,
  inboxPatch,
  inboxCounts,
  notice,
  conversationFollowed,
  conversationEntry,
  conversationChanged,
  visitorIsTyping,
  readUpTo,
  teamChanged,
  accountChanged,
  places,
  viewCounts,
  viewEntered,
  viewsChanged,
]);
export type ToAgent = z.infer<typeof toAgent>;
