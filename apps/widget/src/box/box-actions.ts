import type { FileCard, Rating } from '@vetrina/protocol/conversation';
import type { MessageId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { AskTranscript } from '@vetrina/protocol/messages/chat';
import { wireText } from '../loader/wire-text.ts';
import type { BoxMemory } from './box-memory.ts';
import type { BoxModel, Watched } from './box-model.ts';
import type { PageBox } from './box-settings.ts';
import type { BoxEnv } from './browser-env.ts';
import type { ChatLine } from './chat-line.ts';
import { contactOf, type FormValues, gateOf } from './contact-form.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { pageAnalytics } from './page-analytics.ts';
import type { PendingMessages } from './pending-message.ts';
import type { Popup } from './popup.ts';
import type { TypingReport } from './report-typing.ts';
import type { Uploads } from './uploads.ts';

interface Parts {
  readonly env: Pick<BoxEnv, 'newId' | 'after'>;
  readonly box: PageBox;
  readonly model: Watched<BoxModel>;
  readonly memory: BoxMemory;
  readonly outbox: Outbox;
  readonly chat: ChatLine;
  readonly uploads: Uploads;
  readonly typing: TypingReport;
  readonly popup: Popup;
  readonly pending: PendingMessages;
  readonly tell: ReturnType<typeof pageAnalytics>;
  /** Connects where the account waits for the visitor to ask (T3). */
  startChat(): void;
  /** Gives the focus back to where the panel was opened from. */
  focusLauncher(): void;
  /** By the visitor's own hand, or the page's: not to answer what popped up. */
  opened(): void;
  closed(): void;
}

const NOTICE_MS = 8_000;

/** What the visitor can do in the box; the page's commands do the same. */
export class BoxActions {
  private readonly parts: Parts;
  private stopNotice: (() => void) | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  open(): void {
    if (!this.parts.model.get().open) this.parts.opened();
    this.openToAnswer();
  }

  /** For what popped up. */
  openToAnswer(): void {
    const { model, popup, pending, startChat } = this.parts;
    const { page } = model.get();
    startChat();
    // Takes back a `chat:hide`; what the settings hide is hidden again once the panel is closed.
    model.set({ open: true, quietly: false, page: page === 'hide' ? 'silent' : page });
    pending.read();
    popup.dismiss();
  }

  /** A message opens the panel: where there is room beside the page, and without taking the focus from it. */
  openFor(): boolean {
    const { model } = this.parts;
    if (model.get().phone) return false;
    model.set({ open: true, quietly: true });
    return true;
  }

  close(): void {
    const { model, typing, closed } = this.parts;
    if (!model.get().open) return;
    typing.stopped();
    model.set({ open: false, quietly: false });
    closed();
  }

  /** The visitor goes to where one writes: a panel that a message opened is theirs now. */
  takenUp(): void {
    const { model, pending } = this.parts;
    if (!model.get().quietly) return;
    model.set({ quietly: false });
    pending.read();
  }

  /** By a control within the box: the focus goes back. */
  closeByHand(): void {
    // What a message opened is closed with it.
    if (this.parts.model.get().quietly) this.dismissPopup();
    this.close();
    this.parts.focusLauncher();
  }

  dismissPopup(): void {
    // First what there is to close: the other tabs are told of it as well.
    this.parts.popup.dismiss();
    this.parts.pending.close();
  }

  typed(draft: string): void {
    this.parts.model.set({ draft });
    this.parts.typing.typed(draft);
  }

  /** Sends a text; empty ones are nothing. */
  say(text: string): void {
    if (text.trim() === '') return;
    this.takenUp();
    this.parts.startChat();
    this.parts.typing.stopped();
    this.keepConsent();
    this.keep({
      type: 'say',
      id: this.parts.env.newId(),
      saying: { kind: 'text', text: wireText(text, LIMITS.message) },
    });
  }

  /** One of the replies that a message offers. What still has to be asked is asked first. */
  reply(text: string): void {
    const { model, box } = this.parts;
    if (!model.get().open) this.openToAnswer();
    if (gateIn(model.get(), box) === 'none') this.say(text);
    else this.typed(text);
  }

  sayDraft(): void {
    const { draft } = this.parts.model.get();
    if (draft.trim() === '' || draft.length > LIMITS.message) return;
    this.parts.model.set({ draft: '' });
    this.say(draft);
  }

  sayFile(card: FileCard): void {
    this.keepConsent();
    this.keep({ type: 'say', id: this.parts.env.newId(), saying: { kind: 'file', file: card.id } }, card);
  }

  attach(files: Iterable<File>): void {
    for (const file of files) this.parts.uploads.add(file);
  }

  cancelUpload(id: MessageId): void {
    this.parts.uploads.cancel(id);
  }

  /** A file cannot follow the visitor to the next page, but they are told that it did not arrive. */
  tellCutOff(): void {
    const { memory, model } = this.parts;
    const [name] = memory.uploads();
    memory.keepUploads([]);
    if (name !== undefined) this.notice(model.get().texts.text('fileFailed', { name }));
  }

  tryAgain(id: MessageId): void {
    // It may have been refused for want of just that.
    this.keepConsent();
    this.parts.outbox.tryAgain(id).catch(() => undefined);
  }

  remove(id: MessageId): void {
    this.parts.outbox.remove(id).catch(() => undefined);
  }

  /** I2, C5: who the visitor is, and, while nobody is here, what they want. */
  submitForm(values: FormValues, only: 'form' | 'tick', withMessage: boolean): void {
    const { env, box, memory, model, tell, startChat } = this.parts;
    startChat();
    const contact = contactOf(values, env.newId(), { box, only, withMessage });
    const given = contact.name ?? contact.email ?? contact.phone ?? contact.group;
    if (given !== null) this.keep(contact);
    const before = model.get().answered;
    const answered = {
      form: before.form || only === 'form',
      email: before.email || contact.email !== null,
      agreed: before.agreed || values.agreed,
    };
    memory.keepAnswered(answered);
    model.set({ answered });
    if (only === 'form') tell('Auth_form_filled');
    if (!withMessage) return;
    model.set({ draft: '' });
    this.say(values.message);
    this.notice(model.get().texts.text('messageSent'));
    tell('Offline_message_sent');
  }

  rate(value: Rating, comment: string): void {
    const { env, chat, tell } = this.parts;
    this.keep({ type: 'rate', id: env.newId(), value, comment: wireText(comment.trim(), LIMITS.ratingComment) });
    chat.put({ ...chat.log, rating: value });
    if (comment.trim() === '') tell('Feedback_sent', value === 1 ? 'Bad' : value === 3 ? 'Normal' : 'Good');
    else tell('Feedback_text_sent');
  }

  askTranscript(email: AskTranscript['email']): void {
    this.keep({ type: 'transcript', id: this.parts.env.newId(), email });
  }

  toggleSound(): void {
    const muted = !this.parts.model.get().muted;
    this.parts.memory.mute(muted);
    this.parts.model.set({ muted });
  }

  older(): void {
    this.parts.chat.older();
  }

  refreshFile(seq: number): void {
    this.parts.chat.refresh(seq);
  }

  /** Said in passing, above the composer. */
  notice(notice: string | null): void {
    const { env, model } = this.parts;
    this.stopNotice?.();
    model.set({ notice });
    this.stopNotice = notice === null ? undefined : env.after(NOTICE_MS, () => model.set({ notice: null }));
  }

  /** Who has ticked and given nothing else has not begun a conversation: that they agreed goes before their first words. */
  private keepConsent(): void {
    const { box, env, model } = this.parts;
    if (!owesConsent(model.get(), box)) return;
    const nothing = { name: null, email: null, phone: null, group: null };
    this.keep({ type: 'contact', id: env.newId(), ...nothing, consent: true });
  }

  private keep(...kept: Parameters<Outbox['add']>): void {
    this.parts.outbox.add(...kept).catch(() => undefined);
  }
}

/** Somebody is there: for everybody, or, though nobody is online, for this visitor, whose conversation an agent has open (V8). */
export const isAttended = ({ team, log }: Pick<BoxModel, 'team' | 'log'>): boolean =>
  team.state !== 'offline' || log.state === 'open';

/** What stands between the visitor and the composer now. */
export function gateIn({ team, log, answered }: Pick<BoxModel, 'team' | 'log' | 'answered'>, box: PageBox) {
  const own = log.entries.flatMap(({ author, body }) => (author.who === 'visitor' ? [body] : []));
  const forms = own.flatMap((body) => (body.kind === 'contact' ? [body] : []));
  const wrote = own.some(({ kind }) => kind === 'text' || kind === 'file');
  return gateOf(box, isAttended({ team, log }), {
    // A form that held nothing but the tick is none.
    form: answered.form || wrote || forms.some(({ name, email, phone }) => name ?? email ?? phone),
    email: answered.email || forms.some(({ email }) => email !== null),
    agreed: answered.agreed || own.length > 0,
  });
}

/** The visitor has agreed, and nothing that says so is with the server or on its way. */
export function owesConsent(
  { answered, log, outbox }: Pick<BoxModel, 'answered' | 'log' | 'outbox'>,
  { privacy }: Pick<PageBox, 'privacy'>,
): boolean {
  if (!privacy.mustAgree || !answered.agreed) return false;
  const isTold = log.entries.some(({ author, body }) => author.who === 'visitor' || body.kind === 'contact');
  return !isTold && !outbox.some(({ frame }) => frame.type === 'contact');
}
