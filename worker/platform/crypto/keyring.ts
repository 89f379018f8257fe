import { base64url, concat, fromBase64url, fromUtf8, utf8 } from './bytes.ts';

/**
 * The KEYRING setting is `id:secret`, or several of them separated by commas. The first seals new data, and each can
 * open what it sealed. The last (oldest) one makes the fingerprints and the tokens, which must never change. A secret
 * has at least 32 bytes, in base64url. Each purpose has its own key, derived by HKDF-SHA-256.
 */
export type KeyringEntry = { id: string; secret: Uint8Array };

export type Keyring = {
  /** HMAC-SHA-256 of the text under the purpose's key, cut to 16 bytes. */
  fingerprint(purpose: string, text: string): Promise<Uint8Array>;
  /** AES-256-GCM of a value's JSON. It can only be opened with the same `context`. */
  seal(context: string, value: unknown): Promise<Uint8Array>;
  /** Throws if `seal` did not make these bytes for this context with a key that still exists. */
  open<Value>(context: string, sealed: Uint8Array): Promise<Value>;
  /** A URL-safe token that contains its subject and can only be made with the keyring. */
  token(purpose: string, subject: string): Promise<string>;
  /** The subject of a token that was made for this purpose, or null. */
  readToken(purpose: string, token: string): Promise<string | null>;
  /** An Ed25519 key of the purpose for each key of the keyring, the newest first. */
  signers(purpose: string): Promise<Signer[]>;
};

export type Signer = {
  /** 32 bytes. */
  publicKey: Uint8Array;
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
};

/** Fingerprints and the first part of tokens are cut to so many bytes. */
const macBytes = 16;

export function parseKeyring(setting: string): KeyringEntry[] | null {
  const entries = entriesOf(setting);
  return entries.every(isWhole) && repeatedId(entries) === null ? entries : null;
}

/** What an invalid setting should be instead, for a message. It never contains a secret. */
export function keyringShould(setting: string): string {
  const entries = entriesOf(setting);
  const bad = entries.findIndex((entry) => !isWhole(entry));
  const repeated = repeatedId(entries);
  if (bad < 0 && repeated !== null) {
    return `name each key differently: two are called ${repeated}. Give the new one another name`;
  }
  const which = entries.length > 1 ? `, and key ${bad + 1} of ${entries.length} is not` : '';
  return `be ID:SECRET with a secret of 32 bytes or more in base64url${which}`;
}

type Entry = { id: string; secret: Uint8Array | null };

function entriesOf(setting: string): Entry[] {
  return setting.split(',').map((part) => {
    const [id = '', secret = ''] = part.trim().split(':');
    return { id, secret: fromBase64url(secret) };
  });
}

function isWhole(entry: Entry): entry is KeyringEntry {
  return /^[A-Za-z0-9-]{1,20}$/.test(entry.id) && entry.secret !== null && entry.secret.length >= 32;
}

function repeatedId(entries: Entry[]): string | null {
  return entries.find(({ id }, i) => entries.findIndex((other) => other.id === id) < i)?.id ?? null;
}

export function createKeyring(entries: KeyringEntry[]): Keyring {
  const sealing = entries[0];
  const root = entries.at(-1);
  if (!sealing || !root) throw new Error('a keyring needs a key');
  const hmacKeys = new Map<string, Promise<CryptoKey>>();
  const signers = new Map<string, Promise<Signer[]>>();
  const sealKeys = new Map(entries.map((entry) => [entry.id, once(() => deriveSealKey(entry.secret))]));

  function hmacKey(purpose: string) {
    const known = hmacKeys.get(purpose);
    if (known) return known;
    const derived = deriveHmacKey(root!.secret, purpose);
    hmacKeys.set(purpose, derived);
    return derived;
  }

  async function fingerprint(purpose: string, text: string) {
    const mac = await crypto.subtle.sign('HMAC', await hmacKey(purpose), utf8(text));
    return new Uint8Array(mac, 0, macBytes);
  }

  return {
    fingerprint,
    async seal(context, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const key = await sealKeys.get(sealing.id)!();
      const body = await crypto.subtle.encrypt(gcm(iv, context), key, utf8(JSON.stringify(value)));
      return concat(Uint8Array.of(sealing.id.length), utf8(sealing.id), iv, new Uint8Array(body));
    },
    async open(context, sealed) {
      const idEnd = 1 + (sealed[0] ?? 0);
      const key = sealKeys.get(fromUtf8(sealed.subarray(1, idEnd)));
      if (!key) throw new Error('sealed under a key that the keyring does not hold');
      const iv = sealed.subarray(idEnd, idEnd + 12);
      const body = await crypto.subtle.decrypt(gcm(iv, context), await key(), sealed.subarray(idEnd + 12));
      return JSON.parse(fromUtf8(new Uint8Array(body)));
    },
    async token(purpose, subject) {
      return base64url(concat(await fingerprint(`token ${purpose}`, subject), utf8(subject)));
    },
    async readToken(purpose, token) {
      const bytes = token.length <= 200 ? fromBase64url(token) : null;
      if (!bytes || bytes.length <= macBytes) return null;
      const subject = fromUtf8(bytes.subarray(macBytes));
      const expected = await fingerprint(`token ${purpose}`, subject);
      return crypto.subtle.timingSafeEqual(expected, bytes.subarray(0, macBytes)) ? subject : null;
    },
    signers(purpose) {
      const known = signers.get(purpose);
      if (known) return known;
      const derived = Promise.all(entries.map(({ secret }) => deriveSigner(secret, purpose)));
      signers.set(purpose, derived);
      return derived;
    },
  };
}

/** The subject that a token claims to have. Only `readToken` says whether it is true. */
export function claimedSubject(token: string): string | null {
  const bytes = fromBase64url(token);
  return bytes && bytes.length > macBytes ? fromUtf8(bytes.subarray(macBytes)) : null;
}

function gcm(iv: Uint8Array, context: string) {
  return { name: 'AES-GCM', iv, additionalData: utf8(context) };
}

async function deriveHmacKey(secret: Uint8Array, purpose: string) {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const hkdf = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: utf8(`undersigned hmac ${purpose}`),
  };
  return crypto.subtle.deriveKey(hkdf, base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

async function deriveSealKey(secret: Uint8Array) {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8('undersigned seal') };
  return crypto.subtle.deriveKey(hkdf, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The beginning of PKCS #8 for an Ed25519 key, before its 32 bytes (RFC 8410). */
const pkcs8Head = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

async function deriveSigner(secret: Uint8Array, purpose: string): Promise<Signer> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = utf8(`undersigned ed25519 ${purpose}`);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  const seed = new Uint8Array(await crypto.subtle.deriveBits(hkdf, base, 256));
  const key = await crypto.subtle.importKey('pkcs8', concat(pkcs8Head, seed), 'Ed25519', true, ['sign']);
  const { x } = (await crypto.subtle.exportKey('jwk', key)) as JsonWebKey;
  return {
    publicKey: fromBase64url(x ?? '') ?? new Uint8Array(),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes)),
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * For pages that list sealed things and have to go on where one of them cannot be opened: its key was lost, or its bytes
 * are damaged. It is no error of the request, so the page says it for that row.
 */
export function orNull<Value>(opening: Promise<Value>): Promise<Value | null> {
  return opening.catch(() => null);
}
