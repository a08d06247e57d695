import type { AgentTyping } from '@vetrina/protocol/messages/typing';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';
import { attempt } from './answer-frame.ts';

/** C4: the visitor sees that an answer is being written. */
export function showTyping(
  { agentChats, failed }: AgentVerbParts,
  { desk, connection }: AgentScreen,
  frame: AgentTyping,
): void {
  attempt(connection, frame.type, () => agentChats.typing(desk, frame), failed);
}
