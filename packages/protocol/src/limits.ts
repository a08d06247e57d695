/** Sizes that both ends know. Lengths are UTF-16 code units, frame sizes are bytes. */
export const LIMITS = {
  visitorFrameBytes: 16 * 1024,
  agentFrameBytes: 64 * 1024,
  /** Deepest nesting a frame may have; real frames need three. */
  frameDepth: 8,
  url: 2_000,
  title: 300,
  name: 255,
  email: 255,
  phone: 50,
  group: 64,
  language: 35,
  timezone: 64,
  variables: 50,
  variableKey: 64,
  variableValue: 500,
  query: 500,
  windowRows: 200,
  note: 5_000,
} as const;

/** Rhythms that both ends know, in ms. */
export const RHYTHM = {
  /** The server sends a beat this often; a client that hears nothing for `beat + beatGrace` reconnects. */
  beat: 25_000,
  beatGrace: 8_000,
  /** A page reports activity at most this often. */
  activity: 15_000,
  /** Time from an accepted socket to its hello. */
  hello: 5_000,
} as const;
