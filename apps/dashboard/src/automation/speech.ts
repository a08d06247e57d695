import type { TFunction } from 'i18next';
import type { Format } from '../ui/format.ts';

/** A language: its catalogue and its formatters. */
export interface Speech {
  readonly t: TFunction;
  readonly format: Format;
}
