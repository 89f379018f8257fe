import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import template from '../../worker/kits/template.json' with { type: 'json' };
import { runCommand, wholeCharlotteFile } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-new-city-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

const oakville = {
  city: 'Oakville, Ohio',
  kind: 'mayor-and-wards',
  districts: '3 wards',
  'council-email': 'clerk@oakville.example',
  committees: 'Public Safety Committee, safety@oakville.example; Finance Committee, money@oakville.example',
  zips: '45001 45002',
  email: 'oakville@example.org',
};
const elmCounty = {
  city: 'Elm County, Georgia',
  kind: 'county-at-large',
  'at-large': '5',
  'council-email': 'clerk@elm.example',
  zips: '30001',
  email: 'elm@example.org',
  'budget-vote': '2027-06-10',
};

const kit = (...args: string[]) => runCommand('kit', args, { INIT_CWD: folder });
const runNew = (given: Record<string, string>) =>
  kit('new', ...Object.entries(given).flatMap(([flag, answer]) => [`--${flag}`, answer]));
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const write = (name: string, json: unknown) => writeFileSync(join(folder, name), JSON.stringify(json));

describe('kit new', () => {
  test('makes a small kit of the template for a city with a mayor and wards', async () => {
    expect(await runNew(oakville)).toMatchObject({
      code: 0,
      errors: '',
      out: expect.stringContaining('They are asked for their district'),
    });
    const file = read('oakville.json');
    expect(readFileSync(join(folder, 'oakville.json'), 'utf8').split('\n').length).toBeLessThan(160);
    expect(file).toMatchObject({
      extends: { from: 'template' },
      slugs: { 'arrest-traffickers': 'arrest-traffickers-oakville' },
      city: { region: 'Ohio', districts: [{ code: '1', name: { en: 'Ward 1', es: 'Distrito 1' } }, {}, {}] },
      council: {
        name: { en: 'Oakville City Council', es: 'Concejo Municipal de Oakville' },
        majority: 3,
        seats: [{ slug: 'mayor' }, { slug: 'district-1', district: '1' }, {}, {}],
      },
    });
    // Texts that it does not change are those of the template.
    expect(file.campaign.summary).toBeUndefined();
    expect(await kit('check', 'oakville.json')).toMatchObject({ code: 0, errors: '' });
    const whole = JSON.parse((await kit('whole', 'oakville.json')).out);
    expect(whole.petitions[0].committee).toBe('public-safety');
    expect(whole.surveys[0].committee).toBe('budget');
    expect(whole.council.committees[1]).toMatchObject({
      name: { en: 'Finance Committee' },
      remit: template.council.committees[1]?.remit,
    });
  });

  test('makes one for a county board with seats at large only, where nobody is asked for a district', async () => {
    expect((await runNew(elmCounty)).code).toBe(0);
    expect(await kit('check', 'elm-county.json')).toMatchObject({ code: 0, errors: '' });
    const whole = JSON.parse((await kit('whole', 'elm-county.json')).out);
    expect(whole).toMatchObject({
      city: { districts: [{ code: 'county' }], zips: { 30001: { county: 1 } } },
      council: { name: { es: 'Junta de Comisionados del Condado de Elm' }, majority: 3, committees: [] },
      campaign: { junctures: [{ slug: 'budget-vote', on: '2027-06-10' }] },
    });
    expect(whole.council.seats).toHaveLength(5);
    expect(JSON.stringify(whole)).not.toMatch(/"kind":"district"|"committee"|example\.com|Charlotte/);
  });

  test('says how to mend what is wrong, writes nothing then, and never over a file', async () => {
    const wrong = await runNew({
      ...oakville,
      kind: 'senate',
      committees: 'Safety',
      'budget-vote': '2020-01-01',
    });
    expect(wrong.errors.trim().split('\n')).toEqual([
      expect.stringMatching(/^--kind must be one of: mayor-and-wards, /),
      '--committees must be a name and an email with a comma between them, and ; between committees',
      '--budget-vote must be a date to come, YYYY-MM-DD',
      'Nothing was written. On a terminal, kit new asks for these.',
    ]);
    const { districts: _, ...without } = oakville;
    expect((await runNew(without)).errors).toContain('--districts must be a number such as 5');
    expect((await runNew({ ...oakville, city: 'Oakville, Zzz' })).errors).toContain(
      '--city must be in a state or territory of the United States',
    );
    expect((await runNew({ ...oakville, kind: 'county-at-large', 'at-large': '' })).errors).toMatch(
      /--at-large needs an answer[\s\S]*--districts must be empty: who decides there has none/,
    );
    const tooMany = Array.from({ length: 5001 }, (_, at) => String(10_000 + at)).join(' ');
    expect((await runNew({ ...oakville, zips: tooMany })).errors).toContain(
      '--zips must not have more than 5000 ZIP codes',
    );
    expect((await runNew({ ...oakville, majority: '5' })).errors).toContain(
      '--majority must be a whole number from 1 to 4',
    );
    expect((await runNew({ ...oakville, ask: 'Open the pool' })).errors).toBe(
      '--ask: the kit that it starts from has this. For a campaign of your own: --from nothing. Nothing was written.\n',
    );
    expect((await runNew({ ...oakville, from: 'gone.json' })).errors).toMatch(
      /gone\.json cannot be read\n--from must be template, nothing, or the file or https address of a kit\./,
    );
    expect(readdirSync(folder)).toEqual([]);
    expect((await runNew(oakville)).code).toBe(0);
    const before = readFileSync(join(folder, 'oakville.json'), 'utf8');
    expect((await runNew(oakville)).errors).toBe(
      'oakville.json is there already. Give the kit another name with --file.\n',
    );
    expect(readFileSync(join(folder, 'oakville.json'), 'utf8')).toBe(before);
  });

  test('starts from the kit of another city, and leaves what is of that place there', async () => {
    const here = { slug: 'here', name: 'Charlotte', campaign: 'arrest-the-trafficker' };
    const source = { name: 'Census', year: 2020 };
    const [network, rollup] = [
      [{ slug: 'durham', name: 'Durham', address: 'https://durham.example' }],
      { name: 'North Carolina', postal_code: 'NC' },
    ];
    const place = { population: 874579, population_source: source, longitude: -80.84, latitude: 35.23 };
    const charlotte = { ...JSON.parse(readFileSync(wholeCharlotteFile, 'utf8')), network, rollup };
    write('charlotte.json', { ...charlotte, rollup_cities: [{ ...here, ...place }] });
    const made = await runNew({ ...elmCounty, from: 'charlotte.json', language: 'en' });
    expect([made.code, made.errors]).toEqual([0, '']);
    expect(made.out).toMatch(/Texts that name Charlotte, to be changed before it is opened: campaign\./);
    expect(made.out).toMatch(/surveys\[0\]\.sections\[1\]\.questions\[0\]: what each line gets today/);
    expect(await kit('check', 'elm-county.json')).toMatchObject({ code: 0, errors: '' });
    const whole = JSON.parse((await kit('whole', 'elm-county.json')).out);
    expect(whole.made_of.from).toBe('charlotte.json');
    expect(whole.languages).toEqual(['en']);
    expect(whole.services.map(({ level }: { level: string }) => level)).toEqual([
      'national',
      'international',
    ]);
    for (const key of ['assets', '$schema', 'network', 'rollup', 'rollup_cities'])
      expect(whole[key]).toBeUndefined();
    for (const key of ['partners', 'updates', 'stories']) expect(whole.campaign[key]).toBeUndefined();
    expect(JSON.stringify(whole)).not.toMatch(/"links"|"carry"|"seat":"district-1"/);
  });

  test('measures ZIP areas where maps of them and of the districts are at hand', async () => {
    const square = (west: number, properties: object, east = west + 1) => ({
      type: 'Feature',
      properties,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, 40],
            [east, 40],
            [east, 41],
            [west, 41],
            [west, 40],
          ],
        ],
      },
    });
    const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
    // The numbers of the shapes are not those of the wards.
    const wards = [
      square(-83, { OBJECTID: 1, WARD: 'Ward 2' }),
      square(-84, { OBJECTID: 2, WARD: 'Ward 1' }),
      square(-82, { OBJECTID: 3, WARD: 'Ward 3' }),
    ];
    write('wards.geojson', collection(...wards));
    write('zips.geojson', collection(square(-84, { ZIP: '45001' }), square(-82.5, { ZIP: '45002' })));
    const { zips: _, ...city } = oakville;
    const maps = { 'districts-map': 'wards.geojson', 'zips-map': 'zips.geojson' };
    expect(await runNew({ ...city, ...maps })).toMatchObject({ code: 0 });
    expect(read('oakville.json').city.zips).toEqual({ 45001: { 1: 1 }, 45002: { 2: 0.5, 3: 0.5 } });
    const unclear = wards.map(({ properties, ...one }, at) => {
      return { ...one, properties: { a: at + 1, b: 3 - at, name: (properties as { WARD: string }).WARD[0] } };
    });
    write('wards.geojson', collection(...unclear));
    expect((await runNew({ ...city, ...maps, file: 'b.json' })).errors).toContain(
      'has several properties that could name its districts: say which with --district-property. Its properties: a, b',
    );
    expect((await runNew({ ...city, ...maps, file: 'b.json', 'district-property': 'b' })).code).toBe(0);
    expect(
      (await runNew({ ...city, ...maps, file: 'c.json', 'district-property': 'name' })).errors,
    ).toContain('has no property name that names the districts 1, 2, 3.');
    expect((await runNew({ ...city, 'zips-map': 'zips.geojson', file: 'd.json' })).errors).toContain(
      '--districts-map and --zips-map go together',
    );
    expect(readdirSync(folder).includes('d.json')).toBe(false);
  });
});

