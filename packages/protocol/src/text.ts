import { z } from 'zod';

/**
 * A string that may be stored and shown: no lone surrogates (PostgreSQL and JSON consumers refuse them) and no NUL
 * (PostgreSQL cannot hold it). Everything else is text and is rendered as text.
 */
export function wireText(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), 'text is not well formed');
}

/**
 * What a page says about itself and its visitor, mended instead of refused: cut to its length, and made well formed. The
 * loader stands on every page of every customer; what need not be done there is done here.
 */
export function mendedText(maxLength: number) {
  return z.string().overwrite((value) => value.slice(0, maxLength).replaceAll('\0', '\ufffd').toWellFormed());
}

/** An address as a page reports it. Whether it is http(s) is decided in `domain/address`, which refuses the rest. */
export const pageUrl = (maxLength: number) => mendedText(maxLength).min(1);
