import type { PlaceCounts } from '@vetrina/domain/places';

/** People per country, moved one by one. */
export class CountryTally {
  readonly #countries = new Map<string, number>();
  #total = 0;
  #unknown = 0;

  /** One more or one less; null: somebody of whom no country is known. */
  add(country: string | null, by: 1 | -1): void {
    this.#total += by;
    if (country === null) {
      this.#unknown += by;
      return;
    }
    const count = (this.#countries.get(country) ?? 0) + by;
    if (count === 0) this.#countries.delete(country);
    else this.#countries.set(country, count);
  }

  /** As they are now, for keeping. */
  counts(totalIsFinal: boolean): PlaceCounts {
    return { total: this.#total, totalIsFinal, unknown: this.#unknown, countries: new Map(this.#countries) };
  }
}
