import { normaliseDomain } from '@vetrina/domain/allowed-domains';
import type { Account, AccountSettings } from '@vetrina/protocol/http/account';
import type { Events } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AccountDirectory, Actor } from './ports.ts';

/** Saves settings; whoever follows the directory (gateways, lists) is told at once. @throws Refusal `bad_request` for a domain that is none. */
export async function changeSettings(
  parts: { readonly directory: AccountDirectory; readonly events: Events },
  actor: Actor,
  settings: AccountSettings,
): Promise<Account> {
  const { allowedDomains, ...others } = settings;
  const clean = allowedDomains === undefined ? others : { ...others, allowedDomains: cleanDomains(allowedDomains) };
  const account = await parts.directory.save(actor.account, clean);
  parts.events.settingsChanged({ account: actor.account, agent: actor.agent, changed: Object.keys(settings) });
  return account;
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
