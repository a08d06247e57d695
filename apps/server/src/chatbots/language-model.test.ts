import { LIMITS } from '@vetrina/protocol/limits';
import { expect, test } from 'vitest';
import { fakeOutside, json, type OutsideRequest } from './fake-outside.ts';
import { createLanguageModel } from './language-model.ts';

const CALL = {
  instructions: 'Be kind.',
  messages: [
    { by: 'bot' as const, text: 'Ask me.' },
    { by: 'visitor' as const, text: 'Where are you?' },
  ],
};

/** A small server that speaks the chat completions of OpenAI. */
const speaking = (answer: (asked: OutsideRequest) => string | null) =>
  fakeOutside((asked, response) =>
    json(response, 200, { choices: [{ index: 0, message: { role: 'assistant', content: answer(asked) } }] }),
  );

test('A7: a model is asked over the chat completions, with its key', async () => {
  await using server = await speaking(() => ' In Rome. ');
  const model = createLanguageModel({ url: `${server.url}/v1/`, name: 'small', key: 'secret' });
  expect(await model.ask(CALL)).toEqual({ outcome: 'ok', text: 'In Rome.' });
  expect(server.asked).toMatchObject([
    {
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer secret' },
      body: {
        model: 'small',
        messages: [
          { role: 'system', content: 'Be kind.' },
          { role: 'assistant', content: 'Ask me.' },
          { role: 'user', content: 'Where are you?' },
        ],
      },
    },
  ]);
});

test('A7: without settings there is none', async () => {
  const model = createLanguageModel(null);
  expect(model.isOn).toBe(false);
  expect(await model.ask(CALL)).toEqual({ outcome: 'failed', because: 'not-configured' });
});

test('A7: what it says is cut to a length, and well formed', async () => {
  await using server = await speaking(() => '\ud800'.repeat(20_000));
  const model = createLanguageModel({ url: server.url, name: 'small', key: null });
  const answer = await model.ask(CALL);
  expect(answer).toMatchObject({ outcome: 'ok' });
  if (answer.outcome === 'ok')
    expect([answer.text.length, answer.text.isWellFormed()]).toEqual([LIMITS.modelText, true]);
});

test.each([
  ['an error', 500, '{}', 'refused'],
  ['something else than it should', 200, '{"choices":[]}', 'no-answer'],
  ['no JSON', 200, 'hello', 'no-answer'],
  ['nothing', 200, '{"choices":[{"message":{"content":""}}]}', 'no-answer'],
  ['without end', 200, `"${'x'.repeat(300_000)}"`, 'no-answer'],
])('A7: a model that answers %s is an outcome, not a fault', async (_, status, body, because) => {
  await using server = await fakeOutside((__, response) => void response.writeHead(status).end(body));
  const model = createLanguageModel({ url: server.url, name: 'small', key: null });
  expect(await model.ask(CALL)).toEqual({ outcome: 'failed', because });
});

test('A7: a model that is away is an outcome', async () => {
  const gone = await fakeOutside(() => undefined);
  await gone[Symbol.asyncDispose]();
  expect(await createLanguageModel({ url: gone.url, name: 'x', key: null }).ask(CALL)).toMatchObject({
    because: 'unreachable',
  });
});
