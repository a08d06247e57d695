import type { BoxSettings } from '@vetrina/protocol/http/box';
import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import type { ToVisitor } from '@vetrina/protocol/to-visitor';
import type { Bridge, Line, PageOption } from '../../bridge.ts';
import { startBox } from '../start-box.ts';
import { FakeTeam, type Stage } from './team-on-stage.ts';

/**
 * A page with the box and nobody behind it: the team is played in the page (`window.stage`), so that looks and behaviour
 * can be tried in a browser without a server. Settings stand in the address: `?box={…}&options={…}&lines=200`.
 */
const asked = new URLSearchParams(location.search);
const json = (name: string) => JSON.parse(asked.get(name) ?? '{}') as Record<string, unknown>;
const options = json('options');
/** Written out: the protocol's own defaults stand beside schemas, whose library a strict page refuses to run. */
const box: BoxSettings = {
  ...{ color: '#0b6e66', side: 'right', offsetX: 24, offsetY: 24, zIndex: 1_000 },
  ...{ hidden: false, hiddenOnPhones: false, hiddenWhenOffline: false },
  ...{ title: '', welcome: '', offlineText: '' },
  ...{ sound: true, typingPreview: false, rating: true, transcript: true, files: true },
  form: { beforeChat: false, name: 'optional', email: 'required', phone: 'off', group: 'off' },
  privacy: { shown: false, url: '', mustAgree: false },
};
const config = {
  mode: 'full',
  respectPrivacySignals: true,
  accountName: 'Bottega Verde',
  box: { ...box, ...json('box') },
  may: { hideBox: true, askFirst: true, rate: true },
  groups: [
    { key: 'sales', name: 'Sales' },
    { key: 'help', name: 'Help' },
  ],
} as WidgetConfig;

const frames = new Set<(frame: ToVisitor) => void>();
const lines = new Set<(line: Line) => void>();
const forget = new Set<() => void>();
let line: Line = 'open';
let visitor = 'visitor';
/** While cut, frames go nowhere. */
const tell = (frame: ToVisitor): void => {
  if (line === 'open') for (const listener of frames) listener(structuredClone(frame));
};
const team = new FakeTeam(tell);
for (let count = 0; count < Number(asked.get('lines') ?? 0); count += 1) {
  team.says(`Line ${count + 1}`, undefined, Date.now() - 86_400_000 + count * 60_000);
}
if (asked.get('state')) team.box = { state: asked.get('state') as 'offline', agents: [], chatting: false };

const button = document.createElement('button');
const host = document.createElement('div');
host.id = 'vetrina-chat';
host.attachShadow({ mode: 'open' }).append(button);
document.body.append(host);
button.style.cssText =
  'position:fixed;right:24px;bottom:24px;width:56px;height:56px;border:0;border-radius:50%;background:#0b6e66;color:#fff;font-size:22px';
button.textContent = '💬';

const events: unknown[][] = [];
const commands: ((command: string, ...values: readonly unknown[]) => void)[] = [];

function goes(next: Line): void {
  line = next;
  for (const listener of lines) listener(next);
  if (next === 'open') tell(team.welcome());
}

function tune(change: () => void): void {
  if (button.isConnected) change();
}

const bridge: Bridge = {
  window,
  base: location.origin,
  key: asked.get('key') ?? 'stage',
  config,
  option: (name: PageOption) => options[name],
  welcome: () => team.welcome(),
  line: () => line,
  send(frame) {
    if (line === 'open') queueMicrotask(() => team.hear(frame));
    return line === 'open';
  },
  onFrame(listener) {
    frames.add(listener);
    return () => frames.delete(listener);
  },
  onLine(listener) {
    lines.add(listener);
    return () => lines.delete(listener);
  },
  who: () => visitor,
  startChat() {},
  opened() {},
  onForget: (listener) => forget.add(listener),
  onCommand: (listener) => commands.push(listener),
  emit: (event, ...values) => events.push([event, ...values]),
  launcher: {
    show: (shown) => tune(() => (button.hidden = !shown)),
    unread: (count) => tune(() => (button.dataset.unread = String(count))),
    open: (isOpen) => tune(() => (button.ariaExpanded = String(isOpen))),
    color: (color) => tune(() => button.style.setProperty('background', color)),
    side: () => undefined,
    label: (text) => tune(() => (button.ariaLabel = text)),
    onPress: (listener) => button.addEventListener('click', listener),
    focus: () => button.focus(),
  },
  remember: (needed) => tune(() => (button.dataset.remember = String(needed))),
};

startBox(bridge);

const stage: Stage = {
  team,
  events,
  goes,
  command: (command: string, ...values: unknown[]) => {
    for (const listener of commands) listener(command, ...values);
  },
  logout: () => {
    visitor += "'";
    for (const listener of forget) listener();
  },
};
Object.assign(window, { stage });
