import type { Conversation, LogEntry } from '@vetrina/domain/conversation';
import type { AccountId, AgentId } from '@vetrina/protocol/ids';
import type { JobEnd } from '../jobs/ports.ts';
import { mailLanguage, wordsIn } from './mail-language.ts';
import { type MailBlock, mailPage } from './mail-page.ts';
import type { ConversationFacts, MailedConversation, Mailer, MailLanguage, TranscriptWish } from './ports.ts';

export interface TranscriptParts {
  readonly mailer: Mailer;
  readonly conversations: ConversationFacts;
  readonly publicUrl: string;
}

/** About a megabyte as HTML: more than mail readers show. */
const MOST_LETTERS = 500_000;

/** C4: the conversation as the visitor sees it: no notes, nothing that was recalled. In the visitor's language. */
export async function sendTranscript(
  { mailer, conversations, publicUrl }: TranscriptParts,
  { account, conversation, to }: TranscriptWish,
): Promise<JobEnd> {
  const found = await conversations.find(account, conversation);
  if (found === null) return { hopeless: 'the conversation is gone' };
  const { entries, whole } = await newestPart(conversations, account, found.conversation);
  const names = {
    agents: await conversations.agentNames(account),
    files: await conversations.fileNames(account, entries),
  };
  const language = mailLanguage(found.visitor.language);
  const words = wordsIn(language);
  const blocks: readonly MailBlock[] = [
    { kind: 'paragraph', text: words.transcript.opening(found.accountName) },
    ...(whole ? [] : [{ kind: 'event', text: words.transcript.cut } as const]),
    ...entries.flatMap((entry) => blockOf(language, found, entry, names)),
  ];
  const page = mailPage(language, blocks, words.sentBy(publicUrl));
  await mailer.send({ to, subject: words.transcript.subject(found.accountName), ...page });
  return 'done';
}

/** The whole log, read from its end; of one that no mail server would take, the newer part. */
async function newestPart(
  conversations: ConversationFacts,
  account: AccountId,
  { id, lastPublicSeq }: Conversation,
): Promise<{ readonly entries: readonly LogEntry[]; readonly whole: boolean }> {
  let entries: readonly LogEntry[] = [];
  let before = lastPublicSeq + 1;
  while (before > 1) {
    const page = await conversations.publicEntries(account, id, before);
    if (page.length === 0) break;
    entries = [...page, ...entries];
    before = page[0]?.publicSeq ?? 0;
    if (letters(entries) > MOST_LETTERS) return { entries, whole: before <= 1 };
  }
  return { entries, whole: true };
}

function letters(entries: readonly LogEntry[]): number {
  return entries.reduce((sum, { body }) => sum + (body.kind === 'text' ? body.text.length : 0), 0);
}

interface Names {
  readonly agents: ReadonlyMap<AgentId, string>;
  readonly files: ReadonlyMap<string, string>;
}

function blockOf(
  language: MailLanguage,
  { accountName }: MailedConversation,
  { at, sender, body, recalled }: LogEntry,
  { agents, files }: Names,
): readonly MailBlock[] {
  const words = wordsIn(language).transcript;
  const who = { visitor: words.visitor, agent: accountName, automation: accountName, system: accountName }[sender.who];
  const name = sender.who === 'agent' ? (agents.get(sender.agent) ?? who) : who;
  const by = `${name}, ${new Intl.DateTimeFormat(language, WHEN).format(at)}`;
  if (recalled) return [];
  switch (body.kind) {
    case 'text':
      return [{ kind: 'quote', by, text: body.text }];
    case 'file':
      return [{ kind: 'quote', by, text: words.file(files.get(body.file) ?? '') }];
    case 'joined':
      return [{ kind: 'event', text: words.joined(name) }];
    case 'left':
      return [{ kind: 'event', text: words.left(name) }];
    case 'resolved':
      return [{ kind: 'event', text: words.resolved }];
    case 'reopened':
      return [{ kind: 'event', text: words.reopened }];
    case 'rated':
      return [
        { kind: 'event', text: [words.rated(body.value), body.comment].filter((part) => part !== '').join(': ') },
      ];
    case 'note':
    case 'assigned':
    case 'unassigned':
    case 'transferred':
    case 'recalled':
    case 'contact':
    case 'transcript-sent':
      return [];
  }
}

const WHEN = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
