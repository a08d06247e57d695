import type { PublicEntry } from '@vetrina/protocol/conversation';
import type { JSX } from 'preact';
import type { Texts } from '../texts.ts';
import { FacePicture, faceOf, nameOf } from './face.tsx';
import { Icon, IconButton } from './icons.tsx';
import { useParts } from './parts.ts';

/** V8: what an agent writes while the panel is closed. It takes no focus away from what the visitor does. */
export function PopupView({ entry, texts }: { readonly entry: PublicEntry; readonly texts: Texts }): JSX.Element {
  const { actions } = useParts();
  const { author, body } = entry;
  const name = nameOf(author, texts);
  return (
    <section class="popup" aria-label={texts.text('messageFrom', { name })}>
      <FacePicture face={faceOf(author, texts)} />
      <div class="said">
        <p class="who">{name}</p>
        <p class="words" dir="auto">
          {body.kind === 'file' ? (
            <>
              <Icon name="file" />
              <bdi>{body.file.name}</bdi>
            </>
          ) : (
            body.kind === 'text' && body.text
          )}
        </p>
        <button type="button" class="primary" onClick={() => actions.open()}>
          {texts.text('reply')}
        </button>
      </div>
      <IconButton icon="close" label={texts.text('close')} onPress={() => actions.dismissPopup()} />
    </section>
  );
}
