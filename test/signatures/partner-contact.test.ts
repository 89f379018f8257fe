import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { coalitionKit, openCoalition, partnerPath } from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';
import { type Channel, confirmedAs, send, signedAs } from './support.ts';

let app: TestApp;
let slug = '';

beforeEach(async () => {
  app = testApp();
  slug = (await openCoalition(env.DB)).context.action.slug;
});

const textOf = async (path: string) => (await app.request(path)).text();
const ticked = (source: string) => ({ ...anaOf(slug), source, partner_contact: 'yes' });

async function stored(): Promise<number[]> {
  const { results } = await env.DB.prepare(
    'SELECT partner_contact AS n FROM signatures JOIN actions ON actions.id = action_id WHERE slug = ? ORDER BY signatures.rowid',
  )
    .bind(slug)
    .all<{ n: number }>();
  return results.map(({ n }) => n);
}

describe('the form of a partner that may ask', () => {
  test('asks, by its name and unticked, in both languages', async () => {
    const english = await textOf(`/petitions/${slug}?source=church-form`);
    expect(english).toContain('The church may write to me');
    expect(/<input[^>]*name="partner_contact"[^>]*>/.exec(english)?.[0]).not.toContain('checked');
    expect(await textOf(`/petitions/${slug}?source=church-form&lang=es`)).toContain(
      'The church (es) me puede escribir',
    );
  });

  test.each(['', '?source=poster', '?source=clinic-poster', '?source=never-heard-of'])(
    'is no other: %s',
    async (query) => {
      expect(await textOf(`/petitions/${slug}${query}`)).not.toContain('partner_contact');
    },
  );

  test('comes back as it was ticked', async () => {
    const answer = await send(app, slug, 'form', { ...ticked('church-form'), zip: 'ABCDE' });
    expect(answer.status).toBe(422);
    expect(/<input[^>]*name="partner_contact"[^>]*>/.exec(await answer.text())?.[0]).toContain('checked');
  });
});

describe.each<Channel>(['form', 'json'])('by %s', (channel) => {
  test.each([
    ['church-form', [1]],
    ['clinic-poster', [0]],
    ['poster', [0]],
    ['never-heard-of', [0]],
  ])('a tick by the source %s is stored as %j: only where that partner asked', async (source, kept) => {
    await send(app, slug, channel, ticked(source));
    expect(await stored()).toEqual(kept);
  });

  test('without a tick nothing is agreed to', async () => {
    await send(app, slug, channel, { ...anaOf(slug), source: 'church-form' });
    expect(await stored()).toEqual([0]);
  });
});

describe('on their own page the signer', () => {
  const withChanges = (partner_contact: string) => ({
    given_name: 'Ana',
    family_name: 'Lopez',
    zip: '28202',
    partner_contact,
  });

  test('sees who may write, ends it and allows it again', async () => {
    const { mine } = await confirmedAs(app, slug, ticked('church-form'));
    expect(await textOf(mine)).toMatch(/The church may write to you<\/dt><dd>Yes/);
    expect(await (await app.request(`${mine}/data.json`)).json()).toMatchObject({
      partner_contact: 'church',
    });
    await app.post(`${mine}/correct`, withChanges(''));
    expect(await stored()).toEqual([0]);
    expect(await textOf(mine)).toMatch(/The church may write to you<\/dt><dd>No/);
    expect(await (await app.request(`${mine}/data.json`)).json()).toMatchObject({ partner_contact: null });
    await app.post(`${mine}/correct`, withChanges('yes'));
    expect(await stored()).toEqual([1]);
  });

  test('cannot be made to have been asked by a form that did not', async () => {
    const { mine } = await confirmedAs(app, slug, ticked('poster'));
    expect(await textOf(mine)).not.toContain('partner_contact');
    await app.post(`${mine}/correct`, withChanges('yes'));
    expect(await stored()).toEqual([0]);
  });

  test.each(['withdraw', 'erase'])('ends it with "%s"', async (act) => {
    const { mine } = await confirmedAs(app, slug, ticked('church-form'));
    await app.post(`${mine}/${act}`, {});
    expect(await stored()).toEqual([0]);
  });
});

test('what was agreed to can still be ended once the partner asks no longer', async () => {
  const kit = coalitionKit();
  await openKit(env.DB, kit, app.now());
  slug = kit.petitions[0]?.slug ?? '';
  const { mine } = await confirmedAs(app, slug, ticked('church-form'));
  kit.campaign.partners = [];
  kit.campaign.sources = kit.campaign.sources.slice(0, 3);
  await openKit(env.DB, kit, app.now());
  expect(await textOf(mine)).toMatch(/The church may write to you<\/dt><dd>Yes/);
  await app.post(`${mine}/correct`, { given_name: 'Ana', zip: '28202' });
  expect(await stored()).toEqual([0]);
  expect(await textOf(mine)).not.toContain('partner_contact');
});

test('the partner’s page says nothing of it', async () => {
  const { partners, context } = await openCoalition(env.DB);
  slug = context.action.slug;
  await signedAs(app, slug, ticked('church-form'));
  const path = await partnerPath(app, partners.church);
  for (const suffix of ['', '.csv', '.json']) {
    expect(await textOf(path + suffix)).not.toMatch(/may write to (me|you)|partner_contact|Lopez/);
  }
});
