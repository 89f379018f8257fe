import { env } from 'cloudflare:workers';
import { type Schema, Validator } from '@cfworker/json-schema';
import { beforeAll, expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import type { AnyKit } from '../support/broken-kits.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import official from './hsds-3.1.json';
import { kitWithServices, someService } from './support.ts';

const app = testApp();
const both = (text: string) => ({ en: text, es: `${text} (es)` });

const kit = kitWithServices([
  someService({
    slug: 'all-of-it',
    needs: ['legal', 'health'],
    for: ['men'],
    interpreters: true,
    police: 'must',
    police_note: both('Wounds from a gun'),
    hours: both('Day and night'),
    area: both('The county'),
    phones: [{ number: '704-555-0100' }, { number: '233733', kind: 'text', name: both('At night') }],
    site: 'https://legal.example.org',
    address: { line: '1 Main Street', city: 'Riverton', state: 'NC', zip: '28202' },
    coordinates: { latitude: 35.2, longitude: -80.8 },
    map_link: 'https://www.openstreetmap.org/x',
    alert: both('Closed on Monday'),
  }),
  someService({ slug: 'shelter', needs: ['shelter'] }),
  someService({ slug: 'example', example: true }),
  someService({ slug: 'forgotten', checked_on: '2026-05-01' }),
]);
const ofTown = `campaign=${kit.campaign.slug}`;

beforeAll(async () => {
  for (const one of [charlotte, kit]) expect((await openKit(env.DB, one, aWednesday)).ok).toBe(true);
});

/** The official schemas, and no key that they do not know. */
function closed<Value>(schema: Value): Value {
  if (Array.isArray(schema)) return schema.map(closed) as Value;
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return ('properties' in inner ? { ...inner, additionalProperties: false } : inner) as Value;
}

function validatorOf(schema: object): Validator {
  const validator = new Validator(closed(schema) as Schema, '2020-12', false);
  for (const [name, file] of Object.entries(official.files)) {
    validator.addSchema({ ...(closed(file) as Schema), $id: `https://hsds.example.org/${name}` });
  }
  return validator;
}

const pages = validatorOf({
  ...official.page,
  properties: { ...official.page.properties, contents: { type: 'array', items: official.serviceList } },
  $id: 'https://hsds.example.org/page.json',
});
const services = validatorOf({ ...official.files['service.json'], $id: 'https://hsds.example.org/one.json' });

async function read(path: string) {
  const answer = await app.request(`/hsds/3.1${path}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  return answer.json<AnyKit>();
}

test('a list is a page of services as the official schema has it, in each language', async () => {
  for (const language of ['en', 'es']) {
    const page = await read(`/services?lang=${language}`);
    expect(pages.validate(page)).toEqual({ valid: true, errors: [] });
    expect(page).toMatchObject({
      total_items: 3,
      total_pages: 1,
      first_page: true,
      last_page: true,
      empty: false,
    });
  }
  const names = (await read(`/services?${ofTown}`)).contents.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['A lawyer', 'A lawyer']);
});

test('pages follow one another, and past the end is an empty one', async () => {
  const [first, second, third] = await Promise.all(
    [1, 2, 3].map((n) => read(`/services?${ofTown}&per_page=1&page=${n}`)),
  );
  expect(first).toMatchObject({ total_items: 2, total_pages: 2, page_number: 1, size: 1, last_page: false });
  expect(second).toMatchObject({ first_page: false, last_page: true });
  expect(second.contents[0].id).not.toBe(first.contents[0].id);
  expect(third).toMatchObject({ empty: true, size: 0, contents: [] });
  for (const one of [first, second, third]) expect(pages.validate(one).valid).toBe(true);
  for (const wrong of ['page=0', 'per_page=101', 'page=x', 'per_page=1e9']) {
    expect((await app.request(`/hsds/3.1/services?${wrong}`)).status).toBe(400);
  }
});

test('each service is whole as the official schema has it; a shelter is a virtual location', async () => {
  const { contents } = await read(`/services?${ofTown}`);
  const whole = await Promise.all(contents.map(({ id }: { id: string }) => read(`/services/${id}`)));
  for (const one of whole) expect(services.validate(one)).toEqual({ valid: true, errors: [] });
  expect(services.validate({ ...whole[0], secret: '1 Main Street' }).valid).toBe(false);
  const isShelter = (one: AnyKit) =>
    one.attributes.some(({ value }: { value: string }) => value === 'shelter');
  const [shelter] = whole.filter(isShelter);
  expect(shelter.service_at_locations[0].location).toEqual({
    id: expect.any(String),
    location_type: 'virtual',
  });
  const [other] = whole.filter((one) => !isShelter(one));
  expect(other).toMatchObject({
    assured_date: '2026-11-02',
    service_at_locations: [{ location: { location_type: 'physical', latitude: 35.2 } }],
  });
});

test('an example, an entry that nobody checks, and what there is not are not served', async () => {
  const { contents } = await read(`/services?${ofTown}`);
  app.setNow('2027-06-01T12:00:00Z');
  expect(await read(`/services?${ofTown}`)).toMatchObject({ total_items: 0, empty: true });
  expect((await app.request(`/hsds/3.1/services/${contents[0].id}`)).status).toBe(404);
  app.setNow(aWednesday);
  expect((await app.request('/hsds/3.1/services/nothing')).status).toBe(404);
});

test('a robot that reads everything finds no address for mail and no person', async () => {
  const page = await read('/services?per_page=100');
  const whole = await Promise.all(page.contents.map(({ id }: { id: string }) => read(`/services/${id}`)));
  const text = JSON.stringify([await read(''), page, whole]);
  expect(text).not.toMatch(/@|contacts?"|assurer/);
});
