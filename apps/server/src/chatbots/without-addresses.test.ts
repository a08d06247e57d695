import { drawFlow, END } from '@vetrina/domain/chatbots/sketch';
import type { Chatbot } from '@vetrina/protocol/http/chatbots';
import type { ChatbotId, FlowBlockId } from '@vetrina/protocol/ids';
import { expect, test } from 'vitest';
import { withoutAddresses } from './without-addresses.ts';

test('A7: who may not change a chatbot does not see what its webhooks know it by', () => {
  let made = 0;
  const webhook = { kind: 'webhook' as const, facts: [], answers: [], picks: [], timeoutSeconds: 5 };
  const flow = drawFlow(
    {
      call: {
        block: { ...webhook, address: 'https://user:pass@shop.example/hook/secret?token=1' },
        to: { ok: 'end', failed: 'end' },
      },
      end: END,
    },
    () => `fb${made++}` as FlowBlockId,
  );
  const chatbot: Chatbot = {
    ...{ id: 'cb1' as ChatbotId, name: 'Bot', draft: flow, published: flow, isPublished: true },
    ...{ publishedAt: 1, createdAt: 1, changedAt: 1 },
  };
  const text = JSON.stringify(withoutAddresses(chatbot));
  expect(text).toContain('"https://shop.example"');
  expect(text).not.toMatch(/secret|token|pass/);
});
