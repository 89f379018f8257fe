import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { coalitionKit } from '../support/coalition.ts';
import { openPetition } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';

const app = testApp();
const kit = coalitionKit();
const campaign = kit.campaign.slug;
const petition = kit.petitions[0]?.slug ?? '';

beforeAll(async () => {
  await openKit(env.DB, kit, app.now());
});

const jsonOf = async (path: string) => (await app.request(path)).json<Record<string, unknown>>();

describe('the campaign in JSON', () => {
  test('names its partners, and whose each source is', async () => {
    const { partners, sources } = await jsonOf(`/api/v1/campaigns/${campaign}`);
    expect(partners).toEqual([
      {
        slug: 'church',
        name: 'The church',
        sector: 'faith',
        site: null,
        role: 'Does what a church does.',
        retired: false,
      },
      expect.objectContaining({ slug: 'clinic', site: 'https://clinic.example.org/' }),
      expect.objectContaining({ slug: 'club' }),
    ]);
    expect(sources).toContainEqual({
      slug: 'church-flyer',
      name: 'church-flyer',
      kind: 'flyer',
      partner: 'church',
    });
    expect(sources).toContainEqual({ slug: 'direct', name: 'Direct', kind: 'link', partner: null });
  });

  test('tells nobody a partner’s address', async () => {
    const text = await (await app.request(`/api/v1/campaigns/${campaign}`)).text();
    expect(text).not.toContain('church@example.org');
  });
});

test('the petition in JSON says what is credited to each source: all of it adds up', async () => {
  for (const [name, source] of [
    ['Ana', 'church-form'],
    ['Ben', 'church-form'],
    ['Cem', 'club-link'],
    ['Dia', 'never-heard-of'],
  ]) {
    const email = `${name}@${petition}.example`;
    await confirmedAs(app, petition, { ...anaOf(petition), given_name: name, email, source });
  }
  expect((await jsonOf(`/api/v1/petitions/${petition}`)).by_source).toEqual([
    { source: 'church-form', confirmed: 2 },
    { source: 'club-link', confirmed: 1 },
    { source: 'other', confirmed: 1 },
  ]);
});

test('both are described by the OpenAPI document', () => {
  const document = JSON.stringify(shippedHouse.apiDocument('https://petitions.example.org'));
  for (const name of ['by_source', 'partners', 'sources', 'partner_contact']) {
    expect(document).toContain(`"${name}"`);
  }
});

describe('the campaign’s page', () => {
  test('shows who stands behind it, by sector and role, and what they agree to', async () => {
    const page = await (await app.request(`/campaigns/${campaign}`)).text();
    for (const words of [
      'Who is behind this',
      '<dt>Faith</dt>',
      'The church',
      'Does what a clinic does.',
      'href="https://clinic.example.org/"',
      'A person counts once.',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('church@example.org');
    const spanish = await (await app.request(`/campaigns/${campaign}?lang=es`)).text();
    expect(spanish).toContain('Quién está detrás');
    expect(spanish).toContain('<dt>Comunidades de fe</dt>');
  });

  test('leaves out who has left', async () => {
    const next = structuredClone(kit);
    next.campaign.partners = next.campaign.partners.filter(({ slug }) => slug !== 'clinic');
    next.campaign.sources = next.campaign.sources.filter(({ partner }) => partner !== 'clinic');
    await openKit(env.DB, next, app.now());
    expect(await (await app.request(`/campaigns/${campaign}`)).text()).not.toContain('The clinic');
    const { partners } = await jsonOf(`/api/v1/campaigns/${campaign}`);
    expect(partners).toContainEqual(expect.objectContaining({ slug: 'clinic', retired: true }));
  });

  test('says nothing of partners where there are none', async () => {
    const context = await openPetition(env.DB);
    const page = await (await app.request(`/campaigns/${context.campaign.slug}`)).text();
    expect(page).not.toContain('Who is behind this');
  });
});
