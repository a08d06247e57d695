import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fromAgent } from './from-agent.ts';
import { fromVisitor } from './from-visitor.ts';
import { agentHello } from './messages/agent-hello.ts';
import { visitorHello } from './messages/visitor-hello.ts';
import { toAgent } from './to-agent.ts';
import { toVisitor } from './to-visitor.ts';
import { PROTOCOL_FLOOR, PROTOCOL_VERSION } from './version.ts';

/**
 * The shape of the wire per released version. Pages keep an old loader in their cache for minutes: a change of shape is a
 * new version with a line of history in `version.ts`, and its hash is added here.
 */
const SHAPES: Readonly<Record<number, string>> = {
  1: 'a151af51d2c1a996',
  2: '11dc116ff1da84dc',
  3: 'e5520546f15009c5',
  4: '0496c1f3f505783f',
  5: '514bd5cfd2cc4215',
};

function shapeOfTheWire(): string {
  const hash = createHash('sha256');
  for (const schema of [visitorHello, fromVisitor, toVisitor, agentHello, fromAgent, toAgent]) {
    hash.update(JSON.stringify(z.toJSONSchema(schema)));
  }
  return hash.digest('hex').slice(0, 16);
}

test('the wire does not change without a new protocol version', () => {
  expect(shapeOfTheWire()).toBe(SHAPES[PROTOCOL_VERSION]);
});

test('the floor is never above the version', () => {
  expect(PROTOCOL_FLOOR).toBeLessThanOrEqual(PROTOCOL_VERSION);
});
