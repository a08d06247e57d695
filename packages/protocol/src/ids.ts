import { z } from 'zod';

/**
 * Ids are branded strings: a visitor id cannot be passed where a tab id is meant. The only way to make one from outside
 * data is its schema; `platform/ids` makes fresh ones.
 */
const URL_SAFE = /^[A-Za-z0-9_-]+$/;

const id = (prefix: string, length: number) =>
  z.string().regex(new RegExp(`^${prefix}[A-Za-z0-9_-]{${length}}$`), `not a ${prefix} id`);

/** Internal id of an account: `ac` + 128 random bits. */
export const accountId = id('ac', 22).brand<'AccountId'>();
export type AccountId = z.infer<typeof accountId>;

/** The public key in an account's snippet: names the account, proves nothing. */
export const accountKey = z
  .string()
  .regex(/^[A-Za-z0-9]{24,40}$/, 'not an account key')
  .brand<'AccountKey'>();
export type AccountKey = z.infer<typeof accountKey>;

/** A visitor as agents see it: `vi` + 128 bits, derived from account and browser key, so it never reveals the latter. */
export const visitorId = id('vi', 22).brand<'VisitorId'>();
export type VisitorId = z.infer<typeof visitorId>;

/** What the browser keeps to be recognised: 128 random bits made in the page. Never shown to agents, never stored in clear. */
export const browserKey = z.string().length(22).regex(URL_SAFE, 'not a browser key').brand<'BrowserKey'>();
export type BrowserKey = z.infer<typeof browserKey>;

/** One tab of one browser, made in the page; unique only together with the visitor. */
export const tabId = z.string().min(8).max(22).regex(URL_SAFE, 'not a tab id').brand<'TabId'>();
export type TabId = z.infer<typeof tabId>;

/** A page view, made in the page so that a resend after a reconnect is recognised; unique only within the visitor. */
export const pageViewId = z.string().min(8).max(22).regex(URL_SAFE, 'not a page view id').brand<'PageViewId'>();
export type PageViewId = z.infer<typeof pageViewId>;

export const visitId = id('vs', 22).brand<'VisitId'>();
export type VisitId = z.infer<typeof visitId>;

/** A person of the team within one account: `ag` + 128 random bits. */
export const agentId = id('ag', 22).brand<'AgentId'>();
export type AgentId = z.infer<typeof agentId>;

/** An IP pattern that is blocked: `bl` + 128 random bits. */
export const blockId = id('bl', 22).brand<'BlockId'>();
export type BlockId = z.infer<typeof blockId>;

export const conversationId = id('co', 22).brand<'ConversationId'>();
export type ConversationId = z.infer<typeof conversationId>;

/**
 * Made by whoever sends (128 random bits), so that a resend after a lost acknowledgement is recognised. Entries that the
 * server writes itself carry one of the same kind.
 */
export const messageId = z.string().length(22).regex(URL_SAFE, 'not a message id').brand<'MessageId'>();
export type MessageId = z.infer<typeof messageId>;

/** A file in a conversation. */
export const fileId = id('fi', 22).brand<'FileId'>();
export type FileId = z.infer<typeof fileId>;

export const tagId = id('tg', 22).brand<'TagId'>();
export type TagId = z.infer<typeof tagId>;

export const shortcutId = id('sc', 22).brand<'ShortcutId'>();
export type ShortcutId = z.infer<typeof shortcutId>;

/** An automatic message: `ru` + 128 random bits. */
export const ruleId = id('ru', 22).brand<'RuleId'>();
export type RuleId = z.infer<typeof ruleId>;

/** A flow that talks by itself: `cb` + 128 random bits. */
export const chatbotId = id('cb', 22).brand<'ChatbotId'>();
export type ChatbotId = z.infer<typeof chatbotId>;

/** One block of a chatbot's flow, made by whoever draws it: `fb` + 128 random bits. */
export const flowBlockId = id('fb', 22).brand<'FlowBlockId'>();
export type FlowBlockId = z.infer<typeof flowBlockId>;

/** A browser of an agent's that hears pushes: `pd` + 128 random bits. */
export const pushDeviceId = id('pd', 22).brand<'PushDeviceId'>();
export type PushDeviceId = z.infer<typeof pushDeviceId>;

/** A saved view: `vw` + 128 random bits. */
export const viewId = id('vw', 22).brand<'ViewId'>();
export type ViewId = z.infer<typeof viewId>;

export const invitationId = id('in', 22).brand<'InvitationId'>();
export type InvitationId = z.infer<typeof invitationId>;

/** What a page says in `vetrina('group', …)`: chosen by the account, so that pages made for another product keep working. */
export const groupKey = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}._-]+$/u, 'not a group key')
  .brand<'GroupKey'>();
export type GroupKey = z.infer<typeof groupKey>;
