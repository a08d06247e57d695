import type { Actor } from '../accounts/ports.ts';
import type { AgentChats } from '../live/agent-chats.ts';
import type { AgentFeed } from '../live/agent-feed.ts';
import type { Desk } from '../live/desks.ts';
import type { Followers } from '../live/followers.ts';
import type { PlacesFeed } from '../live/places-feed.ts';
import type { Screen } from '../live/screen.ts';
import type { ViewCounts } from '../live/view-counts.ts';
import type { Clock } from '../platform/clock.ts';
import type { Connection } from './connection.ts';

/** One agent's open screen, as the verbs of the agent socket see it. Who acts comes from the ticket, never from a frame. */
export interface AgentScreen {
  readonly actor: Actor;
  readonly connection: Connection;
  readonly screen: Screen;
  /** The same screen, as conversations see it. */
  readonly desk: Desk;
}

export interface AgentVerbParts {
  readonly clock: Clock;
  readonly feed: AgentFeed;
  readonly places: PlacesFeed;
  readonly followers: Followers;
  readonly agentChats: AgentChats;
  readonly viewCounts: ViewCounts;
  readonly failed: (reason: unknown) => void;
}
