import { pino } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

type Write = (facts: Readonly<Record<string, unknown>>, sentence: string) => void;

/**
 * Structured log: facts first, then one English sentence. Facts name accounts, agents and processes by id; they never hold
 * what visitors wrote, their names, or a full IP address.
 */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

/** A log that writes one JSON object a line to stdout. `err` is serialised with its stack. */
export function createLog(level: LogLevel): Log {
  const logger = pino({ level, base: null, formatters: { level: (label) => ({ level: label }) } });
  return {
    debug: (facts, sentence) => logger.debug(facts, sentence),
    info: (facts, sentence) => logger.info(facts, sentence),
    warn: (facts, sentence) => logger.warn(facts, sentence),
    error: (facts, sentence) => logger.error(facts, sentence),
  };
}

/** A log that says nothing, for tests and tools. */
export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
