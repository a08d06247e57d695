import type { VisitSource } from '@vetrina/protocol/visitor-details';
import { hostOf, safeAddress, webUrl } from './address.ts';

/** The campaign parameters everyone uses: https://support.google.com/analytics/answer/10917952 */
const CAMPAIGN = ['source', 'medium', 'campaign', 'term', 'content', 'id'] as const;

/** UTF-16 code units of a campaign value that are kept. */
const LONGEST_VALUE = 200;

/**
 * Where a visit came from, read from its first page: campaign parameters (keys without `utm_`, read before the query is
 * cut to `keptQuery`) and the referrer, unless that is the site itself. `label` is the list's short form: `utm_source`,
 * or else the referrer's host without `www.`; null: came by itself.
 */
export function visitSource(
  landingUrl: string,
  referrer: string | undefined,
  keptQuery: readonly string[],
): { source: VisitSource; label: string | null } {
  const utm = campaignOf(landingUrl);
  const from = foreignReferrer(landingUrl, referrer, keptQuery);
  const host = from === null ? null : hostOf(from);
  return {
    source: { referrer: from, landingUrl: safeAddress(landingUrl, keptQuery), utm },
    label: utm.source ?? (host && withoutWww(host)),
  };
}

function campaignOf(landingUrl: string): Record<string, string> {
  const parameters = webUrl(landingUrl)?.searchParams;
  const utm: Record<string, string> = {};
  for (const key of CAMPAIGN) {
    const value = parameters
      ?.get(`utm_${key}`)
      ?.replace(/\p{Cc}+/gu, ' ')
      .trim();
    if (value) utm[key] = value.slice(0, LONGEST_VALUE).toWellFormed();
  }
  return utm;
}

/** A host and what stands under it are one site. */
function foreignReferrer(
  landingUrl: string,
  referrer: string | undefined,
  keptQuery: readonly string[],
): string | null {
  if (!referrer) return null;
  const from = safeAddress(referrer, keptQuery);
  const there = from === null ? null : hostOf(from);
  const here = hostOf(landingUrl);
  if (from === null || there === null || here === null) return from;
  return sameSite(withoutWww(here), withoutWww(there)) ? null : from;
}

function sameSite(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
