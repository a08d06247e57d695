import type { AgentRead } from '@vetrina/protocol/messages/read';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';
import { attempt } from './answer-frame.ts';

/** C4: this agent has seen it. */
export function markRead(
  { agentChats, failed }: AgentVerbParts,
  { desk, connection }: AgentScreen,
  frame: AgentRead,
): void {
  attempt(connection, frame.type, () => agentChats.read(desk, frame), failed);
}
