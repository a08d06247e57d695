import { accountAt } from '@vetrina/domain/plan-trial';
import type { AccountOverview } from '../accounts/ports.ts';

const HEAD = ['Account', 'Plan', 'Trial until', 'Agents', 'Owners', 'Since', 'Id', 'Key'] as const;
/** Control characters, among them those that move a terminal's cursor: names are whatever somebody typed. */
const UNPRINTABLE = /\p{C}/gu;

/** Accounts as a table for a terminal, as they are at `now` (ms since 1970); days are UTC. */
export function accountTable(accounts: readonly AccountOverview[], now: number): string {
  const rows = accounts.map((overview) => cells(overview, now).map((cell) => cell.replace(UNPRINTABLE, '·')));
  const widths = HEAD.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [HEAD, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

function cells({ account, agents, owners, createdAt }: AccountOverview, now: number): string[] {
  const { trialUntil } = accountAt(account, now);
  const plan = trialUntil === null ? account.plan : `${account.plan} (PRO)`;
  return [
    ...[account.name, plan, trialUntil === null ? '-' : day(trialUntil), String(agents)],
    ...[owners.join(', ') || '-', day(createdAt), account.id, account.key],
  ];
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
