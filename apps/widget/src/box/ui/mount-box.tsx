import type { PublicEntry } from '@vetrina/protocol/conversation';
import { type JSX, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Bridge } from '../../bridge.ts';
import { guard } from '../../loader/page-window.ts';
import type { BoxActions } from '../box-actions.ts';
import type { BoxModel, Watched } from '../box-model.ts';
import type { PageBox } from '../box-settings.ts';
import { isRightToLeft } from '../choose-language.ts';
import { paletteOf } from '../colours.ts';
import { isFromTeam } from '../message-groups.ts';
import { pendingEntries } from '../pending.ts';
import type { Texts } from '../texts.ts';
import { nameOf } from './face.tsx';
import { Panel } from './panel.tsx';
import { PartsContext } from './parts.ts';
import { PopupView } from './popup-view.tsx';
import { SHEETS } from './styles/sheets.ts';

interface Mounted {
  readonly bridge: Bridge;
  readonly box: PageBox;
  readonly model: Watched<BoxModel>;
  readonly actions: BoxActions;
  isShown(): boolean;
  clock(): number;
}

/** The element in which the loader draws its launcher. */
const HOST = 'vetrina-chat';

/**
 * Draws the box into a shadow root of its own, within the launcher's. Styles come as a constructed sheet and by the CSSOM
 * alone: a page's policy may forbid `<style>` and `style=""`, but not these.
 */
export function mountBox({ bridge, box, model, actions, isShown, clock }: Mounted): void {
  const { window: w, base } = bridge;
  const outer = hostIn(w.document).shadowRoot;
  const root = w.document.createElement('div');
  const shadow = root.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = SHEETS.map((styles) => {
    const sheet = new w.CSSStyleSheet();
    sheet.replaceSync(styles);
    return sheet;
  });
  outer?.append(root);
  root.classList.add(box.side);
  root.style.setProperty('--offset-x', `${box.offsetX}px`);
  root.style.setProperty('--z-index', String(box.zIndex));
  root.style.setProperty('--offset-y', `${box.offsetY}px`);
  // Keys pressed in the box are no shortcuts of the page.
  for (const type of ['keydown', 'keypress', 'keyup'])
    shadow.addEventListener(type, (event) => event.stopPropagation());

  const parts = { actions, box, window: w, clock, address: (path: string) => new URL(path, `${base}/`).href };
  const draw = (now: BoxModel): void => {
    root.setAttribute('lang', now.texts.language);
    root.setAttribute('dir', isRightToLeft(now.texts.language) ? 'rtl' : 'ltr');
    render(
      <PartsContext.Provider value={parts}>{isShown() && <BoxView now={now} />}</PartsContext.Provider>,
      shadow as unknown as Element,
    );
  };
  paintColours(w, root, model);
  draw(model.get());
  const redraw = onceATask(() => draw(model.get()));
  model.watch(redraw);
}

/** One event changes the model several times; what it comes to is drawn once, before the browser paints. */
function onceATask(draw: () => void): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    queueMicrotask(
      guard(() => {
        isPlanned = false;
        draw();
      }),
    );
  };
}

function BoxView({ now }: { readonly now: BoxModel }): JSX.Element {
  return (
    <>
      {now.open && <Panel now={now} />}
      {!now.open && <PopupView entries={now.popup} texts={now.texts} />}
      <Announcer now={now} />
    </>
  );
}

/** Says new messages aloud, politely, and nothing of the past. */
function Announcer({ now }: { readonly now: BoxModel }): JSX.Element {
  const { log, texts, typing } = now;
  const last = log.entries.findLast(isFromTeam);
  const [from, setFrom] = useState<number | null>(null);
  // A live region speaks of what changes in it, not of what it began with.
  const [isListening, setListening] = useState(false);
  useEffect(() => setListening(true), []);
  useEffect(() => {
    if (from === null && log.state !== 'none') setFrom(last?.seq ?? 0);
  }, [log.state]);
  const isNew = last && from !== null && last.seq > from;
  const words =
    isNew && (last.body.kind === 'text' ? last.body.text : last.body.kind === 'file' && last.body.file.name);
  return (
    <div class="unseen" aria-live="polite">
      {isListening && wordsOf(waitingIn(now), texts)}
      {isNew && `${texts.text('messageFrom', { name: nameOf(last.author, texts) })}: ${words}`}
      {typing && ` ${texts.text('typing', { name: typing.name })}`}
    </div>
  );
}

/** The automatic message, where it is shown on this page. */
function waitingIn({ log, open, pending, popup }: BoxModel): readonly PublicEntry[] {
  return open || popup[0]?.id === pending?.id ? pendingEntries(pending, log) : [];
}

function wordsOf(entries: readonly PublicEntry[], texts: Texts): string | null {
  const [first] = entries;
  if (!first) return null;
  const words = entries.map(({ body }) => (body.kind === 'text' ? body.text : ''));
  return `${texts.text('messageFrom', { name: nameOf(first.author, texts) })}: ${words.join(' ')}`;
}

function paintColours(w: Window & typeof globalThis, root: HTMLElement, model: Watched<BoxModel>): void {
  const dark = w.matchMedia('(prefers-color-scheme: dark)');
  const paint = (): void => {
    const palette = paletteOf(model.get().color, dark.matches ? 'dark' : 'light');
    root.style.setProperty('--accent', palette.accent);
    root.style.setProperty('--on-accent', palette.onAccent);
    root.style.setProperty('--accent-text', palette.accentText);
    root.style.setProperty('--edge', palette.edge);
  };
  paint();
  dark.addEventListener('change', paint);
  model.watch((now, before) => {
    if (now.color !== before.color) paint();
  });
}

function hostIn(document: Document): HTMLElement {
  const found = document.getElementById(HOST);
  if (found?.shadowRoot) return found;
  const host = document.createElement('div');
  host.id = HOST;
  host.attachShadow({ mode: 'open' });
  document.body.append(host);
  return host;
}
