/**
 * Lets sockets and timers have their turn between two pieces of synchronous work. SQLite answers without ever leaving the
 * thread, so that a chain of awaited queries alone would starve everything else.
 */
export type Breathe = () => Promise<void>;

export const breathe: Breathe = () => new Promise((resolve) => setImmediate(resolve));
