import type { Flow } from '@vetrina/protocol/automation/flow';
import type { Chatbot } from '@vetrina/protocol/http/chatbots';

/** A chatbot as those see it who may not change it: an address of a webhook may hold a secret, and only its origin is shown. */
export function withoutAddresses(chatbot: Chatbot): Chatbot {
  const { draft, published } = chatbot;
  return { ...chatbot, draft: veiled(draft), published: published === null ? null : veiled(published) };
}

const veiled = (flow: Flow): Flow => ({
  ...flow,
  blocks: flow.blocks.map((block) =>
    block.kind === 'webhook' ? { ...block, address: URL.parse(block.address)?.origin ?? '' } : block,
  ),
});
