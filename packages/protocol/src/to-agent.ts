import { z } from 'zod';
import { agentWelcome } from './messages/agent-welcome.ts';
import { beat } from './messages/beat.ts';
import { paceChanged } from './messages/pace-changed.ts';
import { listPatch } from './messages/patch.ts';
import { probed } from './messages/probe.ts';
import { problem } from './messages/problem.ts';
import { snippetSeen } from './messages/snippet-seen.ts';
import { visitorFollowed } from './messages/visitor-followed.ts';
import { listWindow } from './messages/window.ts';

/** Everything the server may send to an agent's screen. */
export const toAgent = z.discriminatedUnion('type', [
  agentWelcome,
  listWindow,
  listPatch,
  visitorFollowed,
  paceChanged,
  snippetSeen,
  probed,
  beat,
  problem,
]);
export type ToAgent = z.infer<typeof toAgent>;
