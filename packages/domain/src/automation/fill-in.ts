/** What may stand in a message between braces, and after a bar what stands there if it is not known: `{name|there}`. */
export const PLACEHOLDERS = ['name', 'city', 'country'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const PLACES = /\{(name|city|country|answer\.[a-z][a-z0-9_]{0,29})(?:\|([^{}|]{0,60}))?\}/g;
const ANSWER = 'answer.';

/**
 * A1: the text as one visitor gets it. What a visitor says of themselves is put in as text and never read again. In a
 * chatbot's text (A7) also what they answered: `{answer.order}`.
 */
export function fillIn(
  text: string,
  known: Readonly<Record<Placeholder, string | null>>,
  answers?: Readonly<Record<string, string>>,
): string {
  return text
    .replace(PLACES, (whole, place: string, otherwise = '') => {
      if (!place.startsWith(ANSWER)) return known[place as Placeholder]?.trim() || otherwise;
      return answers === undefined ? whole : answerTo(answers, place.slice(ANSWER.length)) || otherwise;
    })
    .replace(/ +([,.!?])/g, '$1')
    .trim();
}

/** Names are the account's: `constructor` is one like any other. */
function answerTo(answers: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(answers, name) ? (answers[name] ?? '').trim() : '';
}

/** The answers that a text asks to be put in. */
export function answersIn(text: string): readonly string[] {
  return [...text.matchAll(PLACES)].flatMap(([, place = '']) =>
    place.startsWith(ANSWER) ? [place.slice(ANSWER.length)] : [],
  );
}
