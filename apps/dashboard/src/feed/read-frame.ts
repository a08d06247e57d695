import type { ToAgent } from '@vetrina/protocol/to-agent';

/** Every name there is: the compiler sees to it that none is missing. */
const TYPES: Readonly<Record<ToAgent['type'], true>> = {
  welcome: true,
  window: true,
  patch: true,
  'visitor-followed': true,
  'pace-changed': true,
  'snippet-seen': true,
  probed: true,
  beat: true,
  problem: true,
  said: true,
  refused: true,
  claims: true,
  inbox: true,
  'inbox-patch': true,
  'inbox-counts': true,
  notice: true,
  'conversation-followed': true,
  entry: true,
  'conversation-changed': true,
  'visitor-typing': true,
  'read-up-to': true,
  team: true,
  'account-changed': true,
  places: true,
  'view-counts': true,
  'view-entered': true,
  'views-changed': true,
};

/**
 * Reads a frame of our own server; null when this version of the page does not know it. What strangers typed was checked
 * by the server before it got here and is only ever shown as text, and a page older than the server is turned away at its
 * hello, so the schemas need not be sent to every screen.
 */
export function readFrame(text: string): ToAgent | null {
  try {
    const frame: unknown = JSON.parse(text);
    return isFrame(frame) ? frame : null;
  } catch {
    return null;
  }
}

function isFrame(frame: unknown): frame is ToAgent {
  return (
    typeof frame === 'object' &&
    frame !== null &&
    'type' in frame &&
    typeof frame.type === 'string' &&
    Object.hasOwn(TYPES, frame.type)
  );
}
