import type { Asked } from '@vetrina/protocol/conversation';
import { LIMITS } from '@vetrina/protocol/limits';
import type { JSX, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { BoxModel } from '../box-model.ts';
import { isRightToLeft } from '../choose-language.ts';
import { ACCEPTED } from '../uploads.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { Field, type WritingField } from './field.tsx';
import { Icon, IconButton } from './icons.tsx';
import { useParts } from './parts.ts';

interface ComposerProps {
  readonly now: BoxModel;
  readonly field: RefObject<WritingField | null>;
  readonly asks: Asked;
}

/** So near the limit the count is shown. */
const COUNT_FROM = LIMITS.message - 200;

export function Composer({ now, field, asks }: ComposerProps): JSX.Element {
  const { actions, box } = useParts();
  const { texts, draft } = now;
  const [picking, setPicking] = useState(false);
  const tooLong = draft.length > LIMITS.message;

  const send = (): void => {
    actions.sayDraft();
    setPicking(false);
    field.current?.focus();
  };
  const pick = (emoji: string): void => {
    // Browsers tell of no selection in a field for addresses.
    const start = field.current?.selectionStart ?? draft.length;
    const end = field.current?.selectionEnd ?? draft.length;
    actions.typed(draft.slice(0, start) + emoji + draft.slice(end));
    setPicking(false);
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      // What is asked for is looked at by who asked.
      noValidate
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
      <Field
        field={field}
        asks={asks}
        label={texts.text('message')}
        placeholder={texts.text(asks === 'text' ? 'placeholder' : asks)}
        isWrong={tooLong}
        text={draft}
        typed={(text) => actions.typed(text)}
        send={send}
        pasted={(files) => {
          if (box.files) actions.attach(files);
          return box.files;
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
