import { maskIp } from '@vetrina/domain/privacy';
import type { Account } from '@vetrina/protocol/http/account';
import { LIMITS } from '@vetrina/protocol/limits';
import type { VisitorHello } from '@vetrina/protocol/messages/visitor-hello';
import type { Locate, Place } from './locate.ts';
import type { Machine } from './read-user-agent.ts';

export type KnownHello = Extract<VisitorHello['visitor'], { as: 'known' }>;

/** What a connection tells about its visitor besides what the page says. */
export interface PeerFacts {
  readonly ip: string;
  readonly userAgent: string;
  readonly acceptLanguage: string | null;
}

export interface Enriched {
  readonly place: Place;
  readonly machine: Machine & { readonly screen: string | null };
  readonly language: string | null;
  readonly timezone: string | null;
  /** Masked unless the account stores addresses: the only form that leaves the connection. */
  readonly ip: string | null;
  readonly ipIsMasked: boolean;
}

/** The facts of a visit that its pages do not say: place, machine, language. The place is found before the mask is laid on. */
export function enrich(
  parts: { readonly locate: Locate; readonly readUserAgent: (userAgent: string) => Machine },
  account: Account,
  peer: PeerFacts,
  hello: KnownHello,
): Enriched {
  const { screen } = hello;
  return {
    place: parts.locate(peer.ip),
    machine: {
      ...parts.readUserAgent(peer.userAgent),
      screen: screen === undefined ? null : `${screen.width}×${screen.height}`,
    },
    language: hello.language ?? firstLanguage(peer.acceptLanguage),
    timezone: hello.timezone ?? null,
    ip: account.storeIp ? peer.ip : maskIp(peer.ip),
    ipIsMasked: !account.storeIp,
  };
}

/** `it-IT,it;q=0.9` → `it-IT`; anything that is not a language tag is nothing. */
function firstLanguage(header: string | null): string | null {
  const tag = header?.split(/[,;]/, 1)[0]?.trim() ?? '';
  return tag.length <= LIMITS.language && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null;
}
