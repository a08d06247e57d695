import type { FollowConversation } from '@vetrina/protocol/messages/follow-conversation';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';

/** C3: keeps one conversation live; whether it may be seen is decided anew each time. */
export function followConversation(
  { agentChats }: AgentVerbParts,
  { desk }: AgentScreen,
  frame: FollowConversation,
): void {
  agentChats.follow(desk, frame);
}
