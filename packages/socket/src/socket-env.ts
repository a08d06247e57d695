/** One WebSocket, reduced to what is used of it. */
export interface Wire {
  send(text: string): void;
  close(): void;
}

/** What a wire reports. After `closed` it reports nothing more. */
export interface WireEvents {
  opened(): void;
  /** A text frame. Binary frames are not part of the protocol and are dropped by the wire. */
  heard(text: string): void;
  /** 1006 and an empty reason when the network was lost. */
  closed(code: number, reason: string): void;
}

/** The browser's events that tell of the network, and that the machine or the tab was asleep until now. */
export type Sign = 'online' | 'offline' | 'resume' | 'visibilitychange';

/** Everything a reconnecting socket needs from the world; a browser's is in `browser-env.ts`, tests hand in a fake one. */
export interface SocketEnv {
  /** May throw (mixed content, a policy of the page): counts as a failed attempt. */
  connect(address: string, events: WireEvents): Wire;
  /** Wall clock in ms. Monotonic clocks stop while a machine sleeps, which is just what must be noticed. */
  now(): number;
  /** Runs `task` in `ms`; returns what cancels it. */
  later(task: () => void, ms: number): () => void;
  /** Uniform in [0, 1). */
  random(): number;
  /** Reports signs until the returned function is called. */
  watch(report: (sign: Sign) => void): () => void;
}
