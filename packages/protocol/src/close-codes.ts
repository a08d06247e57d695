/**
 * How a socket ends. Every ending has a number, a reason for people who read logs, and says whether the client may come
 * back and how soon. 4000–4099: come back; 4100–4199: do not, until something changes (reload, settings, sign-in).
 */
export type ComeBack =
  /** With the usual full-jitter backoff. */
  | { when: 'soon' }
  /** Not before this many ms, then with full jitter. */
  | { when: 'after'; ms: number }
  /** Never by itself. */
  | { when: 'never' };

interface CloseCode {
  readonly code: number;
  readonly reason: string;
  readonly comeBack: ComeBack;
}

export const CLOSE = {
  /**
   * The server is being restarted; the herd is spread by the wait. It is longer than a restart takes, because whoever knocks
   * before the next process answers fails, and waits longer each time.
   */
  draining: { code: 4000, reason: 'server is restarting', comeBack: { when: 'after', ms: 3_000 } },
  /**
   * The same, where so many come back that they have to come more slowly: faster than a process greets them, they fill the
   * queue of its door, and the kernel drops whoever knocks then, who notices only after seconds.
   */
  drainingMany: { code: 4010, reason: 'server is restarting', comeBack: { when: 'after', ms: 5_000 } },
  silent: { code: 4001, reason: 'no sign of life', comeBack: { when: 'soon' } },
  slowReader: { code: 4002, reason: 'reads too slowly', comeBack: { when: 'after', ms: 5_000 } },
  tooManyFrames: { code: 4003, reason: 'too many frames', comeBack: { when: 'after', ms: 30_000 } },
  helloTimeout: { code: 4004, reason: 'no hello in time', comeBack: { when: 'after', ms: 5_000 } },
  overloaded: { code: 4005, reason: 'server is overloaded', comeBack: { when: 'after', ms: 15_000 } },
  tooManyConnections: { code: 4006, reason: 'too many connections from here', comeBack: { when: 'after', ms: 60_000 } },
  replaced: { code: 4007, reason: 'the same tab connected again', comeBack: { when: 'never' } },
  regrouped: { code: 4009, reason: 'role or groups changed', comeBack: { when: 'soon' } },
  internal: { code: 4008, reason: 'internal error', comeBack: { when: 'after', ms: 5_000 } },

  badFrame: { code: 4100, reason: 'frame not understood', comeBack: { when: 'never' } },
  frameTooLarge: { code: 4101, reason: 'frame too large', comeBack: { when: 'never' } },
  unknownKey: { code: 4102, reason: 'unknown account key', comeBack: { when: 'never' } },
  foreignOrigin: { code: 4103, reason: 'site is not on the list of allowed domains', comeBack: { when: 'never' } },
  clientTooOld: { code: 4104, reason: 'client is too old, reload', comeBack: { when: 'never' } },
  clientTooNew: { code: 4105, reason: 'client is newer than the server', comeBack: { when: 'after', ms: 60_000 } },
  ticketInvalid: { code: 4106, reason: 'ticket missing, used or expired', comeBack: { when: 'never' } },
  signedOut: { code: 4107, reason: 'session ended', comeBack: { when: 'never' } },
  trackingOff: { code: 4108, reason: 'this site does not track now', comeBack: { when: 'never' } },
  bot: { code: 4109, reason: 'crawlers are not tracked', comeBack: { when: 'never' } },
} as const satisfies Record<string, CloseCode>;

export type CloseName = keyof typeof CLOSE;

/** `ws` closes by itself with 1009 when a frame passes its `maxPayload`; browsers report it under that number. */
export const WS_TOO_LARGE = 1009;

const BY_NUMBER: ReadonlyMap<number, CloseCode> = new Map(Object.values(CLOSE).map((entry) => [entry.code, entry]));

/** What a client does after an ending: known codes say so, anything else (network loss, 1006) means "soon". */
export function comeBackAfter(code: number): ComeBack {
  if (code === WS_TOO_LARGE) return CLOSE.frameTooLarge.comeBack;
  return BY_NUMBER.get(code)?.comeBack ?? { when: 'soon' };
}
