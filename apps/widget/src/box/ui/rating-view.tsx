import type { Rating } from '@vetrina/protocol/conversation';
import { LIMITS } from '@vetrina/protocol/limits';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { BoxModel } from '../box-model.ts';
import { useParts } from './parts.ts';

const FACES = [
  { value: 1, word: 'bad', mouth: 'M8 16.5c1-1.6 2.3-2.3 4-2.3s3 .7 4 2.3' },
  { value: 3, word: 'normal', mouth: 'M8 15.3h8' },
  { value: 5, word: 'good', mouth: 'M8 14c1 1.7 2.3 2.5 4 2.5s3-.8 4-2.5' },
] as const satisfies readonly { value: Rating; word: string; mouth: string }[];

/** C6: three faces after the conversation is closed, then words for who has some. One may change one's mind. */
export function RatingView({ now: { log, texts } }: { readonly now: BoxModel }): JSX.Element {
  const { actions } = useParts();
  const id = useId();
  const [comment, setComment] = useState('');
  const [thanked, setThanked] = useState(false);
  const { rating } = log;
  return (
    <form
      class="card rating"
      aria-label={texts.text('rateTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        if (rating === null || comment.trim() === '') return;
        actions.rate(rating, comment);
        setThanked(true);
      }}
    >
      <h2>{texts.text(thanked ? 'rateThanks' : 'rateTitle')}</h2>
      <fieldset class="faces" aria-label={texts.text('rateTitle')}>
        {FACES.map(({ value, word, mouth }) => (
          <button
            key={value}
            type="button"
            class={`mood ${word}`}
            aria-pressed={rating === value}
            onClick={() => {
              actions.rate(value, '');
              setThanked(false);
            }}
          >
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <path d={`M12 3a9 9 0 100 18 9 9 0 000-18zM9 9.5v.01M15 9.5v.01${mouth}`} />
            </svg>
            {texts.text(word)}
          </button>
        ))}
      </fieldset>
      {rating !== null && !thanked && (
        <div class="field">
          <label for={id}>{texts.text('rateComment')}</label>
          <textarea
            id={id}
            rows={2}
            dir="auto"
            maxLength={LIMITS.ratingComment}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="primary" disabled={comment.trim() === ''}>
            {texts.text('send')}
          </button>
        </div>
      )}
    </form>
  );
}
