import { z } from 'zod';
import { attention } from './messages/attention.ts';
import { compose } from './messages/compose.ts';
import { followConversation } from './messages/follow-conversation.ts';
import { followVisitor } from './messages/follow-visitor.ts';
import { watchInbox } from './messages/inbox.ts';
import { watchPlaces } from './messages/places.ts';
import { probe } from './messages/probe.ts';
import { agentRead } from './messages/read.ts';
import { agentSay } from './messages/say.ts';
import { agentTyping } from './messages/typing.ts';
import { watchViews } from './messages/views.ts';
import { scroll, unwatch, watch } from './messages/watch.ts';

/** Everything an agent's screen may send, after its hello. */
export const fromAgent = z.discriminatedUnion('type', [
  watch,
  scroll,
  unwatch,
  followVisitor,
  probe,
  agentSay,
  agentTyping,
  agentRead,
  compose,
  watchInbox,
  followConversation,
  watchPlaces,
  attention,
  watchViews,
]);
export type FromAgent = z.infer<typeof fromAgent>;
