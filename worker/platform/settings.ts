import { createHash } from 'node:crypto';
import type { Reply, Write } from './commit/writes.ts';
import { type KeyringEntry, keyringShould, parseKeyring } from './crypto/keyring.ts';

/** The part of the intake's Durable Object that its callers use. */
export type IntakeObject = Rpc.DurableObjectBranded & { commit(write: Write): Promise<Reply> };

/** The bindings and variables of wrangler.toml. Any text may be missing; `readSettings` checks them. */
export type Env = {
  DB: D1Database;
  JOBS: Queue;
  INTAKE: DurableObjectNamespace<IntakeObject>;
  WRITE_RATE: RateLimit;
  ASSETS?: Fetcher;
} & { [Name in (typeof settingNames)[number]]?: string };

/** Names of the text variables, which `npm start` passes on from its environment. */
export const settingNames = [
  'ENVIRONMENT',
  'KEYRING',
  'PUBLIC_URL',
  'MAIL_FROM',
  'NEWS_FROM',
  'RESEND_API_KEY',
  'RESEND_BASE_URL',
  'RESEND_WEBHOOK_SECRET',
  'TURNSTILE_SITE_KEY',
  'TURNSTILE_SECRET',
  'TURNSTILE_VERIFY_URL',
  'INTAKE_SHARDS',
  'LIMITS',
  'FORM_MIN_AGE_SECONDS',
  'WRITES_PER_MINUTE',
  'DAILY_SIGNATURES_PER_CONNECTION',
  'PARTNER_SIGNATURES_A_DAY',
  'DNS_RESOLVER',
  'SECURITY_CONTACT',
  'LOG_WITNESSES',
] as const;

export type Settings = {
  environment: 'local' | 'production';
  keyring: KeyringEntry[];
  /** Without a trailing slash. */
  publicUrl: string;
  mailFrom: string;
  /** The sender of news, to people who agreed to get it. */
  newsFrom: string;
  /** Null if mail stays in the local mailbox. */
  resend: {
    apiKey: string;
    baseUrl: string | null;
    /** Null if we get no events about mails. */
    webhookSecret: string | null;
  } | null;
  turnstile: { siteKey: string; secret: string; verifyUrl: string } | null;
  limits: Limits | null;
  /** The limit for a partner's key, if limits are on. */
  partnerSignaturesADay: number;
  /** DNS over HTTPS, to check where the name of a webhook leads. Null if names are not checked. */
  dnsResolver: string | null;
  /** For /.well-known/security.txt: a mailto: or https: address. Null if there is none. */
  securityContact: string | null;
  /** Who cosigns the public log: a verifier key, and the address that takes checkpoints, without a trailing slash. */
  logWitnesses: { vkey: string; url: string }[];
  /** How many intakes share the writes of one action. */
  intakeShards: number;
  /** How long an isolate caches what it has read, in milliseconds. */
  rememberFor: number;
};

const rememberFor = 1000;

/** Null in `local`, unless LIMITS=on. */
export type Limits = { formMinAgeSeconds: number; writesPerMinute: number; signaturesADay: number };

export class SettingsError extends Error {
  override name = 'SettingsError';
}

const localKeyId = 'local';
const dnsResolver = 'https://cloudflare-dns.com/dns-query';
const turnstileVerifyUrl = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';

/** Throws a SettingsError that names every setting that is missing or wrong. */
export function readSettings(env: Env): Settings {
  const problems: string[] = [];
  const environment =
    env.ENVIRONMENT === 'local' || env.ENVIRONMENT === 'production' ? env.ENVIRONMENT : null;
  if (!environment) problems.push('ENVIRONMENT must be "local" or "production"');
  const isProduction = environment === 'production';

  const settings: Settings = {
    environment: environment ?? 'production',
    keyring: readKeyring(env, isProduction, problems),
    publicUrl: readPublicUrl(env, isProduction, problems),
    ...readSenders(env, isProduction, problems),
    resend: readResend(env, problems),
    dnsResolver: readResolver(env, isProduction, problems),
    securityContact: readContact(env, problems),
    logWitnesses: readWitnesses(env, problems),
    turnstile: readTurnstile(env, problems),
    intakeShards: readCount('INTAKE_SHARDS', env.INTAKE_SHARDS || '1', problems),
    rememberFor,
    partnerSignaturesADay: readCount(
      'PARTNER_SIGNATURES_A_DAY',
      env.PARTNER_SIGNATURES_A_DAY || '10000',
      problems,
    ),
    limits: isProduction || env.LIMITS === 'on' ? readLimits(env, problems) : null,
  };
  if (settings.intakeShards === 0) problems.push('INTAKE_SHARDS must be 1 or more');
  if (isProduction && !settings.resend) problems.push('RESEND_API_KEY is missing: nobody would get a mail');
  if (problems.length > 0) throw new SettingsError(`Undersigned cannot start. ${problems.join('. ')}.`);
  return settings;
}

