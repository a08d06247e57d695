/** What may stand in a message between braces, and after a bar what stands there if it is not known: `{name|there}`. */
export const PLACEHOLDERS = ['name', 'city', 'country'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const PLACES = /\{(name|city|country)(?:\|([^{}|]{0,60}))?\}/g;

/** A1: the text as one visitor gets it. What a visitor says of themselves is put in as text and never read again. */
export function fillIn(text: string, known: Readonly<Record<Placeholder, string | null>>): string {
  return text
    .replace(PLACES, (_, place: Placeholder, otherwise = '') => known[place]?.trim() || otherwise)
    .replace(/ +([,.!?])/g, '$1')
    .trim();
}
