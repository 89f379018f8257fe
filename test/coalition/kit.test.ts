import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findCampaign } from '../../worker/campaigns/store.ts';
import {
  partnerKey,
  partnerToken,
  readPartnerKey,
  readPartnerToken,
} from '../../worker/coalition/partner-links.ts';
import { listPartners, listSources } from '../../worker/coalition/store.ts';
import { testApp } from '../support/app.ts';
import { type CoalitionKit, coalitionKit, revokePartner } from '../support/coalition.ts';
import { openKit, parseKit } from '../support/kits.ts';

const now = new Date('2026-11-23T15:00:00Z');
const app = testApp();

async function opened(kit: unknown) {
  const result = await openKit(env.DB, kit, now);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function changed(kit: CoalitionKit, change: (campaign: CoalitionKit['campaign']) => void): CoalitionKit {
  const next = structuredClone(kit);
  change(next.campaign);
  return next;
}

async function campaignOf(kit: CoalitionKit) {
  const campaign = await findCampaign(env.DB, kit.campaign.slug);
  if (!campaign) throw new Error('no campaign');
  return campaign;
}

async function partnersOf(kit: CoalitionKit) {
  return listPartners(env.DB, (await campaignOf(kit)).id);
}

async function sourceOf(kit: CoalitionKit, slug: string) {
  return (await listSources(env.DB, (await campaignOf(kit)).id)).find((source) => source.slug === slug);
}

async function signBy(kit: CoalitionKit, source: string) {
  const body = { given_name: 'Ana', email: `ana@${kit.campaign.slug}.example`, zip: '28202', source };
  const signed = await app.postJson(`/api/v1/petitions/${kit.petitions[0]!.slug}/signatures`, body);
  expect(signed.status).toBe(202);
}

test('a kit opens its partners, their sources and the norms', async () => {
  const kit = coalitionKit();
  const { changes } = await opened(kit);
  expect(changes).toEqual(expect.arrayContaining(['partner church added', 'source church-form added']));
  expect(await partnersOf(kit)).toMatchObject([
    {
      slug: 'church',
      name: { en: 'The church', es: 'The church (es)' },
      sector: 'faith',
      siteUrl: null,
      contactEmail: 'church@example.org',
      normsOn: '2026-10-01',
      mayAskContact: true,
      link: 1,
      keyVersion: 1,
      retired: false,
    },
    { slug: 'clinic', siteUrl: 'https://clinic.example.org/', normsOn: null, mayAskContact: false },
    { slug: 'club' },
  ]);
  expect(await sourceOf(kit, 'church-form')).toEqual({
    slug: 'church-form',
    name: { en: 'church-form', es: 'church-form (es)' },
    kind: 'embed',
    partner: { slug: 'church', name: { en: 'The church', es: 'The church (es)' }, mayAskContact: true },
  });
  expect(await sourceOf(kit, 'poster')).toMatchObject({ kind: 'link', partner: null });
  expect((await campaignOf(kit)).norms).toHaveLength(2);
});

test('opening it again changes nothing; what is changed is said', async () => {
  const kit = coalitionKit();
  await opened(kit);
  expect(await opened(kit)).toEqual({ changes: [], kept: [] });
  const next = changed(kit, ({ partners, sources, norms }) => {
    partners[1]!.role.en = 'Does something else.';
    sources.at(-1)!.partner = 'clinic';
    norms.pop();
  });
  expect((await opened(next)).changes).toEqual([
    'partner clinic: role changed',
    'source club-link: partner changed',
    `campaign ${kit.campaign.slug}: norms changed`,
  ]);
});

test('a partner that the kit drops is retired: it keeps its credit, and its forms no longer ask for contact', async () => {
  const kit = coalitionKit();
  await opened(kit);
  await signBy(kit, 'church-form');
  const next = changed(kit, (campaign) => {
    campaign.partners.shift();
    campaign.sources = campaign.sources.filter((source) => !source.slug.startsWith('church'));
  });
  const { changes, kept } = await opened(next);
  expect(changes).toEqual(['partner church removed', 'source church-flyer removed']);
  expect(kept).toEqual(['source church-form is not in the kit and stays']);
  expect((await partnersOf(kit))[0]).toMatchObject({ slug: 'church', retired: true });
  expect((await sourceOf(kit, 'church-form'))?.partner).toMatchObject({
    slug: 'church',
    mayAskContact: false,
  });
  expect((await opened(kit)).changes).toEqual(['partner church added', 'source church-flyer added']);
  expect((await partnersOf(kit))[0]).toMatchObject({ slug: 'church', retired: false, link: 1 });
});

test('a source that brought somebody stays with its partner, and the campaign may still give a source of its own to a partner', async () => {
  const kit = coalitionKit();
  await opened(kit);
  for (const source of ['club-link', 'poster']) await signBy(kit, source);
  const give = (to: string | undefined) =>
    changed(kit, ({ sources }) => {
      for (const source of sources) {
        if (['club-link', 'poster', 'clinic-poster'].includes(source.slug))
          Object.assign(source, { partner: to });
      }
    });
  const { changes, kept } = await opened(give('church'));
  expect(changes).toEqual(['source clinic-poster: partner changed', 'source poster: partner changed']);
  expect(kept).toEqual(['source club-link is credited to club and stays so, the kit says church']);
  expect((await opened(give(undefined))).kept).toEqual([
    'source club-link is credited to club and stays so, the kit says to the campaign',
    'source poster is credited to church and stays so, the kit says to the campaign',
  ]);
});

test('a kit never gives back a link that was revoked', async () => {
  const kit = coalitionKit();
  await opened(kit);
  const [church] = await partnersOf(kit);
  await revokePartner(env.DB, church!.id);
  await opened(changed(kit, ({ partners }) => (partners[0]!.sector = 'other')));
  expect((await partnersOf(kit))[0]).toMatchObject({ sector: 'other', link: 2, keyVersion: 2 });
});

test('partners of two campaigns may have one name, and are two', async () => {
  const [one, other] = [coalitionKit(), coalitionKit()];
  await opened(one);
  await opened(other);
  expect((await partnersOf(one))[0]?.id).not.toBe((await partnersOf(other))[0]?.id);
});

test.each<[string, (campaign: CoalitionKit['campaign']) => void, string]>([
  [
    'a source of a partner that is none',
    ({ sources }) => (sources.at(-1)!.partner = 'nobody'),
    'campaign.sources[6].partner: is not a partner of this campaign',
  ],
  [
    'no source for the rest',
    ({ sources }) => sources.splice(1, 1),
    'campaign.sources: must name the source other',
  ],
  [
    'a partner used twice',
    ({ partners }) => partners.push(partners[0]!),
    'campaign.partners[3].slug: church is used twice',
  ],
  [
    'credit for what came without a source',
    ({ sources }) => Object.assign(sources[0]!, { partner: 'church' }),
    'campaign.sources[0].partner: cannot be credited with direct',
  ],
  [
    'a sector that is none',
    ({ partners }) => (partners[0]!.sector = 'media'),
    'campaign.partners[0].sector: must be one of law-enforcement, victim-services, business, healthcare, faith, foundation, advocacy, survivor-led, other',
  ],
  [
    'a site without https',
    ({ partners }) => Object.assign(partners[0]!, { site: 'http://example.org' }),
    'campaign.partners[0].site: must be an https address',
  ],
  [
    'a role in one language',
    ({ partners }) => Object.assign(partners[0]!, { role: { en: 'x' } }),
    'campaign.partners[0].role.es: is missing',
  ],
])('a kit with %s is refused', (_what, change, problem) => {
  const parsed = parseKit(changed(coalitionKit(), change));
  const problems = parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
  expect(problems).toEqual([problem]);
});

test('links and keys name their partner and version, and a link is not accepted as a key or a key as a link', async () => {
  const { keyring } = app.deps;
  const partner = { id: 7, link: 3, keyVersion: 5 };
  const [token, key] = [await partnerToken(keyring, partner), await partnerKey(keyring, partner)];
  expect(await readPartnerToken(keyring, token)).toEqual({ partnerId: 7, version: 3 });
  expect(await readPartnerKey(keyring, key)).toEqual({ partnerId: 7, version: 5 });
  expect(await readPartnerToken(keyring, key)).toBeNull();
  expect(await readPartnerKey(keyring, token)).toBeNull();
  expect(await readPartnerToken(keyring, '')).toBeNull();
  expect(await readPartnerToken(keyring, `${token}x`)).toBeNull();
});
