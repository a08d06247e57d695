import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { gateIn } from '../box-actions.ts';
import type { BoxModel } from '../box-model.ts';
import { offerIn, withPending } from '../pending.ts';
import { Composer } from './composer.tsx';
import type { WritingField } from './field.tsx';
import { FormView } from './form-view.tsx';
import { IconButton } from './icons.tsx';
import { MessageList } from './message-list.tsx';
import { PanelHeader } from './panel-header.tsx';
import { useParts } from './parts.ts';
import { RatingView } from './rating-view.tsx';
import { Replies } from './replies.tsx';
import { TranscriptForm } from './transcript-form.tsx';
import { UploadsView } from './uploads-view.tsx';
import { useVisibleHeight } from './use-visible-height.ts';

/** The open chat: beside the page on a desktop, instead of it on a phone. */
export function Panel({ now }: { readonly now: BoxModel }): JSX.Element {
  const { actions, box, window: w } = useParts();
  const { texts, log, phone, pending, outbox } = now;
  const dialog = useRef<HTMLDivElement>(null);
  const field = useRef<WritingField>(null);
  const [transcript, setTranscript] = useState(false);
  const gate = gateIn(now, box);
  const offer = offerIn(withPending(log, pending), outbox);
  useVisibleHeight(w, dialog);
  // Also when the form gives way to the composer, at once: what is typed in between would go nowhere.
  useLayoutEffect(() => {
    if (now.quietly && !dialog.current?.matches(':focus-within')) return;
    const first = field.current ?? dialog.current?.querySelector<HTMLElement>('form input, form textarea, form select');
    (first ?? dialog.current)?.focus({ preventScroll: true });
  }, [gate]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      actions.closeByHand();
    }
    if (event.key === 'Tab' && phone && dialog.current) keepInside(event, dialog.current);
  };
  const { over, ...drop } = useDrop((files) => actions.attach(files), box.files && gate === 'none');
  return (
    // Not a <dialog>: in the top layer it would cover the launcher and the page's own layers.
    <div
      ref={dialog}
      class="panel"
      role="dialog"
      aria-label={texts.text('chat')}
      aria-modal={phone}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocusIn={({ target }) => {
        if ((target as Element).matches('input, textarea, select')) actions.takenUp();
      }}
      {...drop}
    >
      <PanelHeader now={now} wantsTranscript={() => setTranscript(true)} />
      {transcript && (
        <TranscriptForm
          texts={texts}
          done={() => {
            setTranscript(false);
            field.current?.focus();
          }}
        />
      )}
      <MessageList now={now}>
        <Replies replies={offer.replies} texts={texts} picked={() => field.current?.focus()} />
        {log.state === 'resolved' && box.rating && <RatingView now={now} />}
        {gate !== 'none' && <FormView now={now} only={gate} key={gate} />}
      </MessageList>
      <UploadsView now={now} />
      <div role="status">
        {now.notice && (
          <p class="notice">
            {now.notice}
            <IconButton icon="close" label={texts.text('close')} onPress={() => actions.notice(null)} />
          </p>
        )}
      </div>
      {gate === 'none' && <Composer now={now} field={field} asks={offer.asks} />}
      {over && <div class="drop">{texts.text('dropFile')}</div>}
    </div>
  );
}

function useDrop(attach: (files: FileList) => void, allowed: boolean) {
  const [over, setOver] = useState(false);
  return {
    over: over && allowed,
    onDragOver(event: DragEvent): void {
      if (!allowed || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event: DragEvent): void {
      const to = event.relatedTarget as Node | null;
      if (!to || !(event.currentTarget as Node).contains(to)) setOver(false);
    },
    onDrop(event: DragEvent): void {
      setOver(false);
      if (!allowed || !event.dataTransfer?.files.length) return;
      event.preventDefault();
      attach(event.dataTransfer.files);
    },
  };
}

/** Full screen there is nothing behind the panel to go to: the focus goes round in it. */
function keepInside(event: KeyboardEvent, dialog: HTMLElement): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>('button, [href], input, select, textarea, [tabindex]')].filter(
    (stop) => stop.tabIndex >= 0 && !(stop as HTMLButtonElement).disabled && stop.offsetParent !== null,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  const edge = event.shiftKey ? first : last;
  if (!edge?.matches(':focus')) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
