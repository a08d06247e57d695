import type { Compose } from '@vetrina/protocol/messages/compose';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';
import { attempt } from './answer-frame.ts';

/** V8: colleagues see who writes to whom. */
export function compose(
  { agentChats, failed }: AgentVerbParts,
  { desk, connection }: AgentScreen,
  frame: Compose,
): void {
  attempt(connection, frame.type, () => agentChats.compose(desk, frame), failed);
}
