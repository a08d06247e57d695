const PLACE = 'vetrina recent commands';
const KEPT = 5;

/** The last commands of this browser, newest first: names of screens and actions, never of people. */
export function recentCommands(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberCommand(id: string): void {
  try {
    const others = recentCommands().filter((each) => each !== id);
    localStorage.setItem(PLACE, JSON.stringify([id, ...others].slice(0, KEPT)));
  } catch {
    // A browser that keeps nothing has no last commands.
  }
}
