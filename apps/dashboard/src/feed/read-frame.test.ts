import { toAgent } from '@vetrina/protocol/to-agent';
import { expect, test } from 'vitest';
import { readFrame } from './read-frame.ts';

test('V: every frame the server may send is known, nothing else is', () => {
  for (const { shape } of toAgent.options) {
    expect(readFrame(JSON.stringify({ type: shape.type.value }))).not.toBeNull();
  }
  for (const text of ['', 'null', '[]', '{}', '{"type":1}', '{"type":"toString"}', '{"type":"newer"}']) {
    expect(readFrame(text), text).toBeNull();
  }
});
