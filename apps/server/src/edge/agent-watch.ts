import type { Scroll, Unwatch, Watch } from '@vetrina/protocol/messages/watch';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';

/** Shows another list; a refused one leaves the list that was shown. */
export function watchList({ feed }: AgentVerbParts, { screen, connection }: AgentScreen, frame: Watch): void {
  const refused = feed.watch(screen, frame);
  if (refused !== null) connection.problem(refused, frame.type);
}

/** Shows another part of the same list. */
export function scrollList({ feed }: AgentVerbParts, { screen, connection }: AgentScreen, frame: Scroll): void {
  const refused = feed.scroll(screen, frame);
  if (refused !== null) connection.problem(refused, frame.type);
}

export function unwatchList(_parts: AgentVerbParts, { screen }: AgentScreen, _frame: Unwatch): void {
  screen.unwatch();
}
