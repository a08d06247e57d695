import type { Bridge } from '../bridge.ts';

/** Starts the chat box on the page that the bridge leads to. */
export function startBox(_bridge: Bridge): void {}
