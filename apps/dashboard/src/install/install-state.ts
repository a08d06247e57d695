import type { Installation, SnippetRefusal } from '@vetrina/protocol/http/installation';

/** What the installation page says about the snippet. */
export type InstallState =
  | { readonly is: 'waiting' }
  | {
      readonly is: 'refused';
      readonly because: SnippetRefusal;
      readonly at: number;
      readonly host: string | null;
    }
  | { readonly is: 'seen'; readonly at: number; readonly url: string | null; readonly online: number };

/** A refusal newer than the last success is what needs a hand now. `pushedAt`: the socket may know before the next look. */
export function installState(installation: Installation, pushedAt: number | null): InstallState {
  const { refused, seenAt, seenUrl, online } = installation;
  if (refused && (pushedAt === null || pushedAt < refused.at)) {
    return { is: 'refused', because: refused.because, at: refused.at, host: refused.host };
  }
  const at = Math.max(seenAt ?? 0, pushedAt ?? 0);
  return at === 0 ? { is: 'waiting' } : { is: 'seen', at, url: seenUrl, online };
}
