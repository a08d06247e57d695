import { normaliseDomain } from '@vetrina/domain/allowed-domains';
import { cheapestPlanWith, entitled, type Feature } from '@vetrina/domain/entitlements';
import { boughtByChange } from '@vetrina/domain/plan-box';
import { isTimezone } from '@vetrina/domain/wall-clock';
import type { Account, AccountSettings } from '@vetrina/protocol/http/account';
import type { OfficeHours } from '@vetrina/protocol/http/box';
import type { Events } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AccountDirectory } from './ports.ts';
import type { Caller } from './who-is-it.ts';

/**
 * Saves settings; whoever follows the directory (gateways, lists) is told at once.
 * @throws Refusal `bad_request` for a domain, a time zone or hours that are none; `plan_required` for what is turned on and
 * not bought
 */
export async function changeSettings(
  parts: { readonly directory: AccountDirectory; readonly events: Events },
  { actor, account }: Pick<Caller, 'actor' | 'account'>,
  settings: AccountSettings,
): Promise<Account> {
  const { allowedDomains, box, officeHours, ...others } = settings;
  if (box !== undefined) demand(boughtByChange(account.box, box, account.plan));
  if (officeHours !== undefined && officeHours !== null) {
    if (!entitled(account.plan, 'office-hours')) demand('office-hours');
    checkHours(officeHours);
  }
  const saved = await parts.directory.save(actor.account, {
    ...others,
    ...(box === undefined ? {} : { box }),
    ...(officeHours === undefined ? {} : { officeHours }),
    ...(allowedDomains === undefined ? {} : { allowedDomains: cleanDomains(allowedDomains) }),
  });
  parts.events.settingsChanged({ account: actor.account, agent: actor.agent, changed: Object.keys(settings) });
  return saved;
}

function demand(missing: Feature | null): void {
  if (missing !== null) throw new Refusal('plan_required', { plan: cheapestPlanWith(missing) });
}

function checkHours({ timezone, days }: OfficeHours): void {
  if (!isTimezone(timezone)) throw new Refusal('bad_request', { fields: { 'officeHours.timezone': timezone } });
  for (const [day, intervals] of days.entries()) {
    if (intervals.some(({ from, to }) => to <= from)) {
      throw new Refusal('bad_request', { fields: { [`officeHours.days.${day}`]: 'ends before it begins' } });
    }
  }
}

/** Domains as they are compared, each once, in the order given. */
function cleanDomains(typed: readonly string[]): string[] {
  const clean = typed.map((domain) => {
    const host = normaliseDomain(domain);
    if (host === null) throw new Refusal('bad_request', { fields: { allowedDomains: domain } });
    return host;
  });
  return [...new Set(clean)];
}
