import { expect, test } from 'vitest';
import charlotteFile from '../../worker/kits/charlotte.json';
import { hashOf } from '../../worker/kits/extends/hash.ts';
import { resolveKit, wholeKit } from '../../worker/kits/extends/resolve.ts';
import { changesOf, type Json, pathText } from '../../worker/kits/json-rules.ts';
import template from '../../worker/kits/template.json';
import { ok } from '../../worker/platform/result.ts';
import charlotte from '../support/charlotte.json';

const readTemplate = async () => ok({ json: template as unknown as Json, at: 'template.json' });
const resolved = (json: unknown) => resolveKit({ json: json as Json, at: 'city.json' }, readTemplate);

test('what Charlotte makes of the template is the kit that all tests use', async () => {
  const made = await resolved(charlotteFile);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const whole = wholeKit(made.value);
  // After a change: npm run kit -- whole worker/kits/charlotte.json > test/support/charlotte.json
  expect(changesOf(charlotte as unknown as Json, whole).map(({ path }) => pathText(path))).toEqual([]);
  expect(hashOf(whole)).toBe(hashOf(charlotte as unknown as Json));
  expect(whole.made_of).toEqual({
    from: 'template',
    sha256: hashOf(template as unknown as Json),
    slugs: charlotteFile.slugs,
  });
});

test('nothing of Charlotte or of another place stands in the template', () => {
  expect(JSON.stringify(template)).not.toMatch(
    /charlotte|mecklenburg|carolina|N\.C\.|CMPD|704-|example\.org/i,
  );
});

test.each([
  [{ campaign: { facts: [{ slug: 'people-in-slavery', statement: { en: 'Many.' } }] } }],
  [{ campaign: { facts: [{ slug: 'profit-a-year', source: { year: 2024 } }] } }],
  [{ campaign: { facts: [{ slug: 'profit-a-year', $delete: true }] } }],
  [{ campaign: { headline_fact: { figure: { en: '95%' } } } }],
  [{ campaign: { norms: null } }],
  [{ campaign: { norms: template.campaign.norms.slice(1) } }],
  [{ campaign: { care: { no_details: { en: 'Tell us all.' } } } }],
  [{ petitions: [{ slug: 'arrest-traffickers', asks_street: true }] }],
])('a city cannot change what the template locks: %j', async (patch) => {
  const file = { ...charlotteFile, ...patch };
  expect(await resolved(file)).toMatchObject({
    ok: false,
    error: [{ message: 'is locked by template: it cannot be changed' }],
  });
});

test('a city adds facts of its own', async () => {
  const own = { slug: 'our-own', statement: { en: 'A', es: 'B' }, source: { name: 'C', year: 2026 } };
  expect(await resolved({ ...charlotteFile, campaign: { facts: [own] } })).toMatchObject({ ok: true });
});
