import type { FileCard } from '@vetrina/protocol/conversation';
import type { MessageId } from '@vetrina/protocol/ids';
import type { VisitorSay } from '@vetrina/protocol/messages/say';
import type { Bridge } from '../bridge.ts';
import type { BoxActions } from './box-actions.ts';
import type { BoxMemory } from './box-memory.ts';
import type { BoxModel, Watched } from './box-model.ts';
import type { ChatLine } from './chat-line.ts';
import { NOTHING_ANSWERED } from './contact-form.ts';
import { bodyOf, type ConversationLog, place } from './conversation-log.ts';
import type { OutboxItem } from './outbox/outbox-item.ts';
import type { Yes } from './outbox/tell-once.ts';
import type { pageAnalytics } from './page-analytics.ts';
import { pageMessage } from './page-events.ts';
import { withPending } from './pending.ts';

/** Who has to do with an answer to what was kept in the outbox. */
interface Answered {
  readonly bridge: Pick<Bridge, 'emit' | 'welcome'>;
  readonly chat: ChatLine;
  readonly model: Watched<BoxModel>;
  readonly memory: BoxMemory;
  readonly actions: BoxActions;
  readonly tell: ReturnType<typeof pageAnalytics>;
}

/** The server has it: the log shows it. */
export function settled(
  { chat, model }: Pick<Answered, 'chat' | 'model'>,
  { frame, card }: OutboxItem,
  answer: Yes,
): void {
  const body = frame.type === 'say' ? ownBody(frame, card) : null;
  if (answer.type !== 'said' || !body) return;
  const { pending } = model.get();
  chat.put(place(chat.log, answer, body, (here) => withPending(here, pending)));
}

/** The same, where it was written: the page's listeners hear of it. */
export function told(
  { bridge, chat, model, actions, tell }: Omit<Answered, 'memory'>,
  { frame, card }: OutboxItem,
  answer: Yes,
): void {
  if (frame.type === 'transcript') {
    actions.notice(model.get().texts.text('transcriptSent', { email: frame.email }));
  }
  const body = frame.type === 'say' ? ownBody(frame, card) : null;
  if (answer.type !== 'said' || !body) return;
  const said = { id: answer.id, author: { who: 'visitor' }, body, at: answer.at } as const;
  bridge.emit('message_sent', pageMessage(said, answer.conversation, bridge.welcome()?.visitor ?? null));
  if (isFirstMessage(chat.log, answer.id)) tell('Visitor_started_conversation');
}

const ownBody = ({ saying }: VisitorSay, card: FileCard | null) =>
  card ? ({ kind: 'file', file: card } as const) : bodyOf(saying);

/** Did the visitor begin the conversation with it? The contact form may stand before it. */
export function isFirstMessage({ entries }: ConversationLog, id: MessageId): boolean {
  const first = entries.find(({ body }) => body.kind !== 'contact');
  return entries[0]?.seq === 1 && first?.id === id;
}

/** What cannot be tried again by the visitor's own hand is told and dropped; messages stay, marked as not sent. */
export function refused({ actions, memory, model }: Answered, { frame, state }: OutboxItem): void {
  if (frame.type === 'say' || state.is !== 'failed') return;
  actions.remove(frame.id);
  actions.notice(model.get().texts.text(state.code === 'mail_off' ? 'mailOff' : 'notAccepted'));
  if (frame.type !== 'contact') return;
  memory.keepAnswered(NOTHING_ANSWERED);
  model.set({ answered: NOTHING_ANSWERED });
}
