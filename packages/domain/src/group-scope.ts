/**
 * T1: may an agent of these groups see a visitor (or a conversation) of this group? An agent without groups sees everyone;
 * one with groups sees those groups' visitors only, and nobody who belongs to none.
 */
export function sees(groups: readonly string[], group: string | null): boolean {
  return groups.length === 0 || (group !== null && groups.includes(group));
}
