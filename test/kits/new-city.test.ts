import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../worker/kits/extends/hash.ts';
import { resolveKit, wholeKit } from '../../worker/kits/extends/resolve.ts';
import type { Json, JsonObject } from '../../worker/kits/json-rules.ts';
import template from '../../worker/kits/template.json';
import { findCampaignBySlug, findKitVersion } from '../../worker/kits/version-store.ts';
import { ok } from '../../worker/platform/result.ts';
import { cityOf } from '../../worker/writing/new-city/ask-city.ts';
import { cityKit } from '../../worker/writing/new-city/city-kit.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { signAndConfirm } from '../support/people.ts';

const file = template as unknown as JsonObject;
const { locks: _, ...parent } = file;
const sha256 = hashOf(file);
const now = new Date('2026-11-20T12:00:00Z');

async function kitOf(answers: Record<string, string>): Promise<JsonObject> {
  const given = cityOf(answers, { now });
  if (!given.ok) throw new Error(given.error.join('\n'));
  const json: Json = cityKit(given.value, { kit: parent, from: 'template', sha256 });
  const made = await resolveKit({ json, at: 'city.json' }, async () => ok({ json: file, at: 'template' }));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return wholeKit(made.value);
}

const cities = [
  {
    name: 'a city with a mayor and wards',
    place: 'oakville',
    zip: '45001',
    district: '2',
    digestTo: 'safety@oakville.example',
    answers: {
      city: 'Oakville, Ohio',
      kind: 'mayor-and-wards',
      districts: '3 wards',
      'council-email': 'clerk@oakville.example',
      committees: 'Public Safety Committee, safety@oakville.example',
      zips: '45001 45002',
      email: 'oakville@example.org',
    },
    decide: ['Oakville City Council has 4 seats. 3 votes decide.', 'Ward 2'],
  },
  {
    name: 'a county whose board has seats at large only',
    place: 'elm-county',
    zip: '30001',
    district: undefined,
    digestTo: 'clerk@elm.example',
    answers: {
      city: 'Elm County, Georgia',
      kind: 'county-at-large',
      'at-large': '5',
      'council-email': 'clerk@elm.example',
      zips: '30001',
      email: 'elm@example.org',
      'budget-vote': '2027-06-10',
    },
    decide: [
      'Elm County Board of Commissioners has 5 seats. 3 votes decide.',
      'Board member at large, seat 5',
    ],
  },
];

describe.each(cities)(
  '$name, made of the template',
  ({ place, zip, district, digestTo, answers, decide }) => {
    const app = testApp();
    const campaign = `arrest-the-trafficker-not-the-trafficked-${place}`;
    const petition = `arrest-traffickers-${place}`;

    test('opens beside the other, and remembers what it was made of', async () => {
      expect(await openKit(env.DB, await kitOf(answers), now)).toMatchObject({
        ok: true,
        value: { kept: [] },
      });
      const kept = await findKitVersion(env.DB, (await findCampaignBySlug(env.DB, campaign)) ?? 0);
      expect(JSON.parse(kept?.kit ?? '').made_of).toEqual({
        from: 'template',
        sha256,
        slugs: expect.objectContaining({
          'arrest-traffickers': petition,
          'budget-input': `budget-input-${place}`,
        }),
      });
    });

    test.each(['en', 'es'])('has all its pages, with nothing of another city, in %s', async (language) => {
      const paths = [
        ...['', '/share', '/privacy', '/questions', '/resources', '/training', '/timeline'].map(
          (path) => `/campaigns/${campaign}${path}`,
        ),
        `/petitions/${petition}`,
        `/surveys/budget-input-${place}`,
        `/surveys/needs-assessment-${place}`,
        `/budget/police-training-${place}`,
      ];
      for (const path of paths) {
        const answer = await app.request(`${path}?lang=${language}`);
        const page = await answer.text();
        expect([path, answer.status]).toEqual([path, 200]);
        expect(page, path).not.toMatch(/Charlotte|Carolina|undefined|\bnull\b|NaN/);
      }
      if (language === 'es') return;
      const page = await (await app.request(`/campaigns/${campaign}?lang=en`)).text();
      for (const said of decide) expect(page.replaceAll('\u00a0', ' ')).toContain(said);
    });

    test('a resident signs, and on Monday whoever decides reads 1', async () => {
      app.setNow('2026-11-25T15:00:00Z');
      await signAndConfirm(app, petition, { zip, ...(district && { district }) });
      const json = await (await app.request(`/api/v1/petitions/${petition}`)).json();
      expect(json).toMatchObject({ counts: { confirmed: 1 }, outside: 0, unknown: 0 });
      const [own] = await app.mailTo(anaOf(petition).email);
      expect(own?.text).toContain('Arrest Traffickers Petition');
      await app.cron('2026-11-30T14:00:00Z');
      const [digest] = await app.mailTo(digestTo);
      expect(digest?.subject).toContain('1');
    });
  },
);
