import { resolve } from 'node:path';
import { z } from 'zod';
import { networkList, type ProxyTrust } from './client-ip.ts';
import type { LogLevel } from './log.ts';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password if the server wants them. */
  readonly smtpUrl: string;
  /** As it stands in `From`: an address, or `Name <address>`. */
  readonly from: string;
}

/** Everything an operator can set, read once from the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. Holds the embedded database. */
  readonly dataDir: string;
  /** null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Origin under which browsers reach the dashboard, without a trailing slash. */
  readonly publicUrl: string;
  /** Bytes that uploads leave free on the disk of `dataDir`. */
  readonly diskReserve: number;
  readonly trustProxy: ProxyTrust;
  readonly geoip: { readonly cityFile: string | null; readonly countryFile: string | null };
  /** May strangers create accounts once the server is set up? */
  readonly signUp: 'open' | 'closed';
  /** Sign-in hints, the demo shop and its accounts. */
  readonly demo: boolean;
  /** Start outside the demo although its accounts, with their public passwords, are in the database. */
  readonly keepDemoAccounts: boolean;
  readonly logLevel: LogLevel;
  /** Where e-mail goes out, and in whose name; null: none is sent. */
  readonly mail: MailSettings | null;
  /** Bearer token for `/metrics`; null: only direct requests from this machine, while it serves nobody else. */
  readonly metricsToken: string | null;
  /** A7: the language model that chatbots may ask; null: none. */
  readonly model: { readonly url: string; readonly name: string; readonly key: string | null } | null;
  /** Chatbots' webhooks may reach whatever this machine does, without TLS too. */
  readonly webhooksToOwnNetwork: boolean;
  /** C8: push services may be whatever this machine reaches, without TLS too: one of the house, or a test's. */
  readonly pushToOwnNetwork: boolean;
}

const YES_OR_NO = { '1': true, true: true, yes: true, '0': false, false: false, no: false } as const;

const yesOrNo = z
  .enum(Object.keys(YES_OR_NO) as (keyof typeof YES_OR_NO)[], 'must be 1 or 0')
  .default('0')
  .transform((value) => YES_OR_NO[value]);

const environment = z.object({
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./.data'),
  DISK_RESERVE_MB: z.coerce.number('must be a number').min(0, 'must not be negative').default(1_024),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://chat.example.com' }).optional(),
  TRUST_PROXY: z.string().default('none').transform(proxyTrust),
  GEOIP_CITY_FILE: z.string().min(1).optional(),
  GEOIP_COUNTRY_FILE: z.string().min(1).optional(),
  SIGN_UP: z.enum(['open', 'closed'], 'must be open or closed').default('closed'),
  DEMO: yesOrNo,
  KEEP_DEMO_ACCOUNTS: yesOrNo,
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  SMTP_URL: z
    .string()
    .refine((url) => /^smtps?:\/\//.test(url) && URL.canParse(url), 'must begin with smtp:// or smtps://')
    .optional(),
  SMTP_HOST: z.string().min(1).optional(),
  SMTP_PORT: z.coerce.number('must be a number').int().min(1).max(65_535).default(587),
  SMTP_USER: z.string().min(1).optional(),
  SMTP_PASSWORD: z.string().min(1).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^\s@<>]+@[^\s@<>]+|[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>)$/, 'must be an address, or Name <address>')
    .optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LLM_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://api.example.com/v1' }).optional(),
  LLM_MODEL: z.string().min(1).optional(),
  LLM_KEY: z.string().min(1).optional(),
  WEBHOOKS_TO_OWN_NETWORK: yesOrNo,
  PUSH_TO_OWN_NETWORK: yesOrNo,
});

function proxyTrust(value: string, context: z.RefinementCtx<string>): ProxyTrust {
  if (value === 'none') return { kind: 'none' };
  if (/^\d{1,2}$/.test(value)) return value === '0' ? { kind: 'none' } : { kind: 'hops', count: Number(value) };
  const networks = value.split(',').map((network) => network.trim());
  try {
    networkList(networks);
    return { kind: 'networks', networks };
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: `must be a number of proxies or a list of networks: ${(error as Error).message}`,
    });
    return z.NEVER;
  }
}

/**
 * Reads the environment. An empty variable counts as not set.
 * @throws Error with one line per bad variable, for people.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map(
      ({ path, message }) => `  ${String(path[0])} ${message}${shown(String(path[0]), given)}`,
    );
    throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
  }
  const values = read.data;
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    publicUrl: new URL(values.PUBLIC_URL ?? `http://${inAddress(values.HOST)}:${values.PORT}`).origin,
    diskReserve: values.DISK_RESERVE_MB * 1024 * 1024,
    trustProxy: values.TRUST_PROXY,
    geoip: { cityFile: values.GEOIP_CITY_FILE ?? null, countryFile: values.GEOIP_COUNTRY_FILE ?? null },
    signUp: values.SIGN_UP,
    demo: values.DEMO,
    keepDemoAccounts: values.KEEP_DEMO_ACCOUNTS,
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN ?? null,
    mail: mailSettings(values),
    model: modelSettings(values),
    webhooksToOwnNetwork: values.WEBHOOKS_TO_OWN_NETWORK,
    pushToOwnNetwork: values.PUSH_TO_OWN_NETWORK,
  };
}

type MailValues = Pick<
  z.infer<typeof environment>,
  'SMTP_URL' | 'SMTP_HOST' | 'SMTP_PORT' | 'SMTP_USER' | 'SMTP_PASSWORD' | 'MAIL_FROM'
>;

/** @throws Error, for people, when there is a server but nobody to write as. */
function mailSettings(values: MailValues): MailSettings | null {
  const { SMTP_HOST: host, SMTP_PORT: port, MAIL_FROM: from } = values;
  if (values.SMTP_URL === undefined && host === undefined) return null;
  if (from === undefined) throw new Error('The environment is not usable:\n  MAIL_FROM must be set to send e-mail');
  if (values.SMTP_URL !== undefined) return { smtpUrl: values.SMTP_URL, from };
  const [user, password] = [values.SMTP_USER, values.SMTP_PASSWORD].map((text) => encodeURIComponent(text ?? ''));
  const who = user === '' ? '' : `${user}:${password}@`;
  return { smtpUrl: `${port === 465 ? 'smtps' : 'smtp'}://${who}${host}:${port}`, from };
}

/** @throws Error, for people, when there is an address but nothing to ask for there. */
function modelSettings({
  LLM_URL: url,
  LLM_MODEL: name,
  LLM_KEY: key = null,
}: Pick<z.infer<typeof environment>, 'LLM_URL' | 'LLM_MODEL'> & { readonly LLM_KEY?: string | null | undefined }) {
  if (url === undefined) return null;
  if (name === undefined)
    throw new Error('The environment is not usable:\n  LLM_MODEL must be set to ask the model at LLM_URL');
  return { url, name, key };
}

const SECRETS = new Set(['LLM_KEY', 'DATABASE_URL', 'METRICS_TOKEN', 'SMTP_URL', 'SMTP_PASSWORD']);

/** The offending value, unless it may hold a password. */
function shown(name: string, given: Readonly<Record<string, string | undefined>>): string {
  return SECRETS.has(name) ? '' : ` (it is "${given[name] ?? ''}")`;
}

/** A host to listen on as a host to type: "any" is not an address, IPv6 wants brackets. */
export function inAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
