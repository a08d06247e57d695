import { entitled } from '@vetrina/domain/entitlements';
import { boxOnPlan } from '@vetrina/domain/plan-box';
import type { WidgetConfig } from '@vetrina/protocol/http/installation';
import type { AccountKey } from '@vetrina/protocol/ids';
import type { Mailer } from '../mail/ports.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AccountDirectory, GroupStore } from './ports.ts';

/** What a page is told before anything else. Anybody may ask: it holds nothing that the page does not show. @throws Refusal `not_found` */
export async function widgetConfig(
  {
    directory,
    team,
    mailer,
  }: {
    readonly directory: Pick<AccountDirectory, 'byKey'>;
    readonly team: Pick<GroupStore, 'groups'>;
    readonly mailer: Pick<Mailer, 'isOn'>;
  },
  key: AccountKey,
): Promise<WidgetConfig> {
  const account = await directory.byKey(key);
  if (account === null) throw new Refusal('not_found');
  const onPlan = boxOnPlan(account.box, account.plan);
  // Nobody is offered an e-mail that cannot be sent.
  const box = { ...onPlan, transcript: onPlan.transcript && mailer.isOn };
  const asked = entitled(account.plan, 'groups') && box.form.group !== 'off';
  const groups = asked ? await team.groups(account.id) : [];
  return {
    mode: account.trackingMode,
    respectPrivacySignals: account.respectPrivacySignals,
    accountName: account.name,
    box,
    may: {
      hideBox: entitled(account.plan, 'hide-box'),
      askFirst: entitled(account.plan, 'contact-form-online'),
      rate: entitled(account.plan, 'rating'),
    },
    groups: groups.map(({ key: group, name }) => ({ key: group, name })),
  };
}
