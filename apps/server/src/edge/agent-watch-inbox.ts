import type { WatchInbox } from '@vetrina/protocol/messages/inbox';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';

/** C2: shows another folder of the inbox, or none. */
export function watchInbox({ agentChats }: AgentVerbParts, { desk }: AgentScreen, frame: WatchInbox): void {
  agentChats.watchInbox(desk, frame);
}
