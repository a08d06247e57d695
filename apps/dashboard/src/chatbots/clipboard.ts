import type { Clip } from '@vetrina/domain/chatbots/edit-flow';

/** Blocks that were copied, for this and other chatbots, as long as the tab is open. */
let copied: Clip | null = null;

export function writeClip(clip: Clip): void {
  copied = clip;
}

export function readClip(): Clip | null {
  return copied;
}
