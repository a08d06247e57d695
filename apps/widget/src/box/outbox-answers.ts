import type { Done, Said } from '@vetrina/protocol/messages/say';
import type { Bridge } from '../bridge.ts';
import type { BoxActions } from './box-actions.ts';
import type { BoxMemory } from './box-memory.ts';
import type { BoxModel, Watched } from './box-model.ts';
import type { ChatLine } from './chat-line.ts';
import { NOTHING_ANSWERED } from './contact-form.ts';
import { bodyOf, place } from './conversation-log.ts';
import type { OutboxItem } from './outbox/outbox-item.ts';
import type { pageAnalytics } from './page-analytics.ts';
import { pageMessage } from './page-events.ts';

/** Who has to do with an answer to what was kept in the outbox. */
interface Answered {
  readonly bridge: Pick<Bridge, 'emit' | 'welcome'>;
  readonly chat: ChatLine;
  readonly model: Watched<BoxModel>;
  readonly memory: BoxMemory;
  readonly actions: BoxActions;
  readonly tell: ReturnType<typeof pageAnalytics>;
}

/** The server has it: the log shows it, and the page's listeners hear of it. */
export function settled(box: Answered, { frame, card }: OutboxItem, answer: Said | Done): void {
  const { bridge, chat, model, actions, tell } = box;
  if (frame.type === 'transcript') {
    actions.notice(model.get().texts.text('transcriptSent', { email: frame.email }));
  }
  if (frame.type !== 'say' || answer.type !== 'said') return;
  const body = card ? ({ kind: 'file', file: card } as const) : bodyOf(frame.saying);
  if (!body) return;
  const first = chat.log.conversation === null;
  chat.put(place(chat.log, answer, body));
  const said = { id: frame.id, author: { who: 'visitor' }, body, at: answer.at } as const;
  bridge.emit('message_sent', pageMessage(said, answer.conversation, bridge.welcome()?.visitor ?? null));
  if (first) tell('Visitor_started_conversation');
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
