import type { Probe } from '@vetrina/protocol/messages/probe';
import type { AgentScreen, AgentVerbParts } from './agent-screen.ts';

/** Answers at once, so that the screen can show its lag (V10). */
export function answerProbe({ clock }: AgentVerbParts, { connection }: AgentScreen, { n }: Probe): void {
  connection.send({ type: 'probed', n, serverTime: clock.now() });
}
