/** Printable ASCII without runs of spaces: most of what passes through here, and lower case is all it needs. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** Latin letters with their accents on, dashes and quotation marks: each can be folded by itself. */
const LATIN = /^[\u0020-\u024f\u2010-\u2027]+$/;
const NOT_ASCII = /[^\u0020-\u007e]/g;

/**
 * Accents of Latin, Greek, Cyrillic, Hebrew and Arabic, and characters nobody sees. The vowel signs of Indic scripts and
 * the voicing marks of Japanese (the two taken out by number) are letters to their readers and stay. Written without set
 * operations (the `v` flag), which would keep the rules out of browsers before 2023.
 */
const ACCENTS = String.raw`(?![\u3099\u309a])(?=[\p{sc=Zinh}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Arab}])\p{Mn}`;
const UNSEEN = new RegExp(`(?:${ACCENTS}|\\p{Default_Ignorable_Code_Point})+`, 'gu');

/** What Unicode does not take apart but people type plainly, and the Greek sigma that depends on its place. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/**
 * Text as it is searched and sorted (V5): lower case, without accents, every run of white space one space, none at the
 * ends. Folding twice changes nothing more.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const folded = LATIN.test(text) ? text.replace(NOT_ASCII, foldedLetter).toLowerCase() : foldLetters(text);
  return folded.replace(/\s+/g, ' ').trim();
}

/** Any script: marks may stand apart from their letters, and a letter's form may depend on its neighbours. */
function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** `foldLetters` of the few hundred letters of `LATIN`, each asked once: a tenth of the cost for a title with a dash. */
const known = new Map<string, string>();

function foldedLetter(letter: string): string {
  const folded = known.get(letter) ?? foldLetters(letter);
  known.set(letter, folded);
  return folded;
}
