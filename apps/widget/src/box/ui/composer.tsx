import { LIMITS } from '@vetrina/protocol/limits';
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BoxModel } from '../box-model.ts';
import { isRightToLeft } from '../choose-language.ts';
import { ACCEPTED } from '../uploads.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { Icon, IconButton } from './icons.tsx';
import { useParts } from './parts.ts';

interface ComposerProps {
  readonly now: BoxModel;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** So near the limit the count is shown. */
const COUNT_FROM = LIMITS.message - 200;

export function Composer({ now, field }: ComposerProps): JSX.Element {
  const { actions, box } = useParts();
  const { texts, draft } = now;
  const [picking, setPicking] = useState(false);
  const tooLong = draft.length > LIMITS.message;
  useGrowingField(field, draft);

  const send = (): void => {
    actions.sayDraft();
    setPicking(false);
    field.current?.focus();
  };
  const pick = (emoji: string): void => {
    const { selectionStart = draft.length, selectionEnd = draft.length } = field.current ?? {};
    actions.typed(draft.slice(0, selectionStart) + emoji + draft.slice(selectionEnd));
    setPicking(false);
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {picking && (
        <EmojiPicker
          texts={texts}
          rightToLeft={isRightToLeft(texts.language)}
          picked={pick}
          closed={() => {
            setPicking(false);
            field.current?.focus();
          }}
        />
      )}
      {draft.length > COUNT_FROM && (
        <p class={tooLong ? 'count wrong' : 'count'} role="status">
          {tooLong && texts.text('tooLong')} {draft.length} / {LIMITS.message}
        </p>
      )}
      <textarea
        ref={field}
        rows={1}
        // Empty it has the direction of its placeholder.
        dir={draft === '' ? undefined : 'auto'}
        aria-label={texts.text('message')}
        aria-invalid={tooLong}
        placeholder={texts.text('placeholder')}
        value={draft}
        enterkeyhint="send"
        onInput={(event) => actions.typed(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While a word is being composed (Japanese, Chinese), Enter belongs to the keyboard.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
        onPaste={(event) => {
          const files = event.clipboardData?.files;
          if (!box.files || !files?.length) return;
          event.preventDefault();
          actions.attach(files);
        }}
      />
      <div class="tools">
        <IconButton icon="smile" label={texts.text('emoji')} expanded={picking} onPress={() => setPicking(!picking)} />
        {box.files && <AttachButton now={now} />}
        <button type="submit" class="send" aria-label={texts.text('send')} disabled={draft.trim() === '' || tooLong}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

function AttachButton({ now: { texts } }: { readonly now: BoxModel }): JSX.Element {
  const { actions } = useParts();
  const input = useRef<HTMLInputElement>(null);
  const limits = texts.text('fileLimits', { size: texts.size(LIMITS.fileBytes) });
  return (
    <>
      <IconButton
        icon="clip"
        label={`${texts.text('attachFile')} (${limits})`}
        onPress={() => input.current?.click()}
      />
      <input
        ref={input}
        class="unseen"
        type="file"
        multiple
        accept={ACCEPTED}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          actions.attach([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** Grows with its text; the style sheet says how far. */
function useGrowingField(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.setProperty('height', 'auto');
    area.style.setProperty('height', `${area.scrollHeight}px`);
  }, [text]);
}
