import type { Entry, PublicEntry } from '@vetrina/protocol/conversation';
import type { MessageId } from '@vetrina/protocol/ids';
import type { Shown } from './judge.ts';

/** What stands on one page and talks: the chat box, or the dashboard. */
export interface Screen {
  /** Somebody presses "Send". Null: there is nothing to write into yet. */
  write(text: string): MessageId | null;
  /** What is shown as not sent yet, or as failed. */
  waiting(): readonly MessageId[];
  /** How its line and its outbox stand, for whoever wants to know why something waits. */
  standing(): unknown;
  /** The conversation as it stands on the screen. */
  shown(): readonly Shown[];
  /** Scrolls up, until the first entry is there. */
  readBack(): void;
  /** The browser says that the page is being left. */
  leave(): void;
  /** What the browser keeps for the next page, told by the product's own store. */
  kept(): Promise<readonly MessageId[]>;
}

export const asShown = ({ seq, body }: Entry | PublicEntry): Shown => ({
  seq,
  text: body.kind === 'text' ? body.text : body.kind,
});