test('when the template changes a fact, both cities are asked, take it, and keep what is their own', async () => {
  write('campaign.json', template);
  for (const city of [oakville, elmCounty]) await runNew({ ...city, from: 'campaign.json' });
  const own = read('elm-county.json');
  own.campaign.ask = { en: 'An ask of our own.', es: 'Una petición propia.' };
  write('elm-county.json', own);
  const changed = structuredClone(template);
  changed.campaign.facts[0]!.statement.en = 'A fact that was corrected.';
  changed.campaign.ask.en = 'A better ask.';
  write('campaign.json', changed);
  for (const name of ['oakville.json', 'elm-county.json']) {
    const diff = await kit('diff', name);
    expect(diff.out).toMatch(
      /people-in-slavery\]\.statement\.en: .*\n +now "A fact that was corrected\."\n +locked/,
    );
    expect((await kit('update', name)).errors).toContain('Nobody can be asked here.');
    expect((await kit('update', name, '--take')).code).toBe(0);
    const whole = JSON.parse((await kit('whole', name)).out);
    expect(whole.campaign.facts[0].statement.en).toBe('A fact that was corrected.');
    expect(whole.campaign.ask.en).toBe(name === 'oakville.json' ? 'A better ask.' : 'An ask of our own.');
    expect(await kit('check', name)).toMatchObject({ code: 0, errors: '' });
  }
});
