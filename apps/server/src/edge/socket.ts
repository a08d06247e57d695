/**
 * The little of a WebSocket that the server uses. `edge/ws-socket.ts` makes one of a real socket, tests hand in one end
 * of a pair in memory. Sending on a closed socket is silently nothing.
 */
export interface Socket {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Ends at once, without a closing handshake: for peers that no longer answer. */
  terminate(): void;
  /** Asks the browser itself, not its scripts, for a sign of life. */
  ping(): void;
  /** Bytes accepted by `send` that the peer has not taken yet. */
  readonly bufferedAmount: number;
  /** One listener; a later one replaces it. */
  onMessage(listener: (data: Uint8Array) => void): void;
  onClose(listener: (code: number) => void): void;
  onPong(listener: () => void): void;
}

/** What is known of a peer before it says anything. */
export interface Peer {
  /** Of the connection; full, and never stored as such unless the account stores addresses. */
  readonly ip: string;
  readonly origin: string | null;
  readonly userAgent: string;
  /** `Accept-Language`, for visitors whose page names no language. */
  readonly acceptLanguage: string | null;
}
