import { expect, test } from 'vitest';
import { type Env, readSettings, SettingsError } from '../../worker/platform/settings.ts';

const secret = 'bG9jYWwta2V5LWtub3duLXRvLWV2ZXJ5b25lLW5ldmVyLWRlcGxveQ';

const production = {
  ENVIRONMENT: 'production',
  KEYRING: `2026:${secret}`,
  PUBLIC_URL: 'https://petitions.example.org/',
  MAIL_FROM: 'Undersigned <petitions@example.org>',
  NEWS_FROM: 'Undersigned <news@example.org>',
  RESEND_API_KEY: 're_key',
};
const local = {
  ENVIRONMENT: 'local',
  KEYRING: `local:${secret}`,
  PUBLIC_URL: 'http://localhost:8787',
  MAIL_FROM: 'Undersigned <petitions@example.org>',
};

/** A key made for this test. */
const witness = 'witness.example+0080fed4+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f';

type Changes = Record<string, string | undefined>;

function read(base: Changes, changes: Changes = {}) {
  return readSettings({ ...base, ...changes } as unknown as Env);
}

function complaint(base: Changes, changes: Changes): string {
  try {
    read(base, changes);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
  return 'no complaint';
}

const names = [
  ...Object.keys(production),
  'INTAKE_SHARDS',
  'TURNSTILE_SITE_KEY',
  'TURNSTILE_SECRET',
  'LOG_WITNESSES',
];
const named = (message: string) =>
  names.filter((name) => new RegExp(`(^|\\. )[^.]*\\b${name}\\b (is missing|must|holds)`).test(message));

const wrong: [what: string, changes: Changes, setting: string][] = [
  ...Object.keys(production).map(
    (name) => [`no ${name}`, { [name]: undefined }, name] as [string, Changes, string],
  ),
  ...Object.keys(production).map(
    (name) => [`an empty ${name}`, { [name]: '' }, name] as [string, Changes, string],
  ),
  ['an environment that there is not', { ENVIRONMENT: 'staging' }, 'ENVIRONMENT'],
  ['the key that everybody knows', { KEYRING: `local:${secret}` }, 'KEYRING'],
  ['the key that everybody knows behind another', { KEYRING: `2026:${secret},local:${secret}` }, 'KEYRING'],
  ['a key that is too short', { KEYRING: '2026:c2hvcnQ' }, 'KEYRING'],
  ['a key without a name', { KEYRING: secret }, 'KEYRING'],
  ['two keys of one name', { KEYRING: `a:${secret},a:${secret}` }, 'KEYRING'],
  ['an address without a scheme', { PUBLIC_URL: 'petitions.example.org' }, 'PUBLIC_URL'],
  ['an address without encryption', { PUBLIC_URL: 'http://petitions.example.org' }, 'PUBLIC_URL'],
  ['a sender without an address', { MAIL_FROM: 'Undersigned' }, 'MAIL_FROM'],
  ['a sender of news without an address', { NEWS_FROM: 'Undersigned' }, 'NEWS_FROM'],
  ['a petition without an intake', { INTAKE_SHARDS: '0' }, 'INTAKE_SHARDS'],
  ['a witness without its address', { LOG_WITNESSES: witness }, 'LOG_WITNESSES'],
  [
    'a witness whose key is not that of its id',
    { LOG_WITNESSES: `${witness.replace('+', 'x+')} https://w.example` },
    'LOG_WITNESSES',
  ],
  [
    'a witness with a key that is none',
    { LOG_WITNESSES: 'w.example+12345678+AAAA https://w.example' },
    'LOG_WITNESSES',
  ],
  ['Turnstile without its site key', { TURNSTILE_SECRET: 'x' }, 'TURNSTILE_SITE_KEY'],
  ['Turnstile without its secret', { TURNSTILE_SITE_KEY: 'x' }, 'TURNSTILE_SECRET'],
];

test.each(wrong)(
  'production does not start with %s, and says which setting it is',
  (_what, changes, setting) => {
    const message = complaint(production, changes);
    expect(message).toMatch(/^Undersigned cannot start\. /);
    expect(named(message)).toEqual([setting]);
  },
);

test.each([
  ['FORM_MIN_AGE_SECONDS', 'three'],
  ['FORM_MIN_AGE_SECONDS', '-1'],
  ['DAILY_SIGNATURES_PER_CONNECTION', '1.5'],
  ['DAILY_SIGNATURES_PER_CONNECTION', 'NaN'],
  ['INTAKE_SHARDS', '2.5'],
  ['PARTNER_SIGNATURES_A_DAY', 'many'],
])('a number must be a whole one: %s is not %s', (name, value) => {
  expect(complaint(production, { [name]: value })).toBe(
    `Undersigned cannot start. ${name} must be a whole number.`,
  );
});

test('what is wrong with a keyring is said without its secrets', () => {
  const told = (keyring: string) => complaint(production, { KEYRING: keyring });
  expect(told(`2026-11:${secret},2026-11:${secret}`)).toBe(
    'Undersigned cannot start. KEYRING must name each key differently: two are called 2026-11. Give the new one another name.',
  );
  expect(told(`2026-12:${secret}, 2026-11:c2hvcnQ`)).toBe(
    'Undersigned cannot start. KEYRING must be ID:SECRET with a secret of 32 bytes or more in base64url, and key 2 of 2 is not.',
  );
});

test('everything that is missing is named at once', () => {
  const message = complaint({}, {});
  for (const name of ['ENVIRONMENT', 'KEYRING', 'PUBLIC_URL', 'MAIL_FROM']) expect(message).toContain(name);
  const bare = complaint({ ENVIRONMENT: 'production' }, { TURNSTILE_SECRET: 'x', FORM_MIN_AGE_SECONDS: 'x' });
  expect(named(bare)).toEqual([
    'KEYRING',
    'PUBLIC_URL',
    'MAIL_FROM',
    'NEWS_FROM',
    'RESEND_API_KEY',
    'TURNSTILE_SITE_KEY',
  ]);
  expect(bare).toContain('FORM_MIN_AGE_SECONDS must be a whole number');
});

test('an error message never contains a secret', () => {
  for (const [, changes] of wrong)
    expect(complaint(production, changes)).not.toMatch(/bG9jYWw|re_key|c2hvcnQ/);
});

test('production as it should be has its limits on', () => {
  expect(read(production)).toMatchObject({
    environment: 'production',
    publicUrl: 'https://petitions.example.org',
    resend: { apiKey: 're_key', baseUrl: null, webhookSecret: null },
    turnstile: null,
    limits: { formMinAgeSeconds: 3, writesPerMinute: 20, signaturesADay: 200 },
    partnerSignaturesADay: 10_000,
  });
  const set = { FORM_MIN_AGE_SECONDS: '0', DAILY_SIGNATURES_PER_CONNECTION: '50' };
  expect(read(production, set).limits).toEqual({
    formMinAgeSeconds: 0,
    writesPerMinute: 20,
    signaturesADay: 50,
  });
  expect(read(production, { LIMITS: 'off' }).limits).not.toBeNull();
  expect(read(production, { PARTNER_SIGNATURES_A_DAY: '50' }).partnerSignaturesADay).toBe(50);
});

test('Turnstile is on where both of its keys are set', () => {
  const keys = { TURNSTILE_SITE_KEY: 'site', TURNSTILE_SECRET: 'secret' };
  expect(read(production, keys).turnstile).toEqual({
    siteKey: 'site',
    secret: 'secret',
    verifyUrl: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  });
});

test('a local start needs no mail service, has no limits unless they are asked for, and may use the local key', () => {
  expect(read(local)).toMatchObject({
    environment: 'local',
    publicUrl: 'http://localhost:8787',
    resend: null,
    turnstile: null,
    limits: null,
  });
  expect(read(local, { LIMITS: 'on' }).limits).toEqual({
    formMinAgeSeconds: 3,
    writesPerMinute: 20,
    signaturesADay: 200,
  });
});

test.each(['whsec_', 'whsec_a', 'a2V5', 'whsec_a2V5IQ', 'whsec_a-_='])(
  'the secret of the webhook must be one: %s is not',
  (secret) => {
    expect(complaint(production, { RESEND_WEBHOOK_SECRET: secret })).toBe(
      'Undersigned cannot start. RESEND_WEBHOOK_SECRET must be the signing secret of the webhook, which starts with whsec_.',
    );
  },
);

test('the webhook is on if its secret is set', () => {
  const secret = 'whsec_a2V5IG9mIDI0IGJ5dGVzLCB0ZXN0cw==';
  expect(read(production, { RESEND_WEBHOOK_SECRET: secret }).resend?.webhookSecret).toBe(secret);
  expect(read(production, { RESEND_WEBHOOK_SECRET: '' }).resend?.webhookSecret).toBeNull();
});

test('witnesses are read with their keys and addresses', () => {
  const url = 'https://witness.example/log/';
  expect(
    read(local, { LOG_WITNESSES: `${witness} ${url}, ${witness}  http://127.0.0.1:9` }).logWitnesses,
  ).toEqual([
    { vkey: witness, url: 'https://witness.example/log' },
    { vkey: witness, url: 'http://127.0.0.1:9' },
  ]);
  expect(read(local).logWitnesses).toEqual([]);
});
