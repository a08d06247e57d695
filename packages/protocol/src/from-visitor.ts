import { z } from 'zod';
import { activity } from './messages/activity.ts';
import { automaticMessageClosed, automaticMessageSeen, ruleDue } from './messages/automatic-message.ts';
import { askTranscript, askUpload, contactForm, olderChat, rate, resumeChat } from './messages/chat.ts';
import { goodbye } from './messages/goodbye.ts';
import { identify } from './messages/identify.ts';
import { pageViewed } from './messages/page-viewed.ts';
import { visitorRead } from './messages/read.ts';
import { visitorSay } from './messages/say.ts';
import { titleChanged } from './messages/title-changed.ts';
import { visitorTyping } from './messages/typing.ts';

/** What a page says about its visit. */
const aboutVisit = [pageViewed, titleChanged, activity, identify, goodbye] as const;
export const fromVisit = z.discriminatedUnion('type', aboutVisit);
export type FromVisit = z.infer<typeof fromVisit>;

/** What the chat box says. */
const aboutChat = [
  visitorSay,
  visitorTyping,
  visitorRead,
  resumeChat,
  olderChat,
  contactForm,
  rate,
  askTranscript,
  askUpload,
] as const;
export const fromBox = z.discriminatedUnion('type', aboutChat);
export type FromBox = z.infer<typeof fromBox>;

/** What the page's rules say. */
const aboutRules = [ruleDue, automaticMessageSeen, automaticMessageClosed] as const;
export const fromRules = z.discriminatedUnion('type', aboutRules);
export type FromRules = z.infer<typeof fromRules>;

/** Everything a visitor's page may send, after its hello. */
export const fromVisitor = z.discriminatedUnion('type', [...aboutVisit, ...aboutChat, ...aboutRules]);
export type FromVisitor = z.infer<typeof fromVisitor>;
