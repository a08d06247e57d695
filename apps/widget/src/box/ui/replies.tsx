import type { JSX } from 'preact';
import type { Texts } from '../texts.ts';
import { useParts } from './parts.ts';

interface RepliesProps {
  readonly replies: readonly string[];
  readonly texts: Texts;
  /** After a click the buttons are gone: the focus needs a place to go to. */
  picked?(): void;
}

/** A7: what the newest message offers to answer with. A click says it. */
export function Replies({ replies, texts, picked }: RepliesProps): JSX.Element | null {
  const { actions } = useParts();
  if (replies.length === 0) return null;
  return (
    <fieldset class="replies" aria-label={texts.text('reply')}>
      {replies.map((reply, index) => (
        <button
          key={index}
          type="button"
          dir="auto"
          onClick={() => {
            actions.reply(reply);
            picked?.();
          }}
        >
          {reply}
        </button>
      ))}
    </fieldset>
  );
}
