import { env } from 'cloudflare:workers';
import { Validator } from '@cfworker/json-schema';
import { beforeAll, expect, test } from 'vitest';
import { hashOf } from '../../worker/kits/extends/hash.ts';
import type { Json } from '../../worker/kits/json-rules.ts';
import template from '../../worker/kits/template.json';
import { aWednesday, testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { openPetition, smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { cityOfKit, kitOfState } from './kit-of-state.ts';

const app = testApp();
const kit = kitOfState({
  network: [
    { slug: 'durham', name: { en: 'Durham', es: 'Durham' }, address: 'https://petitions.durham.example/' },
  ],
  cities: [cityOfKit('durham', 'durham-campaign', { deployment: 'durham' })],
});
const { slug } = kit.campaign;
const at = '/.well-known/undersigned.json';
const read = async (path: string) => (await app.request(path)).json<{ campaigns: { slug: string }[] }>();

beforeAll(async () => {
  expect(await openKit(env.DB, kit, aWednesday)).toMatchObject({ ok: true });
});

test('a site says which campaigns it has, what they ask, and with which keys its log is signed', async () => {
  const { db, settings } = app.deps;
  await db.batch([
    db
      .prepare(
        `INSERT INTO kit_versions (campaign_id, number, kit, hash, at, actor, note)
        SELECT id, 2, ?2, ?3, 0, 'command', '' FROM campaigns WHERE slug = ?1`,
      )
      .bind(
        slug,
        JSON.stringify({
          made_of: { from: 'https://template.example/kit.json', sha256: 'a'.repeat(64), slugs: { a: 'b' } },
        }),
        'b'.repeat(64),
      ),
  ]);
  const petition = kit.petitions[0];
  const answer = await read(`${at}?campaign=${slug}`);
  expect(answer).toEqual({
    undersigned: 1,
    log: {
      address: `${settings.publicUrl}/log`,
      keys: [(await (await app.request('/log/key')).text()).trim()],
    },
    campaigns: [
      {
        slug,
        title: kit.campaign.title,
        url: `${settings.publicUrl}/campaigns/${slug}`,
        city: { name: 'Riverton', region: 'North Carolina' },
        template: { from: 'https://template.example/kit.json', sha256: 'a'.repeat(64) },
        actions: [
          {
            slug: petition.slug,
            kind: 'petition',
            title: petition.text.title ?? petition.title,
            url: `${settings.publicUrl}/petitions/${petition.slug}`,
            week: null,
          },
        ],
        network: [{ name: { en: 'Durham', es: 'Durham' }, address: 'https://petitions.durham.example' }],
      },
    ],
  });
  expect((await read(at)).campaigns).toContainEqual(answer.campaigns[0]);
});

test('it is as the API’s document says, and may be cached and read from any site', async () => {
  const document = await (await app.request('/openapi.json')).json<{ paths: Record<string, never> }>();
  const { schema } = (
    document.paths as unknown as Record<
      string,
      { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
    >
  )[at]!.get.responses['200']!.content['application/json']!;
  for (const path of [at, `${at}?campaign=${slug}`, `${at}?campaign=nobody`]) {
    const answer = await app.request(path);
    const found = new Validator(schema, '2020-12').validate(await answer.json());
    expect(found.errors, path).toEqual([]);
    expect(answer.headers.get('cache-control')).toContain('public, max-age=60');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const etag = answer.headers.get('etag') ?? '';
    expect((await app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  }
});

test('neither a campaign that is not public nor an action that is not open yet is in it', async () => {
  const { campaign, action } = await openPetition(env.DB);
  const listed = () => read(`${at}?campaign=${campaign.slug}`);
  expect(JSON.stringify(await listed())).toContain(action.slug);
  await env.DB.prepare("UPDATE actions SET state = 'draft' WHERE id = ?").bind(action.id).run();
  expect(JSON.stringify(await listed())).not.toContain(action.slug);
  await env.DB.prepare('UPDATE campaigns SET is_public = 0 WHERE id = ?').bind(campaign.id).run();
  expect((await listed()).campaigns).toEqual([]);
  expect(JSON.stringify(await read(at))).not.toContain(campaign.slug);
});

test('no address, contact or name of a person is in it', async () => {
  const kitOfOther = smallKit();
  await openKit(env.DB, kitOfOther, aWednesday);
  const text = JSON.stringify(await read(at));
  for (const { contact_email } of kitOfOther.council.committees) expect(text).not.toContain(contact_email);
  expect(text).not.toContain(kitOfOther.campaign.contact_email);
});

test('a campaign that was made of the template says so, with the hash of it', async () => {
  expect(await openKit(env.DB, charlotte, aWednesday)).toMatchObject({ ok: true });
  expect(await read(`${at}?campaign=${charlotte.campaign.slug}`)).toMatchObject({
    campaigns: [{ template: { from: 'template', sha256: hashOf(template as unknown as Json) } }],
  });
});
