import type { JSX } from 'preact';
import type { BoxModel } from '../box-model.ts';
import { Icon, IconButton } from './icons.tsx';
import { useParts } from './parts.ts';

/** Files on their way, each with its progress and a way to stop it. */
export function UploadsView({ now: { uploads, texts } }: { readonly now: BoxModel }): JSX.Element | null {
  const { actions } = useParts();
  if (uploads.length === 0) return null;
  return (
    <ul class="uploads">
      {uploads.map(({ id, name, progress }) => (
        <li key={id}>
          <Icon name="file" />
          <bdi class="file-name">{name}</bdi>
          <progress value={progress} max={1} aria-label={texts.text('uploading', { name })} />
          <IconButton
            icon="close"
            label={`${texts.text('cancel')}: ${name}`}
            onPress={() => actions.cancelUpload(id)}
          />
        </li>
      ))}
    </ul>
  );
}
