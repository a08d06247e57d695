import type { VisitSource } from '@vetrina/protocol/visitor-details';
import { hostOf, safeAddress, webUrl } from './address.ts';

/** The campaign parameters everyone uses: https://support.google.com/analytics/answer/10917952 */
const CAMPAIGN = ['source', 'medium', 'campaign', 'term', 'content', 'id'] as const;

/** UTF-16 code units of a campaign value that are kept. */
const LONGEST_VALUE = 200;

/**
 * Where a visit came from, read from its first page: campaign parameters (keys without `utm_`, read before the query is
 * cut to `keptQuery`) and the referrer, unless that is the site itself; with it the list's short form (`sourceLabel`).
 */
export function visitSource(
  landingUrl: string,
  referrer: string | undefined,
  keptQuery: readonly string[],
): { source: VisitSource; label: string | null } {
  const source: VisitSource = {
    referrer: foreignReferrer(landingUrl, referrer, keptQuery),
    landingUrl: safeAddress(landingUrl, keptQuery),
    utm: campaignOf(landingUrl),
  };
  return { source, label: sourceLabel(source) };
}

/** The list's short form: `utm_source`, or else the referrer's host without `www.`; null: came by itself. */
export function sourceLabel({ utm, referrer }: VisitSource): string | null {
  const host = referrer === null ? null : hostOf(referrer);
  return utm.source ?? (host && withoutWww(host));
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
