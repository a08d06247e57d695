import type { Cast } from './authorisation-cast.ts';
import { aSubscribing } from './push-world.ts';
import { aDraft } from './rule-samples.ts';

/** One that was there before, so that an account never has too many. */
export async function aRule(cast: Cast) {
  for (const { id } of (await cast.must('owner', 'rules')).slice(1))
    await cast.must('owner', 'removeRule', { params: { rule: id } });
  return {
    rule: (await cast.must('owner', 'addRule', { body: { draft: aDraft('A secret rule'), preset: null } }))
      .id as string,
  };
}

/** A chatbot that does nothing. */
export const EMPTY_FLOW = { start: null, blocks: [], connections: [] };

export async function aChatbot(cast: Cast) {
  for (const { id } of (await cast.must('owner', 'chatbots')).slice(1))
    await cast.must('owner', 'removeChatbot', { params: { chatbot: id } });
  return {
    chatbot: (await cast.must('owner', 'addChatbot', { body: { name: 'A secret bot', draft: EMPTY_FLOW } }))
      .id as string,
  };
}

export async function aTag(cast: Cast) {
  const body = { name: `tag ${cast.next()}`, color: 'red', description: '' };
  return { tag: (await cast.must('owner', 'addTag', { body })).id as string };
}

export async function aShortcut(cast: Cast) {
  const body = { name: `mine${cast.next()}`, text: 'Hello', scope: 'personal' };
  return { shortcut: (await cast.must('owner', 'addShortcut', { body })).id as string };
}

export const aBrowser = (cast: Cast) => aSubscribing(`https://push.example/${cast.next()}`);

export async function aDevice(cast: Cast) {
  return { device: (await cast.must('owner', 'subscribePush', { body: aBrowser(cast) })).id as string };
}
