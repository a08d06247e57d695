import { z } from 'zod';
import { face, publicEntry, rating, readMarks } from '../conversation.ts';
import { conversationId, messageId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { wireText } from '../text.ts';

/** Where the visitor's conversation stands; in the welcome and with every `entry`. */
export const chatPosition = z.strictObject({
  conversation: conversationId,
  /** Newest public seq. */
  lastSeq: z.int(),
  /** Messages of the team that the visitor has not read. */
  unread: z.int(),
});
export type ChatPosition = z.infer<typeof chatPosition>;

/** The box asks for what it lacks: everything newer than `after` of this conversation; `null`: whatever there is. */
export const resumeChat = z.strictObject({
  type: z.literal('resume-chat'),
  conversation: conversationId.nullable(),
  after: z.int().min(0),
});
export type ResumeChat = z.infer<typeof resumeChat>;

/** Entries older than `before`, at most `LIMITS.tail`. Answered with `chat-history`. */
export const olderChat = z.strictObject({
  type: z.literal('older-chat'),
  conversation: conversationId,
  before: z.int().min(1),
});
export type OlderChat = z.infer<typeof olderChat>;

/**
 * Answer to `resume-chat`: the newest entries (ascending, without a gap, at most `LIMITS.tail`). `follows`: they continue what
 * the box has; otherwise the box forgets what it has and shows these.
 */
export const chat = z.strictObject({
  type: z.literal('chat'),
  position: chatPosition.nullable(),
  follows: z.boolean(),
  entries: z.array(publicEntry),
  marks: readMarks,
  state: z.enum(['none', 'new', 'open', 'resolved']),
  agents: z.array(face),
  rating: rating.nullable(),
});
export type Chat = z.infer<typeof chat>;

export const chatHistory = z.strictObject({
  type: z.literal('chat-history'),
  conversation: conversationId,
  entries: z.array(publicEntry),
});
export type ChatHistory = z.infer<typeof chatHistory>;

/** One more entry. If its seq is not the next one, something is missing: `resume-chat`. */
export const chatEntry = z.strictObject({ type: z.literal('chat-entry'), position: chatPosition, entry: publicEntry });
export type ChatEntry = z.infer<typeof chatEntry>;

/** Who is on the conversation now, where no entry that the visitor sees says so: it was handed over, or given to somebody. */
export const chatAgents = z.strictObject({
  type: z.literal('chat-agents'),
  conversation: conversationId,
  agents: z.array(face),
});
export type ChatAgents = z.infer<typeof chatAgents>;

/**
 * Whether the team can be talked to now; in the welcome and at every change. `hidden`: there is no box for this visitor, who
 * is blocked. What the account's settings hide is for the page to know, which may say otherwise.
 */
export const boxState = z.strictObject({
  state: z.enum(['online', 'offline', 'hidden']),
  /** Who is online, at most five. */
  agents: z.array(face),
  /** There is a conversation that is not resolved: no setting hides the box from its visitor. */
  chatting: z.boolean(),
});
export type BoxState = z.infer<typeof boxState>;

export const boxChanged = z.strictObject({ type: z.literal('box'), box: boxState });
export type BoxChanged = z.infer<typeof boxChanged>;

/** C5, I2. `consent`: the privacy notice was ticked. Identifies the visitor; a message follows as a `say`. */
export const contactForm = z.strictObject({
  type: z.literal('contact'),
  id: messageId,
  name: wireText(LIMITS.name).nullable(),
  email: z.union([z.email().max(LIMITS.email), z.null()]),
  phone: wireText(LIMITS.phone).nullable(),
  group: wireText(LIMITS.group).nullable(),
  consent: z.boolean(),
});
export type ContactForm = z.infer<typeof contactForm>;

/** C6: after resolving, once more allowed to change one's mind. */
export const rate = z.strictObject({
  type: z.literal('rate'),
  id: messageId,
  value: rating,
  comment: wireText(LIMITS.ratingComment),
});
export type Rate = z.infer<typeof rate>;

/** The visitor wants the conversation by e-mail. */
export const askTranscript = z.strictObject({
  type: z.literal('transcript'),
  id: messageId,
  email: z.email().max(LIMITS.email),
});
export type AskTranscript = z.infer<typeof askTranscript>;

/** The visitor wants to send a file: asks where to put it. Answered with `upload-to` or `refused`. */
export const askUpload = z.strictObject({ type: z.literal('upload'), id: messageId });
export type AskUpload = z.infer<typeof askUpload>;

/**
 * PUT the file's bytes here, once, within `expiresInMs`, with its name in `x-file-name` (URI-encoded). Answers `uploadedFile`.
 * `url` is a path on this server, as in `fileCard`.
 */
export const uploadTo = z.strictObject({
  type: z.literal('upload-to'),
  id: messageId,
  url: z.string(),
  expiresInMs: z.number(),
});
export type UploadTo = z.infer<typeof uploadTo>;
