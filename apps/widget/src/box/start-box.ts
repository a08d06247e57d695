/// <reference types="vite/client" />

import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { ConversationId } from '@vetrina/protocol/ids';
import { LIMITS } from '@vetrina/protocol/limits';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { Bridge } from '../bridge.ts';
import { BoxActions, gateIn } from './box-actions.ts';
import { type BoxMemory, boxMemory } from './box-memory.ts';
import { type BoxModel, Watched } from './box-model.ts';
import { boxOf, isBoxShown, type PageBox } from './box-settings.ts';
import { type BoxEnv, browserEnv } from './browser-env.ts';
import { ChatLine } from './chat-line.ts';
import { chooseLanguage } from './choose-language.ts';
import { NOTHING_ANSWERED } from './contact-form.ts';
import { EMPTY_LOG } from './conversation-log.ts';
import { firstModel } from './first-model.ts';
import { followPage } from './follow-page.ts';
import { isFromTeam } from './message-groups.ts';
import { Outbox, type OutboxNews } from './outbox/outbox.ts';
import { outboxStore } from './outbox/outbox-store.ts';
import { takeTurns } from './outbox/take-turns.ts';
import { refused, settled, told } from './outbox-answers.ts';
import { pageAnalytics } from './page-analytics.ts';
import { runCommand } from './page-commands.ts';
import { emitReceived } from './page-events.ts';
import { PendingMessages } from './pending-message.ts';
import { Popup } from './popup.ts';
import { putFileFrom } from './put-file.ts';
import { TypingReport } from './report-typing.ts';
import { soundOf } from './sound.ts';
import { tabChannel } from './tab-channel.ts';
import { fetchTexts } from './texts.ts';
import { mountBox } from './ui/mount-box.tsx';
import { Uploads } from './uploads.ts';

/** Starts the chat box on the page that the bridge leads to. */
export function startBox(bridge: Bridge): void {
  new Box(bridge).start();
}

const attentionOf = ({ document }: Window) =>
  document.visibilityState !== 'visible' ? 'hidden' : document.hasFocus() ? 'focused' : 'visible';

/** Four letters of a fresh id as a share of one. */
const shareOf = (id: string): number => Number.parseInt(id.slice(0, 4).replace(/\W|_/g, '0'), 36) / 36 ** 4;

/** Joins the parts of the box; each decision is in the part. */
class Box {
  private readonly bridge: Bridge;
  private readonly env: BoxEnv;
  private readonly box: PageBox;
  private readonly memory: BoxMemory;
  private readonly model: Watched<BoxModel>;
  private readonly chat: ChatLine;
  private readonly outbox: Outbox;
  private readonly uploads: Uploads;
  private readonly popup: Popup;
  private readonly pending: PendingMessages;
  private readonly actions: BoxActions;
  private readonly tell;

  constructor(bridge: Bridge) {
    this.bridge = bridge;
    const { window: w, key } = bridge;
    const env = browserEnv(w);
    this.env = env;
    this.box = boxOf(bridge);
    this.memory = boxMemory(w, key, () => bridge.who());
    this.model = new Watched(firstModel(bridge, this.box, this.memory));
    this.tell = pageAnalytics(bridge);
    this.chat = this.makeChat();
    const tabs = tabChannel(w, key);
    this.outbox = this.makeOutbox((news) => tabs.tell(news));
    tabs.onNews((news) => {
      if (news.is === 'outbox') this.outbox.look().catch(() => undefined);
      if (news.is === 'answered') this.outbox.heardElsewhere(news.answer);
    });
    this.uploads = this.makeUploads();
    const ring = soundOf(w);
    this.popup = new Popup({
      env,
      tabs,
      memory: this.memory,
      attention: () => attentionOf(w),
      turn: shareOf(env.newId()),
      isQuiet: () => this.model.get().open || !this.isShown(),
      show: (popup) => this.model.set({ popup }),
      openFor: () => this.actions.openFor(),
      popped: () => this.pending.looked(),
      ring: () => {
        if (this.box.sound && !this.model.get().muted) ring();
      },
    });
    this.pending = this.makePending();
    this.actions = this.makeActions();
  }

  start(): void {
    const { bridge, model, outbox } = this;
    mountBox({
      bridge,
      box: this.box,
      model,
      actions: this.actions,
      isShown: () => this.isShown(),
      clock: () => this.env.now(),
    });
    followPage({
      bridge,
      model,
      memory: this.memory,
      isShown: () => this.isShown(),
      looked: () => this.looked(),
    });
    bridge.onLine((line) => {
      model.set({ line });
      if (line !== 'open') outbox.cut();
    });
    bridge.onFrame((frame) => this.hear(frame));
    bridge.onForget(() => this.forget());
    bridge.launcher.onPress(() => (model.get().open ? this.actions.closeByHand() : this.actions.open()));
    void this.speak([bridge.option('language')]).then(() => this.actions.tellCutOff());
    bridge.onCommand((command, value) => runCommand(this.commanded(), command, value));
    const welcome = bridge.welcome();
    if (welcome) {
      this.hear(welcome);
      this.chat.catchUp();
    }
    outbox.look().catch(() => undefined);
    if (model.get().open) bridge.startChat();
  }

  private isShown(): boolean {
    const { team, line, narrow, page, log, open } = this.model.get();
    const chatting = open || team.chatting || log.state === 'new' || log.state === 'open';
    const state = this.bridge.welcome() || line === 'idle' ? team.state : 'unknown';
    return isBoxShown({ box: this.box, state, narrow, page, chatting });
  }

