import { DurableObject } from 'cloudflare:workers';
import { hex } from '../../worker/platform/crypto/bytes.ts';
import { checkFormToken } from '../../worker/platform/crypto/form-token.ts';
import { randomBytes } from '../../worker/platform/crypto/ids.ts';
import { createKeyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import { readBackStatement } from '../../worker/signatures/change-store.ts';
import { makeKeys, makeSignatureId } from '../../worker/signatures/keys.ts';
import { sealPerson } from '../../worker/signatures/sealing.ts';
import type { NewSignature } from '../../worker/signatures/store.ts';
import { parseSubmission } from '../../worker/signatures/submission-rules.ts';
import { signatureWrites } from '../../worker/signatures/writes.ts';

type Env = { DB: D1Database; KEYRING: string; ECHO: DurableObjectNamespace<Echo> };
type Step = (request: Request, env: Env) => Promise<Response> | Response;

/** Measures what a Durable Object call costs that does nothing. */
export class Echo extends DurableObject<Env> {
  commit(write: unknown): Promise<{ ok: true; size: number }> {
    return Promise.resolve({ ok: true, size: JSON.stringify(write).length });
  }
}

/** The baselines, and the steps of signing one by one. The real route is compared with them. */
const steps: Record<string, Step> = {
  '/hello': () => new Response('hello, world'),
  '/insert': async (_request, { DB }) => {
    await DB.prepare('INSERT INTO bench_rows (id, at) VALUES (?, ?)').bind(randomId(), Date.now()).run();
    return stored();
  },
  '/batch': async (_request, { DB }) => {
    const signature = sampleSignature();
    const sign = signatureWrites({ whenCounted: {}, whenErased: () => [] }).kinds.get('sign')!;
    await DB.batch([...sign(DB, [signature]), readBackStatement(DB, JSON.stringify([signature.id]))]);
    return stored();
  },
  '/read': async (_request, { DB }) => {
    await DB.prepare('SELECT 1').first();
    return stored();
  },
  '/body': async (request) => {
    new URLSearchParams(await request.text());
    return stored();
  },
  '/parse': async (request) => {
    parseSubmission(Object.fromEntries(new URLSearchParams(await request.text())));
    return stored();
  },
  '/keys': async (request, env) => {
    await prepare(request, env);
    return stored();
  },
  '/object': async (request, env) => {
    await env.ECHO.getByName('one').commit(await prepare(request, env));
    return stored();
  },
};

export default {
  fetch(request, env) {
    const step = steps[new URL(request.url).pathname];
    return step ? step(request, env) : new Response('no such step', { status: 404 });
  },
} satisfies ExportedHandler<Env>;

let keyring: ReturnType<typeof createKeyring> | null = null;

async function prepare(request: Request, env: Env) {
  keyring ??= createKeyring(parseKeyring(env.KEYRING)!);
  const values = Object.fromEntries(new URLSearchParams(await request.text()));
  const parsed = parseSubmission(values);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  await checkFormToken(keyring, 'arrest-traffickers', values.form_token ?? '', new Date(), 0);
  const id = await makeSignatureId(keyring, 1, values.form_token ?? '', parsed.value);
  const keys = await makeKeys(keyring, 1, parsed.value);
  const sealed = hex(await sealPerson(keyring, id, parsed.value));
  return { kind: 'sign', ref: id, data: { ...keys, id, sealed } };
}

function stored(): Response {
  return new Response(null, { status: 204 });
}

function sampleSignature(): NewSignature {
  const now = Date.now();
  return {
    id: randomId(),
    actionId: 1,
    textVersion: 1,
    personKey: randomHex(16),
    inboxKey: randomHex(16),
    nameZipKey: randomHex(16),
    nameStreetKey: null,
    nameKey: randomHex(16),
    domainKey: randomHex(16),
    connectionKey: randomHex(16),
    place: '1',
    zip: '28202',
    source: 'direct',
    language: 'en',
    shownName: null,
    shownComment: null,
    nameLook: null,
    commentLook: null,
    keepInformed: 0,
    partnerContact: 0,
    sealed: randomHex(180),
    at: now,
    week: '2026-W47',
    dueAt: now + 172_800_000,
  };
}

function randomId(): string {
  return randomHex(11);
}

function randomHex(bytes: number): string {
  return hex(randomBytes(bytes));
}
