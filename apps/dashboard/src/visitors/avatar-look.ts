/** Pairs of ground and ink in `avatar.module.css`; each reaches 4.5:1 in both themes. */
export const AVATAR_LOOKS = 10;

/** The same person always looks the same: FNV-1a over the id. */
export function avatarLook(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    hash ^= id.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % AVATAR_LOOKS;
}

/** First letters of the first and the last word; empty for names without letters. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  return `${first}${last}`.toLocaleUpperCase();
}

function firstLetter(word: string | undefined): string {
  return word?.match(/\p{L}/u)?.[0] ?? '';
}
