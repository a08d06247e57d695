import type { AgentSay } from '@vetrina/protocol/messages/say';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';
import { answer } from './answer-frame.ts';

/** C3, V8: acknowledged once it is saved, refused otherwise. */
export function say({ agentChats, failed }: AgentVerbParts, { desk, connection }: AgentScreen, frame: AgentSay): void {
  answer(connection, frame.id, agentChats.say(desk, frame), failed);
}
