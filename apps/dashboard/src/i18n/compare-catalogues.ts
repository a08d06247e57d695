/** What tells a translation from a whole one: pure, so that the test of the catalogues can be tested itself. */

const FORM = /_(zero|one|two|few|many|other)$/;

/** A catalogue with its keys written out: `{a: {b: 'x'}}` → `a.b` → `x`. */
export type Flat = ReadonlyMap<string, string>;

export function flat(tree: object, path = ''): Flat {
  const leaves = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : [...flat(value as object, `${path}${key}.`)],
  );
  return new Map(leaves);
}

/** The key as code names it: without the plural form. */
export const keyOf = (key: string): string => key.replace(FORM, '');

/** `{{value}}`, `{place|otherwise}` of what visitors are told, and tags. What follows the bar is wording. */
function marksOf(text: string): string {
  return [...new Set(text.match(/\{\{\w+\}\}|(?<!\{)\{[a-z][a-z.]*|<\/?\w+>/g))].sort().join();
}

/** What `translated` has otherwise than `english`, as sentences for whoever translates; none if it is whole. */
export function differences(english: Flat, translated: Flat, language: string): readonly string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const plurals = new Set([...english.keys()].filter((key) => FORM.test(key)).map(keyOf));
  const wanted = new Set(
    [...english.keys()].flatMap((key) =>
      plurals.has(keyOf(key)) ? forms.map((form) => `${keyOf(key)}_${form}`) : [key],
    ),
  );
  const missing = [...wanted].filter((key) => !translated.has(key)).map((key) => `${key} is missing`);
  const wrong = [...translated].flatMap(([key, text]) => {
    if (!wanted.has(key)) {
      return [plurals.has(keyOf(key)) ? `${key} is no plural form of ${language}` : `${key} is not in English`];
    }
    const originals = plurals.has(keyOf(key))
      ? [english.get(`${keyOf(key)}_one`), english.get(`${keyOf(key)}_other`)]
      : [english.get(key)];
    const isSame = originals.some((original) => marksOf(original ?? '') === marksOf(text));
    return [
      ...(text.trim() === '' ? [`${key} is empty`] : []),
      ...(isSame ? [] : [`${key} has other values or tags than English`]),
    ];
  });
  return [...missing, ...wrong];
}
