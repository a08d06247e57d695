import type { WatchViews } from '@vetrina/protocol/messages/views';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';
import { attempt } from './answer-frame.ts';

/** SV4: counts of the saved views stand on this screen from now on, or do not any more. */
export function watchViews(
  { viewCounts, failed }: AgentVerbParts,
  { desk, screen, connection }: AgentScreen,
  { type, watching }: WatchViews,
): void {
  attempt(connection, type, () => viewCounts.watch(desk, screen.list, watching), failed);
}
