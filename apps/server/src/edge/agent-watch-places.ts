import type { WatchPlaces } from '@vetrina/protocol/messages/places';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';

/** D3: from which countries the people of a view are; a refused question leaves the map that was shown. */
export function watchPlaces({ places }: AgentVerbParts, { screen, connection }: AgentScreen, frame: WatchPlaces): void {
  const refused = places.watch(screen, frame);
  if (refused !== null) connection.problem(refused, frame.type);
}
