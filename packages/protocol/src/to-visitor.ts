import { z } from 'zod';
import { automaticMessage, ruleHeld, rules } from './messages/automatic-message.ts';
import { visitorBeat } from './messages/beat.ts';
import { boxChanged, chat, chatAgents, chatEntry, chatHistory, uploadTo } from './messages/chat.ts';
import { problem } from './messages/problem.ts';
import { readUpTo } from './messages/read.ts';
import { done, refused, said } from './messages/say.ts';
import { agentIsTyping } from './messages/typing.ts';
import { visitorWelcome } from './messages/visitor-welcome.ts';

/** Everything the server may send to a visitor's page. A page ignores types it does not know. */
export const toVisitor = z.discriminatedUnion('type', [
  visitorWelcome,
  visitorBeat,
  problem,
  boxChanged,
  chat,
  chatEntry,
  chatAgents,
  chatHistory,
  said,
  done,
  refused,
  agentIsTyping,
  readUpTo,
  uploadTo,
  rules,
  ruleHeld,
  automaticMessage,
]);
export type ToVisitor = z.infer<typeof toVisitor>;
