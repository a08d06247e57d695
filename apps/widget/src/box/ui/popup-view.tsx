import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { JSX } from 'preact';
import { offerIn } from '../pending.ts';
import type { Texts } from '../texts.ts';
import { FacePicture, faceOf, nameOf } from './face.tsx';
import { Icon, IconButton } from './icons.tsx';
import { useParts } from './parts.ts';
import { Replies } from './replies.tsx';

interface PopupProps {
  readonly entries: readonly PublicEntry[];
  readonly texts: Texts;
}

/** V8, A3.5: what is written while the panel is closed. It takes no focus away from what the visitor does. */
export function PopupView({ entries, texts }: PopupProps): JSX.Element | null {
  const { actions } = useParts();
  const [first] = entries;
  if (!first) return null;
  const { author } = first;
  const name = nameOf(author, texts);
  return (
    <section class="popup" aria-label={texts.text('messageFrom', { name })}>
      <FacePicture face={faceOf(author, texts)} />
      <div class="said">
        <p class="who">{name}</p>
        {entries.map(({ id, body }) => (
          <p key={id} class="words" dir="auto">
            {body.kind === 'file' ? (
              <>
                <Icon name="file" />
                <bdi>{body.file.name}</bdi>
              </>
            ) : (
              body.kind === 'text' && body.text
            )}
          </p>
        ))}
        <Replies replies={offerIn({ entries }, []).replies} texts={texts} />
        <button type="button" class="primary" onClick={() => actions.openToAnswer()}>
          {texts.text('reply')}
        </button>
      </div>
      <IconButton icon="close" label={texts.text('close')} onPress={() => actions.dismissPopup()} />
    </section>
  );
}
