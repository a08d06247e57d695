/** Room for a space and a number of three digits. */
const ROOM = 4;

/** "Greeting" → "Greeting 2", the first number that is free; at most `longest` UTF-16 code units. */
export function copyName(name: string, taken: readonly string[], longest: number): string {
  const stem = name.replace(/ \d{1,3}$/, '').slice(0, longest - ROOM);
  const whole = stem.isWellFormed() ? stem : stem.slice(0, -1);
  for (let nth = 2; ; nth += 1) {
    const copy = `${whole} ${nth}`;
    if (!taken.includes(copy)) return copy;
  }
}
