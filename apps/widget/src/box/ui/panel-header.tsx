import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoxModel } from '../box-model.ts';
import { isFromTeam } from '../message-groups.ts';
import { FacePicture } from './face.tsx';
import { Icon, IconButton, type IconName } from './icons.tsx';
import { useParts } from './parts.ts';

interface HeaderProps {
  readonly now: BoxModel;
  wantsTranscript(): void;
}

/** Whose chat this is, who is there, and the menu. */
export function PanelHeader({ now, wantsTranscript }: HeaderProps): JSX.Element {
  const { actions, box } = useParts();
  const { team, texts, line, log } = now;
  // Who already talks with the visitor stands for the team.
  const faces = (log.agents.length > 0 ? log.agents : team.agents).slice(0, 3);
  const offline = team.state === 'offline';
  const lost = line !== 'open';
  return (
    <div class="head">
      {faces.length > 0 && (
        <span class="faces-row">
          {faces.map((face) => (
            <FacePicture key={face.id} face={face} />
          ))}
        </span>
      )}
      <div class="title">
        <h1>
          <bdi>{box.title || box.team || texts.text('chat')}</bdi>
        </h1>
        <p role="status">
          <i class={lost ? 'dot lost' : offline ? 'dot' : 'dot on'} aria-hidden="true" />
          {texts.text(lost ? 'connecting' : offline ? 'offline' : 'online')}
        </p>
      </div>
      <Menu now={now} wantsTranscript={wantsTranscript} />
      <IconButton icon="down" label={texts.text('closeChat')} onPress={() => actions.closeByHand()} />
    </div>
  );
}

function Menu({ now, wantsTranscript }: HeaderProps): JSX.Element {
  const { actions, box } = useParts();
  const { texts, muted, log } = now;
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) whole.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [open]);

  const close = (): void => {
    setOpen(false);
    whole.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const items = [...(whole.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    if (step === 0 || items.length === 0) return;
    event.preventDefault();
    const focused = items.findIndex((item) => item.matches(':focus'));
    items[(focused + step + items.length) % items.length]?.focus();
  };
  const item = (icon: IconName, label: string, press: () => void): JSX.Element => (
    <button
      type="button"
      role="menuitem"
      onClick={() => {
        close();
        press();
      }}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the menu within
    <div
      class="menu"
      ref={whole}
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        if (event.relatedTarget && !whole.current?.contains(event.relatedTarget as Node)) setOpen(false);
      }}
    >
      <IconButton icon="more" label={texts.text('options')} expanded={open} onPress={() => setOpen(!open)} />
      {open && (
        <div role="menu" aria-label={texts.text('options')}>
          {item(muted ? 'sound' : 'silent', texts.text(muted ? 'soundOn' : 'soundOff'), () => actions.toggleSound())}
          {box.transcript && log.entries.some(isFromTeam) && item('mail', texts.text('transcript'), wantsTranscript)}
          {item('close', texts.text('closeChat'), () => actions.closeByHand())}
        </div>
      )}
    </div>
  );
}
