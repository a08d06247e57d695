import { z } from 'zod';
import { visitorId } from '../ids.ts';
import { pendingMessage } from './automatic-message.ts';
import { boxState, chatPosition } from './chat.ts';

/** Answer to a visitor's hello. Counted visitors get no id. */
export const visitorWelcome = z.strictObject({
  type: z.literal('welcome'),
  protocol: z.int(),
  visitor: visitorId.nullable(),
  /** The server's clock, ms since 1970; the page never relies on its own. */
  serverTime: z.number(),
  /** The conversation the visitor has; null: none yet. */
  chat: chatPosition.nullable(),
  box: boxState,
  /** An automatic message that the visitor has neither answered nor closed. */
  message: pendingMessage.nullable(),
});
export type VisitorWelcome = z.infer<typeof visitorWelcome>;
