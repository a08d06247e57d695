import type { ASKS } from '@vetrina/protocol/automation/flow';
import { LIMITS } from '@vetrina/protocol/limits';
import { findLinks } from '../find-links.ts';

/** ITU-T E.164: a telephone number has at most 15 digits; shorter than six are no numbers that a stranger can call. */
const PHONE = /^\+?[\d\s().\-/]+$/;
const [FEWEST, MOST] = [6, 15];

/** A7: what was asked for, as it is kept, or null if this is not it. An e-mail address may stand in a sentence. */
export function readAnswer(asks: (typeof ASKS)[number], said: string): string | null {
  const text = said.trim();
  if (text === '') return null;
  switch (asks) {
    case 'text':
      return text.slice(0, LIMITS.botAnswer).toWellFormed();
    case 'name':
      return text.replace(/\s+/g, ' ').slice(0, LIMITS.name).toWellFormed();
    case 'email': {
      const [first, ...others] = findLinks(text).flatMap((piece) => (isEmail(piece) ? [piece.text] : []));
      return first !== undefined && others.length === 0 && first.length <= LIMITS.email ? first : null;
    }
    case 'phone': {
      const digits = text.replace(/\D/g, '').length;
      return PHONE.test(text) && text.length <= LIMITS.phone && digits >= FEWEST && digits <= MOST ? text : null;
    }
  }
}

const isEmail = (piece: ReturnType<typeof findLinks>[number]): boolean =>
  piece.kind === 'link' && piece.href.startsWith('mailto:');
