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

/** An address as a page reports it. Whether it is http(s) is decided in `domain/address`, which refuses the rest. */
export const wireUrl = (maxLength: number) => wireText(maxLength).min(1);
