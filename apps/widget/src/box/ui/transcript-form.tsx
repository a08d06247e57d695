import { LIMITS } from '@vetrina/protocol/limits';
import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { isEmail } from '../contact-form.ts';
import type { Texts } from '../texts.ts';
import { useParts } from './parts.ts';

/** C4: where to send the conversation. */
export function TranscriptForm({ texts, done }: { readonly texts: Texts; done(): void }): JSX.Element {
  const { actions } = useParts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="card strip"
      noValidate
      aria-label={texts.text('transcript')}
      onSubmit={(event) => {
        event.preventDefault();
        const email = field.current?.value.trim() ?? '';
        setWrong(!isEmail(email));
        if (!isEmail(email)) return;
        actions.askTranscript(email);
        done();
      }}
    >
      <div class="field">
        <label for={id}>{texts.text('transcript')}</label>
        <input
          ref={field}
          id={id}
          type="email"
          autocomplete="email"
          placeholder={texts.text('email')}
          maxLength={LIMITS.email}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-problem` : undefined}
        />
        {wrong && (
          <p class="problem" id={`${id}-problem`}>
            {texts.text('badEmail')}
          </p>
        )}
      </div>
      <div class="row">
        <button type="button" class="text-button" onClick={done}>
          {texts.text('cancel')}
        </button>
        <button type="submit" class="primary">
          {texts.text('send')}
        </button>
      </div>
    </form>
  );
}
