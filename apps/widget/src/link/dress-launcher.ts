/** What the launcher says; the loader's own is "Open chat", closed, nothing unread. */
export interface LauncherWords {
  isOpen: boolean;
  unread: number;
  label: string;
}

const MOST = 99;

const DRESS = `span{position:absolute;top:-4px;right:-4px;min-width:20px;box-sizing:border-box;padding:0 5px;border-radius:10px;
text-align:center;background:#b3001b;color:#fff;font:700 12px/20px system-ui,sans-serif;pointer-events:none}
span:empty{display:none}
button[aria-expanded=true]:before{clip-path:path("M12 10l8-8 2 2-8 8 8 8-2 2-8-8-8 8-2-2 8-8-8-8 2-2")}
@media(prefers-reduced-motion:no-preference){button{transition:transform .15s}button:hover{transform:scale(1.06)}}`;

/** Puts on the launcher what it needs once there is a box: the number of unread messages, the cross while it is open, its name. */
export function dressLauncher(
  w: Window & typeof globalThis,
  button: HTMLButtonElement,
): (words: LauncherWords) => void {
  const badge = w.document.createElement('span');
  // The button's name says the number, as it is seen (2.5.3).
  badge.setAttribute('aria-hidden', 'true');
  const sheet = new w.CSSStyleSheet();
  sheet.replaceSync(DRESS);
  const root = button.getRootNode() as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  button.append(badge);
  return ({ isOpen, unread, label }) => {
    const count = isOpen ? 0 : unread;
    badge.textContent = count > MOST ? `${MOST}+` : count ? String(count) : '';
    button.setAttribute('aria-label', count ? `${label}, ${badge.textContent}` : label);
    button.setAttribute('aria-expanded', String(isOpen));
  };
}
