/**
 * A function that keeps its newest `most` answers: for readings of a user agent, which cost microseconds and of which a
 * site sees a few hundred different ones. `read` must depend on its text alone.
 */
export function remembering<Answer>(most: number, read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) {
      // Moved to the end: the first key of a Map is then the one not asked for longest.
      known.delete(text);
      known.set(text, remembered);
      return remembered.answer;
    }
    const answer = read(text);
    known.set(text, { answer });
    if (known.size > most) known.delete(known.keys().next().value as string);
    return answer;
  };
}
