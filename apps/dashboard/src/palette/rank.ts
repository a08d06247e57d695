import { fold } from '@vetrina/domain/fold';
import { COMMAND_GROUPS, type Command, type CommandGroup } from './command.ts';

/** From, to: which letters of a title were typed. */
export type Marks = readonly (readonly [from: number, to: number])[];

export interface Ranked {
  readonly command: Command;
  readonly marks: Marks;
}

export interface RankedGroup {
  readonly group: CommandGroup;
  readonly items: readonly Ranked[];
}

/** How near a word is to a text; the nearer the more. */
const NEAR = { begins: 6, beginsWord: 5, inside: 3, scattered: 1, elsewhere: 2, found: 1 } as const;

/** Shown of one group. */
const PER_GROUP = 8;

/** Everything that fits what was typed, nearest first, in groups, the group with the nearest first. */
export function rank(commands: readonly Command[], typed: string): RankedGroup[] {
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '');
  const scored = commands.flatMap((command) => {
    const score = scoreOf(command, words);
    return score === null ? [] : [{ command, ...score }];
  });
  // Sorting is stable: equals stay as their sources ordered them.
  scored.sort((a, b) => b.near - a.near);
  const groups = COMMAND_GROUPS.flatMap((group) => {
    const items = scored.filter(({ command }) => command.group === group).slice(0, PER_GROUP);
    return items.length === 0 ? [] : [{ group, items, near: items[0]?.near ?? 0 }];
  });
  return groups.sort((a, b) => b.near - a.near).map(({ group, items }) => ({ group, items }));
}

/** What is shown before anything was typed: what one did last, then where one can go and what one can do. */
export function suggest(commands: readonly Command[], recent: readonly string[]): RankedGroup[] {
  const plain = (command: Command): Ranked => ({ command, marks: [] });
  const last = recent.flatMap((id) => commands.find((command) => command.id === id) ?? []);
  const rest = commands.filter(({ id, isOnlyTyped }) => !isOnlyTyped && !recent.includes(id));
  const groups = [
    { group: 'recent', items: last.map(plain) },
    ...(['screens', 'actions'] as const).map((group) => ({
      group,
      items: rest.filter((command) => command.group === group).map(plain),
    })),
  ] as const;
  return groups.filter(({ items }) => items.length > 0);
}

function scoreOf(command: Command, words: readonly string[]): { near: number; marks: Marks } | null {
  const title = foldWithPlaces(command.title);
  const more = fold(`${command.hint ?? ''} ${command.also ?? ''}`);
  let near = 0;
  const marks: [number, number][] = [];
  for (const word of words) {
    const hit = findIn(title.text, word);
    if (hit !== null) {
      near += hit.near;
      for (const at of hit.at) marks.push([title.places[at] ?? 0, (title.places[at] ?? 0) + 1]);
    } else if (` ${more}`.includes(` ${word}`)) near += NEAR.elsewhere;
    else if (command.isFound) near += NEAR.found;
    else return null;
  }
  return { near: near / words.length, marks: joined(marks) };
}

/** Where a word is in a folded text: together, or at worst its letters in this order. */
function findIn(text: string, word: string): { near: number; at: number[] } | null {
  const together = (from: number): number[] => [...word].map((_, index) => from + index);
  if (text.startsWith(word)) return { near: NEAR.begins, at: together(0) };
  const beginning = text.indexOf(` ${word}`);
  if (beginning >= 0) return { near: NEAR.beginsWord, at: together(beginning + 1) };
  const inside = text.indexOf(word);
  if (inside >= 0) return { near: NEAR.inside, at: together(inside) };
  // Two letters in some order are in every title.
  return word.length < 3 ? null : scattered(text, word);
}

/** Each run of letters begins a word or goes on where the last one ended: `nwch` is in "new chatbot", `ewat` is not. */
function scattered(text: string, word: string): { near: number; at: number[] } | null {
  const at: number[] = [];
  let from = 0;
  for (const letter of word) {
    const place = text.indexOf(letter, from);
    if (place < 0) return null;
    at.push(place);
    from = place + 1;
  }
  const first = at[0] ?? 0;
  if (first > 0 && text[first - 1] !== ' ') return null;
  const gaps = at.filter((place, index) => index > 0 && place !== (at[index - 1] ?? 0) + 1).length;
  return gaps > word.length / 2 ? null : { near: NEAR.scattered, at };
}

/** A folded text that knows which letter of the original each of its letters was. */
function foldWithPlaces(original: string): { readonly text: string; readonly places: readonly number[] } {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of original) {
    const folded = /\s/.test(letter) ? ' ' : fold(letter);
    text += folded;
    for (let index = 0; index < folded.length; index += 1) places.push(at);
    at += letter.length;
  }
  return { text, places };
}

/** Neighbours as one, from left to right. */
function joined(marks: readonly (readonly [number, number])[]): Marks {
  const runs: [number, number][] = [];
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = runs.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else runs.push([from, to]);
  }
  return runs;
}
