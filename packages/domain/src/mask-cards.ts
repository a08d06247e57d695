/** Digits with at most three spaces or dashes of any kind between two of them. Linear: no digit can be read two ways. */
const RUNS = /\d(?:[\s\-‐-―]{0,3}\d){12,}/gu;
const GROUPS = /\d+/g;
/** ISO/IEC 7812: numbers of cards have between 13 and 19 digits in use. */
const SHORTEST = 13;
const LONGEST = 19;
/** E.164: digits of the longest telephone number. */
const LONGEST_PHONE = 15;
const KEPT = 4;

interface Group {
  readonly digits: string;
  /** Where it begins in the text. */
  readonly at: number;
}

/**
 * C4: numbers of payment cards lose all but their last four digits, before a message is stored. A card is 13 to 19 digits,
 * with or without spaces or dashes between, that pass the Luhn check (ISO/IEC 7812-1 Annex B). What is written before or
 * after a card in groups of its own (an order number, the three digits from its back) does not hide it. The answer is as long as the text.
 */
export function maskCards(text: string): string {
  return text.replace(RUNS, (run, at: number) => (text[at - 1] === '+' && isPhone(run) ? run : maskRun(run)));
}

const isPhone = (run: string): boolean => run.replace(/\D/g, '').length <= LONGEST_PHONE;

function maskRun(run: string): string {
  const groups = [...run.matchAll(GROUPS)].map(({ 0: digits, index }): Group => ({ digits, at: index }));
  let masked = run;
  for (let first = 0; first < groups.length; ) {
    const after = cardEnd(groups, first);
    if (after === null) {
      first += 1;
      continue;
    }
    masked = maskGroups(masked, groups.slice(first, after));
    first = after;
  }
  return masked;
}

/** The index after the last group of the longest card that begins with group `first`. */
function cardEnd(groups: readonly Group[], first: number): number | null {
  let digits = '';
  let found: number | null = null;
  for (let last = first; last < groups.length; last += 1) {
    digits += groups[last]?.digits ?? '';
    if (digits.length > LONGEST) break;
    if (digits.length < SHORTEST || !passesLuhn(digits)) continue;
    const whole = first === 0 && last === groups.length - 1;
    if (whole || looksPrinted(groups.slice(first, last + 1))) found = last + 1;
  }
  return found;
}

/** Within a longer run only groups as printed on cards count (4-4-4-4, 4-6-5, 6-13 …): a list of sizes is no card. */
function looksPrinted(groups: readonly Group[]): boolean {
  return groups.every(
    ({ digits }, index) => digits.length >= 4 || (index === groups.length - 1 && digits.length === 3),
  );
}

function maskGroups(run: string, groups: readonly Group[]): string {
  const last = groups.at(-1);
  const first = groups[0];
  if (first === undefined || last === undefined) return run;
  const end = last.at + last.digits.length;
  const total = groups.reduce((sum, { digits }) => sum + digits.length, 0);
  let seen = 0;
  const card = run.slice(first.at, end).replace(/\d/g, (digit) => {
    seen += 1;
    return seen > total - KEPT ? digit : '*';
  });
  return run.slice(0, first.at) + card + run.slice(end);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = digit * 2;
    if (place % 2 === 0) sum += digit;
    else sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
