import type { english } from './locales/en.ts';

/** Every text of the box. `{name}` is filled in; a text that counts has a form per plural category of its language. */
export type Catalogue = {
  readonly [Key in keyof typeof english]: (typeof english)[Key] extends string ? string : Plural;
};

/** By category of `Intl.PluralRules`; `other` for those a language leaves out. */
export type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };
