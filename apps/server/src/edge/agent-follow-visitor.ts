import type { FollowVisitor } from '@vetrina/protocol/messages/follow-visitor';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';

/** Keeps one visitor's details live (V7). A visitor of another account, or of other groups, is answered as an unknown one. */
export function followVisitor(
  { followers }: AgentVerbParts,
  { actor, connection }: AgentScreen,
  frame: FollowVisitor,
): void {
  followers.follow(actor, connection.socket, frame.visitor);
}
