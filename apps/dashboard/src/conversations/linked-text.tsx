import { findLinks } from '@vetrina/domain/find-links';
import { useMemo } from 'react';

/** A message as text; addresses in it become links that give nothing away. Nobody's markup is ever made. */
export function LinkedText({ text }: { text: string }) {
  const pieces = useMemo(() => findLinks(text), [text]);
  return pieces.map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text's pieces have their places only
      <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
        {piece.text}
      </a>
    ),
  );
}
