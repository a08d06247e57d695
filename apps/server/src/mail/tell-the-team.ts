import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import { LOOK_AGAIN_AFTER, tellingNow } from '@vetrina/domain/missed-conversation';
import type { JobEnd, JobQueue } from '../jobs/ports.ts';
import type { Clock } from '../platform/clock.ts';
import { wordsIn } from './mail-language.ts';
import { type MailBlock, mailPage } from './mail-page.ts';
import type {
  ConversationFacts,
  MailedConversation,
  Mailer,
  MailLanguage,
  Receiver,
  Telling,
  Whereabouts,
} from './ports.ts';
import type { TellingPace } from './telling-pace.ts';

export interface TellingParts {
  readonly mailer: Mailer;
  readonly queue: Pick<JobQueue, 'add'>;
  readonly conversations: ConversationFacts;
  readonly whereabouts: Pick<Whereabouts, 'visitorIsHere' | 'isAttended' | 'mayBeTold'>;
  readonly pace: TellingPace;
  readonly clock: Pick<Clock, 'now'>;
  readonly publicUrl: string;
}

/** Of one wait; the newest ones are in the conversation, one click away. */
const MOST_MESSAGES = 20;

/** C5, C8: the time is up. Tells everybody who may see the conversation, unless somebody saw to it. */
export async function tellTheTeam(parts: TellingParts, telling: Telling): Promise<JobEnd> {
  const { conversations, whereabouts, pace, clock } = parts;
  const found = await conversations.find(telling.account, telling.conversation);
  if (found === null) return 'done';
  const { conversation } = found;
  const visitorIsHere = whereabouts.visitorIsHere(telling.account, conversation.visitor);
  const attended = whereabouts.isAttended(telling.account, conversation);
  switch (tellingNow(telling, conversation, { visitorIsHere, attended })) {
    case 'drop':
      return 'done';
    case 'wait':
      return later(parts, telling, clock.now() + LOOK_AGAIN_AFTER);
    case 'tell': {
      const notBefore = pace.notBefore(conversation.id);
      if (clock.now() < notBefore) return later(parts, telling, notBefore);
      pace.told(conversation.id);
      const said = await messagesSince(parts, telling, conversation);
      for (const receiver of await whereabouts.mayBeTold(telling.account, conversation)) {
        await tell(parts, telling, found, said, receiver);
      }
      return 'done';
    }
  }
}

async function later({ queue }: TellingParts, telling: Telling, runAt: number): Promise<JobEnd> {
  await queue.add({ kind: 'tell-the-team', payload: telling, runAt, key: `tell:${telling.conversation}` });
  return 'done';
}

async function messagesSince(
  { conversations }: TellingParts,
  { account, seq }: Telling,
  { id, lastPublicSeq }: Conversation,
): Promise<Said> {
  const entries = await conversations.publicEntries(account, id, lastPublicSeq + 1);
  const ofVisitor = entries.filter(
    (entry) =>
      entry.sender.who === 'visitor' && !entry.recalled && (entry.body.kind === 'text' || entry.body.kind === 'file'),
  );
  const since = ofVisitor.filter((entry) => entry.seq >= seq);
  // A chatbot handed over: what it is about was said to the bot.
  const said = since.length > 0 ? since : ofVisitor;
  const files = await conversations.fileNames(account, said);
  return said.map(({ body }) => ({ body, file: body.kind === 'file' ? (files.get(body.file) ?? '') : '' }));
}

type Said = readonly { readonly body: LogEntry['body']; readonly file: string }[];

async function tell(
  { mailer, publicUrl }: TellingParts,
  telling: Telling,
  found: MailedConversation,
  said: Said,
  { email, language }: Receiver,
): Promise<void> {
  const words = wordsIn(language);
  const { visitor } = found;
  const name = visitor.name ?? visitor.email ?? words.visitor(visitor.number);
  const { subject, opening } = words[telling.because];
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: opening(name) },
    ...quotes(language, said),
    { kind: 'facts', facts: factsOf(language, found) },
    { kind: 'button', text: words.openConversation, href: `${publicUrl}/conversations/${telling.conversation}` },
  ];
  await mailer.send({
    to: email,
    subject: subject(name),
    ...mailPage(language, blocks, words.sentBy(publicUrl)),
    ...(visitor.email === null ? {} : { replyTo: visitor.email }),
  });
}

function quotes(language: MailLanguage, said: Said): readonly MailBlock[] {
  const words = wordsIn(language);
  const shown = said.slice(0, MOST_MESSAGES).map(({ body, file }): MailBlock => {
    const text = body.kind === 'text' ? body.text : words.transcript.file(file);
    return { kind: 'quote', by: null, text };
  });
  const more = said.length - shown.length;
  return more > 0 ? [...shown, { kind: 'paragraph', text: words.more(more) }] : shown;
}

function factsOf(language: MailLanguage, { visitor, conversation: { page } }: MailedConversation) {
  const { contact } = wordsIn(language);
  return [
    { name: contact.name, value: visitor.name },
    { name: contact.email, value: visitor.email },
    { name: contact.phone, value: visitor.phone },
    { name: contact.page, value: page === null ? null : `${page.title} ${page.url}`.trim() },
  ].flatMap(({ name, value }) => (value === null || value === '' ? [] : [{ name, value }]));
}
