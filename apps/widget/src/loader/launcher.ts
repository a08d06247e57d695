import type { LauncherLook } from '../link/link.ts';
import { guard, type PageWindow } from './page-window.ts';

export interface Launcher {
  readonly button: HTMLButtonElement;
  /** Applies the look, and puts the button back where the page has thrown it out. `hiddenIn`: a list of media queries. */
  paint(hiddenIn: string): void;
}

/**
 * The round button at the edge of the page. A constructed style sheet and elements made one by one need no permission of
 * the page's Content-Security-Policy and no Trusted Type; the shadow root keeps the page's styles out of ours, and
 * `!important` on the host outweighs even `* { all: unset !important }`, because among important rules the inner tree wins:
 * https://drafts.csswg.org/css-cascade-5/#cascade-context
 *
 * @throws where the browser has no constructed style sheets (Safari before 16.4): there is no button then
 */
export function makeLauncher(w: PageWindow, look: LauncherLook, press: () => void): Launcher {
  const { document } = w;
  const host = document.createElement('div');
  const button = document.createElement('button');
  const sheet = new w.CSSStyleSheet();
  const root = host.attachShadow({ mode: 'open' });
  host.id = 'vetrina-chat';
  button.setAttribute('aria-label', 'Open chat');
  button.onclick = guard(press);
  root.adoptedStyleSheets = [sheet];
  root.append(button);
  return {
    button,
    paint(hiddenIn) {
      sheet.replaceSync(styleOf(look, hiddenIn));
      if (!host.isConnected) document.body?.append(host);
    },
  };
}

/**
 * The host has no box of its own: no transform, opacity or size that the page gives to it can touch the button. The edges
 * keep clear of notches and home bars. The icon is cut out of a square, so that it needs no image and no font.
 */
function styleOf({ color, side, offsetX, offsetY, zIndex }: LauncherLook, hiddenIn: string): string {
  return (
    ':host{display:contents!important}' +
    `button{all:initial;position:fixed;${side}:calc(${offsetX}px + env(safe-area-inset-${side}));` +
    `bottom:calc(${offsetY}px + env(safe-area-inset-bottom));z-index:${zIndex};background:${color};padding:16px;border-radius:50%;cursor:pointer;box-shadow:0 2px 12px #0005;` +
    'forced-color-adjust:none}button:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #000}' +
    `button:before{content:"";display:block;padding:12px;border-radius:4px;background:${inkOn(color)};` +
    'clip-path:path("M0 0h24v18H12l-7 6v-6H0z")}' +
    `@media ${hiddenIn}{button{display:none}}`
  );
}

/** WCAG's contrast to black and to white is the same at a luminance of 0.179: of 14 parts, of 255 to the power of 2.2. */
const MIDDLE = 493_000;

/** Black or white, whichever stands out more. Red, green and blue weigh 0.2126, 0.7152 and 0.0722: as 3 to 10 to 1. */
export function inkOn(color: string): string {
  const light = (at: number): number => Number(`0x${color.slice(at, at + 2)}`) ** 2.2;
  return 3 * light(1) + 10 * light(3) + light(5) > MIDDLE ? '#000' : '#fff';
}
