import { env } from 'cloudflare:workers';
import { createLocalJWKSet, importJWK, jwtVerify } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { resultIn } from '../support/verified.ts';
import { kitWithTraining, learnerOf, someModule } from './support.ts';

const app = testApp();
const site = app.deps.settings.publicUrl;
const kit = kitWithTraining([someModule('one', ['a'])]);
const learner = learnerOf(app, kit.campaign.slug);

beforeAll(async () => {
  expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
  await learner.begin();
  await learner.goToEnd();
});

type Json = Record<string, unknown>;
const json = async (path: string) => (await app.request(path)).json<Json>();
const finished = () => learner.fields();
let state: Record<string, string> = {};

async function certificate(name = 'Rosa Delgado'): Promise<string> {
  if (learner.isEnd()) state = finished();
  await learner.send('certificate', { ...state, step: 'make', name });
  return learner.jws();
}

test('jose verifies it by the key that its header names, and it says who learned what and when', async () => {
  const jws = await certificate();
  const { protectedHeader, payload } = await jwtVerify(
    jws,
    async ({ kid }) => importJWK(await json(String(kid).replace(site, '')), 'EdDSA'),
    { issuer: site, currentDate: aWednesday },
  );
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'JWT' });
  expect(payload).toMatchObject({
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    validFrom: '2026-11-25T00:00:00.000Z',
    credentialSubject: {
      identifier: [{ identityType: 'name', identityHash: 'Rosa Delgado', hashed: false }],
      achievement: { name: 'Knowing it', id: `${site}/campaigns/${kit.campaign.slug}/training` },
    },
  });
  expect(payload.jti).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('jose refuses one that was altered anywhere, and one of another key', async () => {
  const jws = await certificate();
  const keys = createLocalJWKSet((await json('/training/keys')) as never);
  await expect(jwtVerify(jws, keys, { currentDate: aWednesday })).resolves.toBeTruthy();
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const other = { ...JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))), jti: 'x' };
  const forged = [
    `${header}.${btoa(JSON.stringify(other)).replace(/=+$/, '')}.${signature}`,
    `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
  ];
  for (const one of forged) {
    await expect(jwtVerify(one, keys, { currentDate: aWednesday })).rejects.toThrow();
  }
});

const resultOf = async (fields: Record<string, string>) =>
  resultIn(await (await app.post('/verify', fields)).text());

test('at /verify it holds, and an altered one does not', async () => {
  const jws = await certificate();
  const html = await (await app.request('/verify')).text();
  const keys = /<textarea id="keys"[^>]*>([^<]*)</.exec(html)?.[1] ?? '';
  const check = (text: string) => resultOf({ text, keys });
  const good = await check(jws);
  expect(good).toContain('This holds.');
  expect(good).toContain('Rosa Delgado');
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const said = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  said.credentialSubject.identifier[0].identityHash = 'Somebody Else';
  const bad = await check(`${header}.${btoa(JSON.stringify(said)).replace(/=+$/, '')}.${signature}`);
  expect(bad).toContain('This does not hold.');
  const without = await resultOf({ text: jws, keys: '' });
  expect(without).toContain('This cannot be said yet: something is missing.');
  expect(without).not.toContain('This holds.');
});

test('the button on the certificate checks it without a script', async () => {
  await certificate();
  const [form = ''] = /<form method="post" action="\/verify[\s\S]*?<\/form>/.exec(learner.page()) ?? [];
  const fields = Object.fromEntries(
    [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  expect(await resultOf(fields)).toContain('This holds.');
  // The answer is below the form, so the browser goes there.
  expect(form).toContain('#result"');
  expect(await (await app.post('/verify', fields)).text()).toContain('id="result"');
});

test('the same name gives the same number again, as page and as file; another name gives another', async () => {
  const jws = await certificate();
  const number = /Number: ([0-9a-f-]+)/.exec(learner.page())?.[1];
  const answer = await app.post(`/campaigns/${kit.campaign.slug}/training/certificate/file`, {
    ...state,
    name: 'Rosa Delgado',
  });
  expect(answer.headers.get('content-disposition')).toContain(
    `training-certificate-${kit.campaign.slug}.txt`,
  );
  expect((await answer.text()).trim()).toBe(jws);
  await certificate('Rosa Delgado-Price');
  expect(/Number: ([0-9a-f-]+)/.exec(learner.page())?.[1]).not.toBe(number);
});

test.each([
  ['', 'Type the name'],
  ['   ', 'Type the name'],
  ['\u200b', 'characters that cannot be shown'],
  ['a'.repeat(101), 'up to 100 characters'],
])('the name %j is refused with words, and kept', async (name, words) => {
  await certificate();
  expect(await learner.send('certificate', { ...state, step: 'make', name })).toBe(422);
  expect(learner.page()).toContain(words);
});

test('the certificate says that right answers make no difference, and that the lesson was not reviewed', async () => {
  const jws = await certificate();
  expect(learner.page()).toContain('It does not depend on how many answers were right');
  expect(learner.page()).toContain('The lesson has not been reviewed yet');
  const said = JSON.parse(atob((jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')));
  expect(said.credentialSubject.achievement.criteria.narrative).toContain('makes no difference');
});

test('a name is shown as it was typed, whatever it holds', async () => {
  await certificate('<b>Zoë</b> & "Sons"');
  expect(learner.page()).toContain('&lt;b&gt;Zoë&lt;/b&gt; &amp; &quot;Sons&quot;');
});

test('no table holds a name of a certificate', async () => {
  await certificate('Unmistakable Name');
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'training%'",
  ).all<{ name: string }>();
  for (const { name } of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM ${name}`).all();
    expect(JSON.stringify(results)).not.toContain('Unmistakable');
  }
});
