import { z } from 'zod';
import { beat } from './messages/beat.ts';
import { problem } from './messages/problem.ts';
import { visitorWelcome } from './messages/visitor-welcome.ts';

/** Everything the server may send to a visitor's page. A page ignores types it does not know. */
export const toVisitor = z.discriminatedUnion('type', [visitorWelcome, beat, problem]);
export type ToVisitor = z.infer<typeof toVisitor>;
