/** An entry as a screen shows it: its place and its text; other kinds by their name. */
export interface Shown {
  readonly seq: number;
  readonly text: string;
}

/** What one screen shows of one conversation: entries without a gap, as box and dashboard keep them (C3). */
export class ShownLog {
  entries: Shown[] = [];

  get last(): number {
    return this.entries.at(-1)?.seq ?? 0;
  }

  /** The answer to a resume. */
  resumed(follows: boolean, entries: readonly Shown[]): void {
    if (!follows) this.entries = [];
    for (const entry of entries) if (entry.seq > this.last) this.entries.push(entry);
  }

  /** One more entry. False: something before it is missing, and the rest has to be asked for. */
  add(entry: Shown): boolean {
    if (entry.seq <= this.last) return true;
    if (entry.seq !== this.last + 1) return false;
    this.entries.push(entry);
    return true;
  }
}