  private hear(frame: ToVisitor): void {
    const { model, outbox } = this;
    if (frame.type === 'welcome') model.set({ team: frame.box, clockAhead: frame.serverTime - this.env.now() });
    if (frame.type === 'box') model.set({ team: frame.box });
    if (frame.type === 'said' || frame.type === 'done' || frame.type === 'refused') outbox.hear(frame);
    this.uploads.hear(frame);
    this.chat.hear(frame);
    this.pending.hear(frame);
    if (frame.type === 'welcome') outbox.welcomed();
    if (frame.type === 'welcome' || frame.type === 'box' || frame.type === 'chat') this.looked();
  }

  /** The visitor's eyes may have come back, or there is something new to see. */
  private looked(): void {
    if (this.model.get().open && attentionOf(this.bridge.window) === 'focused') this.chat.read();
    else this.popup.look();
    this.pending.looked();
  }

  private makePending(): PendingMessages {
    const { bridge, model, memory, popup } = this;
    return new PendingMessages({
      ...{ model, memory, popup },
      send: (frame) => bridge.send(frame),
      isInSight: () => model.get().open && this.isShown() && attentionOf(bridge.window) !== 'hidden',
      arrived: (entries) => this.tellPage(entries, null),
    });
  }

  private tellPage(entries: readonly PublicEntry[], conversation: ConversationId | null): void {
    const { bridge } = this;
    emitReceived(entries, { visitor: bridge.welcome()?.visitor ?? null, conversation, emit: bridge.emit });
  }

  private makeChat(): ChatLine {
    const { bridge, env, model, memory } = this;
    return new ChatLine(model.get().log, {
      env,
      send: (frame) => bridge.send(frame),
      changed: (log, arrived) => {
        model.set({ log });
        memory.keepLog(log);
        this.tellPage(
          arrived.filter(({ id }) => !this.pending.wasTold(id)),
          log.conversation,
        );
        this.popup.follow(log, arrived.some(isFromTeam));
        this.looked();
      },
      typing: (typing) => model.set({ typing }),
      fetchingOlder: (fetchingOlder) => model.set({ fetchingOlder }),
    });
  }

  private makeOutbox(tellTabs: (news: OutboxNews) => void): Outbox {
    const { bridge, env, model } = this;
    const { window: w, key } = bridge;
    return new Outbox({
      env,
      store: outboxStore(w, key, env.after),
      takeTurns: takeTurns(w.navigator, key),
      send: (frame) => bridge.send(frame),
      who: () => bridge.who(),
      changed: (outbox) => model.set({ outbox }),
      settled: (item, answer) => settled(this.answered(), item, answer),
      told: (item, answer) => told(this.answered(), item, answer),
      refused: (item) => refused(this.answered(), item),
      tellTabs,
    });
  }

  private answered() {
    const { bridge, chat, model, memory, actions, tell } = this;
    return { bridge, chat, model, memory, actions, tell };
  }

  private makeUploads(): Uploads {
    const { bridge, env, model, memory } = this;
    return new Uploads({
      env,
      send: (frame) => bridge.send(frame),
      putFile: putFileFrom(bridge.window, bridge.base),
      changed(uploads) {
        model.set({ uploads });
        memory.keepUploads(uploads.map(({ name }) => name));
      },
      uploaded: (card) => this.actions.sayFile(card),
      failed: ({ name }, problem) => {
        const { texts } = model.get();
        this.actions.notice(texts.text(problem, { name, size: texts.size(LIMITS.fileBytes) }));
      },
    });
  }

  private makeActions(): BoxActions {
    const { bridge, env, box, model, memory, outbox, chat, uploads, popup, pending, tell } = this;
    const typing = new TypingReport({ env, preview: box.typingPreview, send: (frame) => bridge.send(frame) });
    return new BoxActions({
      ...{ env, box, model, memory, outbox, chat, uploads, popup, pending, typing, tell },
      startChat: () => bridge.startChat(),
      focusLauncher: () => bridge.launcher.focus(),
      opened: () => bridge.opened(),
      closed: () => bridge.emit('messenger_close'),
    });
  }

  private commanded() {
    const { actions, bridge, model } = this;
    return {
      open: () => actions.open(),
      close: () => actions.close(),
      show: (shown: boolean) => {
        if (!shown) actions.close();
        model.set({ page: shown ? 'show' : 'hide' });
        this.popup.look();
      },
      prefill: (draft: string) => actions.typed(draft),
      say: (text: string) => (gateIn(model.get(), this.box) === 'none' ? actions.say(text) : actions.typed(text)),
      color: (color: string) => {
        model.set({ color });
        bridge.launcher.color(color);
      },
      language: (language: string) => void this.speak([language]),
    };
  }

  private async speak(wishes: readonly unknown[]): Promise<void> {
    const { document, navigator } = this.bridge.window;
    const language = chooseLanguage([...wishes, document.documentElement.lang, ...navigator.languages]);
    if (language === this.model.get().texts.language) return;
    const texts = await fetchTexts(language).catch(() => null);
    if (texts) this.model.set({ texts });
  }

  /** Nothing of this visitor stays for the next. */
  private forget(): void {
    const { model, outbox } = this;
    this.uploads.cancelAll();
    this.popup.forget();
    this.pending.forget();
    this.chat.put(EMPTY_LOG);
    const team = { ...model.get().team, chatting: false };
    model.set({ open: false, quietly: false, draft: '', notice: null, typing: null, answered: NOTHING_ANSWERED, team });
    outbox.forgetOthers().catch(() => undefined);
    this.memory.forget();
  }
}
