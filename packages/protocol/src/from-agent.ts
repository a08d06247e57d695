import { z } from 'zod';
import { followVisitor } from './messages/follow-visitor.ts';
import { probe } from './messages/probe.ts';
import { scroll, unwatch, watch } from './messages/watch.ts';

/** Everything an agent's screen may send, after its hello. */
export const fromAgent = z.discriminatedUnion('type', [watch, scroll, unwatch, followVisitor, probe]);
export type FromAgent = z.infer<typeof fromAgent>;
