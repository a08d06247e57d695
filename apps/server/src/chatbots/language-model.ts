import type { ModelCall, ModelOutcome } from '@vetrina/protocol/http/chatbots';
import { LIMITS } from '@vetrina/protocol/limits';
import { z } from 'zod';
import type { LanguageModel } from './ports.ts';

/** Where the operator's model answers. */
export interface ModelSettings {
  /** Base address, e.g. `https://api.example.com/v1`. */
  readonly url: string;
  readonly name: string;
  readonly key: string | null;
}

/** A visitor waits, ms. */
const PATIENCE = 30_000;
/** Some hundred words. */
const MOST_TOKENS = 600;
const LONGEST_ANSWER = 256 * 1_024;

/** What is read of the answer (https://platform.openai.com/docs/api-reference/chat/object). */
const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});

type Because = Extract<ModelOutcome, { outcome: 'failed' }>['because'];
const failed = (because: Because): ModelOutcome => ({ outcome: 'failed', because });

/** Speaks the chat completions of OpenAI, as most servers of models do. Off without settings. */
export function createLanguageModel(settings: ModelSettings | null): LanguageModel {
  return {
    isOn: settings !== null,
    ask: (call) => (settings === null ? Promise.resolve(failed('not-configured')) : complete(settings, call)),
  };
}

async function complete(
  { url, name, key }: ModelSettings,
  { instructions, messages }: ModelCall,
): Promise<ModelOutcome> {
  try {
    const answer = await fetch(`${url.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({
        model: name,
        max_tokens: MOST_TOKENS,
        messages: [
          { role: 'system', content: instructions },
          ...messages.map(({ by, text }) => ({ role: by === 'bot' ? 'assistant' : 'user', content: text })),
        ],
      }),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      return failed('refused');
    }
    const read = completion.safeParse(JSON.parse(await limitedText(answer)));
    const text = read.data?.choices[0]?.message.content?.trim() ?? '';
    return text === '' ? failed('no-answer') : { outcome: 'ok', text: text.slice(0, LIMITS.modelText).toWellFormed() };
  } catch (error) {
    if (error instanceof SyntaxError) return failed('no-answer');
    return failed((error as { name?: string }).name === 'TimeoutError' ? 'timed-out' : 'unreachable');
  }
}

/** @throws SyntaxError for an answer that is too long to be one */
async function limitedText(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of answer.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > LONGEST_ANSWER) throw new SyntaxError('the answer of the model is too long');
  }
  return text;
}