/** Locally, news may come from the address of the other mail. */
function readSenders(
  env: Env,
  isProduction: boolean,
  problems: string[],
): Pick<Settings, 'mailFrom' | 'newsFrom'> {
  const { MAIL_FROM: mailFrom = '', NEWS_FROM: newsFrom = '' } = env;
  if (!mailFrom.includes('@')) problems.push('MAIL_FROM must hold the address that mail comes from');
  if ((isProduction || newsFrom !== '') && !newsFrom.includes('@')) {
    problems.push('NEWS_FROM must hold the address that news comes from');
  }
  return { mailFrom, newsFrom: newsFrom || mailFrom };
}

function readKeyring(env: Env, isProduction: boolean, problems: string[]): KeyringEntry[] {
  const entries = parseKeyring(env.KEYRING ?? '');
  if (!env.KEYRING) problems.push('KEYRING is missing: make one with "npm run --silent keyring"');
  else if (!entries) problems.push(`KEYRING must ${keyringShould(env.KEYRING)}`);
  else if (isProduction && entries.some(({ id }) => id === localKeyId)) {
    problems.push(
      'KEYRING holds the local key that everybody knows: make one with "npm run --silent keyring"',
    );
  }
  return entries ?? [];
}

function readPublicUrl(env: Env, isProduction: boolean, problems: string[]): string {
  const url = URL.parse(env.PUBLIC_URL ?? '');
  if (!url) problems.push('PUBLIC_URL must be the address that people see, such as https://example.org');
  else if (isProduction && url.protocol !== 'https:') problems.push('PUBLIC_URL must start with https://');
  return url ? url.href.replace(/\/+$/, '') : '';
}

function readResend(env: Env, problems: string[]): Settings['resend'] {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, RESEND_WEBHOOK_SECRET: secret } = env;
  if (secret && !/^whsec_(?=.)([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(secret)) {
    problems.push(
      'RESEND_WEBHOOK_SECRET must be the signing secret of the webhook, which starts with whsec_',
    );
  }
  return apiKey ? { apiKey, baseUrl: baseUrl ?? null, webhookSecret: secret || null } : null;
}

function readTurnstile(env: Env, problems: string[]): Settings['turnstile'] {
  const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET: secret } = env;
  if (!siteKey && !secret) return null;
  if (!siteKey) problems.push('TURNSTILE_SITE_KEY is missing while TURNSTILE_SECRET is set');
  if (!secret) problems.push('TURNSTILE_SECRET is missing while TURNSTILE_SITE_KEY is set');
  return {
    siteKey: siteKey ?? '',
    secret: secret ?? '',
    verifyUrl: env.TURNSTILE_VERIFY_URL || turnstileVerifyUrl,
  };
}

function readLimits(env: Env, problems: string[]): Limits {
  return {
    formMinAgeSeconds: readCount('FORM_MIN_AGE_SECONDS', env.FORM_MIN_AGE_SECONDS || '3', problems),
    writesPerMinute: readCount('WRITES_PER_MINUTE', env.WRITES_PER_MINUTE || '20', problems),
    signaturesADay: readCount(
      'DAILY_SIGNATURES_PER_CONNECTION',
      env.DAILY_SIGNATURES_PER_CONNECTION || '200',
      problems,
    ),
  };
}

function readCount(name: string, text: string, problems: string[]): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) problems.push(`${name} must be a whole number`);
  return count;
}

function readResolver(env: Env, isProduction: boolean, problems: string[]): string | null {
  const resolver = env.DNS_RESOLVER || (isProduction ? dnsResolver : '');
  if (resolver === '') return null;
  if (!URL.canParse(resolver)) problems.push('DNS_RESOLVER must be an address such as https://example.org');
  return resolver;
}

function readContact(env: Env, problems: string[]): string | null {
  const contact = env.SECURITY_CONTACT ?? '';
  if (contact === '') return null;
  const isEmail = /^[^\s@:]+@[^\s@]+$/.test(contact);
  if (!isEmail && !/^https:\/\/\S+$/.test(contact)) {
    problems.push('SECURITY_CONTACT must be an email address or an https:// address');
  }
  return isEmail ? `mailto:${contact}` : contact;
}

/** `KEY ADDRESS`, several of them separated by commas. */
function readWitnesses(env: Env, problems: string[]): Settings['logWitnesses'] {
  const parts = (env.LOG_WITNESSES ?? '').split(',').map((part) => part.trim());
  const witnesses = parts
    .filter((part) => part !== '')
    .map((part) => {
      const [vkey = '', url = '', ...others] = part.split(/\s+/);
      const isWhole =
        others.length === 0 && isWitnessKey(vkey) && /^https?:$/.test(URL.parse(url)?.protocol ?? '');
      return isWhole ? { vkey, url: url.replace(/\/+$/, '') } : null;
    });
  if (witnesses.includes(null)) {
    problems.push(
      'LOG_WITNESSES must hold a verifier key and an address for each witness, such as "witness.example+1a2b3c4d+BJ...= https://witness.example", separated by commas',
    );
  }
  return witnesses.filter((one) => one !== null);
}

/** `name+hex(id)+base64(4 || public key)`, where the id is the beginning of a hash of the rest (C2SP signed-note). */
function isWitnessKey(vkey: string): boolean {
  const [, name = '', id = '', encoded = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(vkey) ?? [];
  const key = Buffer.from(encoded, 'base64');
  const hash = createHash('sha256').update(`${name}\n`).update(key).digest('hex');
  return key.length === 33 && key[0] === 4 && hash.startsWith(id);
}
