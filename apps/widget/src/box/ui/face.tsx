import type { Author, Face } from '@vetrina/protocol/conversation';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Texts } from '../texts.ts';
import { useParts } from './parts.ts';

/** A photo, or initials: there may be none, and the page's policy may forbid pictures from elsewhere. */
export function FacePicture({ face }: { readonly face: Pick<Face, 'name' | 'photo'> }): JSX.Element {
  const { address } = useParts();
  const [broken, setBroken] = useState<string | null>(null);
  const photo = face.photo && face.photo !== broken ? face.photo : null;
  return (
    <span class="face" aria-hidden="true">
      {photo ? (
        <img src={address(photo)} alt="" draggable={false} onError={() => setBroken(photo)} />
      ) : (
        initialsOf(face.name)
      )}
    </span>
  );
}

/** Who speaks, as the visitor reads it. */
export function nameOf(author: Author, texts: Texts): string {
  switch (author.who) {
    case 'visitor':
      return texts.text('you');
    case 'agent':
      return author.agent.name;
    case 'automation':
      return author.name || texts.text('assistant');
    case 'system':
      return texts.text('assistant');
  }
}

export function faceOf(author: Author, texts: Texts): Pick<Face, 'name' | 'photo'> {
  if (author.who === 'agent') return author.agent;
  return { name: nameOf(author, texts), photo: author.who === 'automation' ? author.photo : null };
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase();
}
