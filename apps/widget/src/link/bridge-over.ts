import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { Bridge, Line } from '../bridge.ts';
import { guard, type PageWindow } from '../loader/page-window.ts';
import { pageOption } from '../loader/take-over-snippet.ts';
import { dressLauncher, type LauncherWords } from './dress-launcher.ts';
import { type LauncherLook, type Link, listenTo, type News } from './link.ts';

type Command = (command: string, ...values: readonly unknown[]) => void;

/** The bridge that the box walks on, over the thin link that the loader hands out. */
export function bridgeOver(w: Bridge['window'], link: Link): Bridge {
  const { base, key, config } = link;
  const frames = hearers<ToVisitor>();
  const lines = hearers<Line>();
  const forgets = kept<[]>();
  const commands = kept<Parameters<Command>>();
  const presses = kept<[]>();
  const hear: NonNullable<Link['hear']> = (...news) => {
    switch (news[0]) {
      case 'frame':
        frames.tell(news[1]);
        break;
      case 'line':
        lines.tell(news[1]);
        break;
      case 'command':
        commands.tell(...commandOf(news));
        break;
      case 'press':
        presses.tell();
        break;
      case 'forget':
        forgets.tell();
        break;
      case 'scene':
        break;
    }
  };
  for (const news of stillMeant(link.kept)) hear(...news);
  listenTo(link, hear);
  return {
    ...{ window: w, base, key, config },
    option: (name) => pageOption(w as PageWindow, name),
    welcome: () => link.welcome,
    line: link.line,
    send: link.send,
    // Enough to tell visitors apart, too little to be taken for one of them.
    who: () => link.who()?.slice(0, 8) ?? null,
    startChat: link.startChat,
    opened() {
      const scene = link.scene?.();
      if (scene) scene.chatOpenedAt ??= w.performance.now();
      link.hear?.('scene');
    },
    emit: link.emit,
    remember: onceEach(link.remember),
    onFrame: frames.add,
    onLine: lines.add,
    onForget: forgets.to,
    onCommand: commands.to,
    launcher: launcherControls(w, link, presses.to),
  };
}

/** Says a thing again only when it has changed: what is remembered is written into a cookie. */
function onceEach(say: (value: boolean) => void): (value: boolean) => void {
  let said: boolean | undefined;
  return (value) => {
    if (value !== said) say(value);
    said = value;
  };
}

/** What is left to do of what came before there was a box: what a visitor wanted who has logged out since, is not. */
function stillMeant(all: readonly News[]): News[] {
  let meant: News[] = [];
  for (const news of all) {
    if (news[0] === 'forget') meant = meant.filter(isOfPage);
    // Somebody who pressed twice because nothing happened yet means to open it.
    if (news[0] !== 'press' || !meant.some(([what]) => what === 'press')) meant.push(news);
  }
  return meant;
}

/** How the page wants its box, whoever is there. */
const isOfPage = ([what, command]: News): boolean =>
  what === 'command' && !/^chat:(open|close|message|send)$/.test(String(command));

function commandOf([, command, ...values]: readonly ['command', ...(readonly unknown[])]): Parameters<Command> {
  return [String(command), ...values];
}

function launcherControls(
  window: Bridge['window'],
  link: Link,
  onPress: Bridge['launcher']['onPress'],
): Bridge['launcher'] {
  const { look, button } = link;
  const dress = button ? dressLauncher(window, button) : () => undefined;
  const words: LauncherWords = { isOpen: false, unread: 0, label: 'Open chat' };
  const say = (change: Partial<LauncherWords>): void => dress(Object.assign(words, change));
  const restyle = (change: Partial<LauncherLook>): void => {
    Object.assign(look, change);
    link.draw?.();
  };
  say({});
  return {
    show: (shown) => restyle({ shown }),
    unread: (unread) => say({ unread }),
    open: (isOpen) => say({ isOpen }),
    color(color) {
      if (/^#[0-9a-f]{6}$/i.test(color)) restyle({ color });
    },
    side: (side, offsetX, offsetY) => restyle({ side, offsetX, offsetY }),
    label: (label) => say({ label }),
    onPress,
    focus: () => button?.focus(),
  };
}

function hearers<Value>() {
  const all = new Set<(value: Value) => void>();
  return {
    tell(value: Value): void {
      for (const one of [...all]) guard(one)(value);
    },
    add(listener: (value: Value) => void): () => void {
      all.add(listener);
      return () => void all.delete(listener);
    },
  };
}

/** What comes before the one who listens waits for them. */
function kept<Call extends readonly unknown[]>() {
  const waiting: Call[] = [];
  let listener: ((...call: Call) => void) | undefined;
  return {
    tell(...call: Call): void {
      if (listener) guard(listener)(...call);
      else waiting.push(call);
    },
    to(next: (...call: Call) => void): void {
      listener = next;
      for (const call of waiting.splice(0)) guard(next)(...call);
    },
  };
}
