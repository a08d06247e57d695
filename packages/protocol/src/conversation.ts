import { z } from 'zod';
import { agentId, conversationId, fileId, groupKey, messageId, tagId, visitorId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { wireText } from './text.ts';

/** C2. `new`: nobody of the team has joined yet. */
export const CONVERSATION_STATES = ['new', 'open', 'resolved'] as const;
export const conversationState = z.enum(CONVERSATION_STATES);
export type ConversationState = z.infer<typeof conversationState>;

/** C6: bad, normal, good. */
export const RATINGS = [1, 3, 5] as const;
export const rating = z.union([z.literal(1), z.literal(3), z.literal(5)]);
export type Rating = z.infer<typeof rating>;

/** A person of the team as others see them. `photo`: an address on this server, or null for initials. */
export const face = z.strictObject({ id: agentId, name: z.string(), photo: z.string().nullable() });
export type Face = z.infer<typeof face>;

export const author = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('visitor') }),
  z.strictObject({ who: z.literal('agent'), agent: face }),
  /** An automatic message or a chatbot, under its own name or somebody's of the team. */
  z.strictObject({ who: z.literal('automation'), name: z.string(), photo: z.string().nullable() }),
  z.strictObject({ who: z.literal('system') }),
]);
export type Author = z.infer<typeof author>;

/**
 * A file as it is shown. `url` is a path on this server (a page of another site resolves it against the server's address); it
 * is signed, runs out, and is made anew with every answer.
 */
export const fileCard = z.strictObject({
  id: fileId,
  name: z.string(),
  bytes: z.int(),
  /** As found out by the server, never as claimed. */
  mediaType: z.string(),
  /** Only for pictures that browsers may show in place. */
  picture: z.strictObject({ width: z.int(), height: z.int() }).nullable(),
  url: z.string(),
});
export type FileCard = z.infer<typeof fileCard>;

/** What a sender says: text, or a file that was uploaded before. */
export const saying = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: wireText(LIMITS.message).refine((text) => text.trim() !== '', 'empty'),
  }),
  z.strictObject({ kind: z.literal('file'), file: fileId }),
]);
export type Saying = z.infer<typeof saying>;

/** What a chatbot offers to answer with a click (A7). The click says the reply's text. */
export const replies = z.array(z.string()).max(LIMITS.botReplies);
/** What a chatbot asks for, so that the right keyboard opens. */
export const ASKED = ['text', 'email', 'phone'] as const;
export type Asked = (typeof ASKED)[number];

const text = z.strictObject({
  kind: z.literal('text'),
  text: z.string(),
  replies: replies.optional(),
  asks: z.enum(ASKED).optional(),
});
const file = z.strictObject({ kind: z.literal('file'), file: fileCard });
/** A message that was taken back: its place in the order remains. */
const takenBack = z.strictObject({ kind: z.literal('taken-back') });
const joined = z.strictObject({ kind: z.literal('joined') });
const left = z.strictObject({ kind: z.literal('left') });
const resolved = z.strictObject({ kind: z.literal('resolved') });
const reopened = z.strictObject({ kind: z.literal('reopened') });
const rated = z.strictObject({ kind: z.literal('rated'), value: rating, comment: z.string() });
/** V8: `message` is no longer shown to the visitor. */
const recalled = z.strictObject({ kind: z.literal('recalled'), message: messageId });
/** The visitor filled the contact form: what it said. */
const contact = z.strictObject({
  kind: z.literal('contact'),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

const colleague = z.strictObject({ id: agentId, name: z.string() });

/** What an entry of the team's log is about. */
export const entryBody = z.discriminatedUnion('kind', [
  text,
  file,
  z.strictObject({ kind: z.literal('note'), text: z.string() }),
  joined,
  left,
  z.strictObject({ kind: z.literal('assigned'), agent: colleague }),
  z.strictObject({ kind: z.literal('unassigned'), agent: colleague }),
  z.strictObject({
    kind: z.literal('transferred'),
    to: z.discriminatedUnion('to', [
      z.strictObject({ to: z.literal('agent'), agent: colleague }),
      z.strictObject({ to: z.literal('group'), group: z.string() }),
      /** By a chatbot, to whoever is there. */
      z.strictObject({ to: z.literal('team') }),
    ]),
  }),
  resolved,
  reopened,
  rated,
  recalled,
  contact,
  z.strictObject({ kind: z.literal('transcript-sent'), email: z.string() }),
]);
export type EntryBody = z.infer<typeof entryBody>;

/**
 * One entry of a conversation's log. The log is only ever added to. `seq` counts the team's log without a gap, `publicSeq`
 * what the visitor sees without a gap (null: the visitor does not see it), so that each side knows when something is missing.
 */
export const entry = z.strictObject({
  seq: z.int(),
  publicSeq: z.int().nullable(),
  id: messageId,
  at: z.number(),
  author,
  body: entryBody,
  /** True for a message that was recalled later; its text stays for the team. */
  recalled: z.boolean(),
});
export type Entry = z.infer<typeof entry>;

/** The same as the visitor is shown it; `seq` is the public one. */
export const publicEntry = z.strictObject({
  seq: z.int(),
  id: messageId,
  at: z.number(),
  author,
  body: z.discriminatedUnion('kind', [
    text,
    file,
    takenBack,
    joined,
    left,
    resolved,
    reopened,
    rated,
    recalled,
    contact,
  ]),
});
export type PublicEntry = z.infer<typeof publicEntry>;

export const lastMessage = z.strictObject({
  text: z.string(),
  at: z.number(),
  by: z.enum(['visitor', 'agent', 'automation']),
});
export type LastMessage = z.infer<typeof lastMessage>;

/** A row of the inbox (C2), as one agent sees it. Times are ms since 1970. */
export const conversationSummary = z.strictObject({
  id: conversationId,
  visitor: z.strictObject({
    id: visitorId,
    number: z.int(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    country: z.string().nullable(),
    /** On the site now. */
    online: z.boolean(),
    typing: z.boolean(),
    blocked: z.boolean(),
  }),
  state: conversationState,
  startedBy: z.enum(['visitor', 'agent', 'automation']),
  /** A chatbot answers (A7): nobody of the team has to, until it hands over. */
  automated: z.boolean(),
  /** Begun by the contact form while nobody was online (C5). */
  offline: z.boolean(),
  group: z.string().nullable(),
  agents: z.array(face),
  tags: z.array(tagId),
  lastSeq: z.int(),
  lastMessage: lastMessage.nullable(),
  /** Since when the visitor waits for an answer; null: does not. */
  waitingSince: z.number().nullable(),
  /** Messages of the visitor that this agent has not read. */
  unread: z.int(),
  rating: rating.nullable(),
  createdAt: z.number(),
  resolvedAt: z.number().nullable(),
  /** Where it began. */
  page: z.strictObject({ url: z.string(), title: z.string() }).nullable(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

/** Up to where each side has read. */
export const readMarks = z.strictObject({
  /** Public seq. */
  visitor: z.int(),
  /** Seq; the furthest of the team. */
  team: z.int(),
});
export type ReadMarks = z.infer<typeof readMarks>;

/** A visitor's group as chosen by the page or the form; unknown keys are kept as they are. */
export const groupName = z.strictObject({ key: groupKey, name: z.string() });
export type GroupName = z.infer<typeof groupName>;
