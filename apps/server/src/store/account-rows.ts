import type { Account, Plan, TrackingMode } from '@vetrina/protocol/http/account';
import { type BoxSettings, DEFAULT_BOX, type OfficeHours } from '@vetrina/protocol/http/box';
import type { AccountId, AccountKey } from '@vetrina/protocol/ids';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { AccountChange } from '../accounts/ports.ts';
import type { Bit } from './column-types.ts';
import type { AccountsTable } from './schema-team.ts';

const bit = (yes: boolean): Bit => (yes ? 1 : 0);

export function accountRow(account: Account, at: number): Insertable<AccountsTable> {
  return {
    id: account.id,
    key: account.key,
    name: account.name,
    plan: account.plan,
    trial_until: account.trialUntil,
    allowed_domains: JSON.stringify(account.allowedDomains),
    tracking_mode: account.trackingMode,
    respect_privacy_signals: bit(account.respectPrivacySignals),
    store_ip: bit(account.storeIp),
    kept_query_parameters: JSON.stringify(account.keptQueryParameters),
    box: JSON.stringify(account.box),
    office_hours: account.officeHours === null ? null : JSON.stringify(account.officeHours),
    identity_secret: null,
    signature_demanded: bit(account.signatureDemanded),
    created_at: at,
  };
}

/** Only what the change mentions. */
export function changedColumns(change: AccountChange): Updateable<AccountsTable> {
  const columns: Updateable<AccountsTable> = {};
  if (change.name !== undefined) columns.name = change.name;
  if (change.plan !== undefined) columns.plan = change.plan;
  if (change.trialUntil !== undefined) columns.trial_until = change.trialUntil;
  if (change.allowedDomains !== undefined) columns.allowed_domains = JSON.stringify(change.allowedDomains);
  if (change.trackingMode !== undefined) columns.tracking_mode = change.trackingMode;
  if (change.respectPrivacySignals !== undefined) columns.respect_privacy_signals = bit(change.respectPrivacySignals);
  if (change.storeIp !== undefined) columns.store_ip = bit(change.storeIp);
  if (change.keptQueryParameters !== undefined) {
    columns.kept_query_parameters = JSON.stringify(change.keptQueryParameters);
  }
  if (change.box !== undefined) columns.box = JSON.stringify(change.box);
  if (change.officeHours !== undefined) {
    columns.office_hours = change.officeHours === null ? null : JSON.stringify(change.officeHours);
  }
  if (change.signatureDemanded !== undefined) columns.signature_demanded = bit(change.signatureDemanded);
  return columns;
}

/** As stored: the plan beneath a trial, however long that is over. */
export function accountOf(row: Selectable<AccountsTable>): Account {
  return {
    id: row.id as AccountId,
    key: row.key as AccountKey,
    name: row.name,
    plan: row.plan as Plan,
    trialUntil: row.trial_until,
    allowedDomains: JSON.parse(row.allowed_domains) as string[],
    trackingMode: row.tracking_mode as TrackingMode,
    respectPrivacySignals: row.respect_privacy_signals === 1,
    storeIp: row.store_ip === 1,
    keptQueryParameters: JSON.parse(row.kept_query_parameters) as string[],
    box: row.box === null ? DEFAULT_BOX : boxOf(JSON.parse(row.box) as Partial<BoxSettings>),
    officeHours: row.office_hours === null ? null : (JSON.parse(row.office_hours) as OfficeHours),
    signatureDemanded: row.signature_demanded === 1,
  };
}

/** What was saved before a setting existed has its standard. */
function boxOf(saved: Partial<BoxSettings>): BoxSettings {
  return {
    ...DEFAULT_BOX,
    ...saved,
    form: { ...DEFAULT_BOX.form, ...saved.form },
    privacy: { ...DEFAULT_BOX.privacy, ...saved.privacy },
  };
}
