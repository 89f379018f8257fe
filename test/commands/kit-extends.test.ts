import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { hashOf } from '../../worker/kits/extends/hash.ts';
import { wholeKit } from '../../worker/kits/extends/resolve.ts';
import type { Json, JsonObject } from '../../worker/kits/json-rules.ts';
import { runCommand, wholeCharlotteFile } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-extends-'));
afterAll(() => rmSync(folder, { recursive: true }));
const place = (name: string) => join(folder, name);
const write = (name: string, json: Json) => writeFileSync(place(name), JSON.stringify(json));
const read = (name: string): JsonObject => JSON.parse(readFileSync(place(name), 'utf8'));

const { city, council, ...common } = JSON.parse(readFileSync(wholeCharlotteFile, 'utf8')) as JsonObject;
const locks = ['campaign.facts', 'campaign.norms'];
const template: JsonObject = { ...common, locks };
type Fact = { statement: { en: string } };
type Campaign = JsonObject & { facts: Fact[]; summary: { en: string }; ask: { en: string } };
const campaign = common.campaign as Campaign;

/** A template with other texts: nothing of it is shared with the first. */
function changed(change: (campaign: Campaign, kit: JsonObject) => void): JsonObject {
  const kit = structuredClone(template);
  change(kit.campaign as Campaign, kit);
  return kit;
}

const child = (parent: Json, more: JsonObject = {}): JsonObject => ({
  extends: { from: 'template.json', sha256: hashOf(parent) },
  city: city ?? null,
  council: council ?? null,
  ...more,
});
const ownSummary = { campaign: { summary: { en: 'A summary of this city alone.' } } };

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(place(name));
  write('template.json', template);
  write('city.json', child(template, ownSummary));
});

const kit = async (...args: string[]) => {
  const { code, out, errors } = await runCommand('kit', args);
  return { code, out, errors };
};

describe('a kit that extends another', () => {
  test('is checked as the whole that it makes', async () => {
    expect(await kit('check', place('city.json'))).toEqual({
      code: 0,
      out: 'campaign arrest-the-trafficker: the kit is right\n',
      errors: '',
    });
    write('city.json', child(template, { petitions: null }));
    const { code, errors } = await kit('check', place('city.json'));
    expect([code, errors]).toEqual([1, 'petitions: is missing\n']);
    write('city.json', { ...child(template), extends: { from: 'template.json' } });
    expect((await kit('check', place('city.json'))).errors).toBe('extends.sha256: is missing\n');
    write('city.json', { ...child(template), extends: { from: '/dev/zero', sha256: '0'.repeat(64) } });
    expect((await kit('check', place('city.json'))).errors).toContain('/dev/zero is not a file');
  });

  test.each(['campaign.facts[0].statement', 'petitions[gone]'])(
    'a lock that names nothing is refused: %s',
    async (lock) => {
      write('city.json', child(template, { locks: [lock] }));
      expect((await kit('check', place('city.json'))).errors).toBe(
        `locks[0]: names nothing of the kit: ${lock}\n`,
      );
    },
  );

  test('an entry that is locked by its number of signatures stays', async () => {
    const [petition] = template.petitions as JsonObject[];
    const above = { ...template, locks: [`petitions[${petition?.slug}].thresholds[100]`] };
    write('template.json', above);
    for (const thresholds of [null, [{ signatures: 100, $delete: true }], { $replace: [] }]) {
      write('city.json', child(above, { petitions: [{ slug: petition?.slug ?? '', thresholds }] }));
      expect((await kit('check', place('city.json'))).errors).toContain('is locked by template.json');
    }
  });

  test('a change of a long text is shown as the lines that go and come', async () => {
    const [first] = template.petitions as (JsonObject & { text: { en: string } })[];
    const text = { ...first?.text, en: `${first?.text.en}\n\nAnd a demand at the end of it.` };
    const petitions = (template.petitions as JsonObject[]).map((one, at) =>
      at === 0 ? { ...one, text } : one,
    );
    await kit('update', place('city.json'), '--take');
    write('template.json', { ...template, petitions });
    const { out, errors } = await kit('diff', place('city.json'));
    expect([out, errors].join('')).toContain('+ And a demand at the end of it.');
    expect(out).not.toContain(String(first?.text.en).split('\n')[0]);
  });

  test('changes nothing that is locked, takes no other parent than the one it names, and says where', async () => {
    write('city.json', child(template, { campaign: { norms: null } }));
    expect((await kit('check', place('city.json'))).errors).toBe(
      'campaign.norms: is locked by template.json: it cannot be changed\n',
    );
    const other = changed((one) => (one.ask.en = 'Another ask.'));
    write('template.json', other);
    write('city.json', child(template));
    expect((await kit('check', place('city.json'))).errors).toBe(
      `extends.sha256: is not the hash of template.json, which is ${hashOf(other)}\n`,
    );
    rmSync(place('template.json'));
    expect((await kit('check', place('city.json'))).errors).toMatch(
      /^extends: .*template\.json cannot be read, and no copy of it is kept\n$/,
    );
  });

  test('does not run in a circle or through more than five levels', async () => {
    write('template.json', { extends: { from: 'city.json', sha256: '0'.repeat(64) } });
    write('city.json', child(read('template.json')));
    expect((await kit('check', place('city.json'))).errors).toMatch(/city\.json is made of itself\n$/);
    write('level-6.json', template);
    for (const level of [5, 4, 3, 2, 1]) {
      const from = `level-${level + 1}.json`;
      write(`level-${level}.json`, { extends: { from, sha256: hashOf(read(from)) } });
    }
    const of = (level: number) => ({
      ...child(template),
      extends: { from: `level-${level}.json`, sha256: hashOf(read(`level-${level}.json`)) },
    });
    write('city.json', of(2));
    expect((await kit('check', place('city.json'))).code).toBe(0);
    write('city.json', of(1));
    expect((await kit('check', place('city.json'))).errors).toContain('goes through more than 5 levels');
  });

  test('has names of its own for its pages, and all that belongs to them follows', async () => {
    const slugs = {
      'arrest-traffickers': 'oakville-police',
      'budget-input': 'oakville-budget',
      'charlotte-police-training': 'oakville-training',
    };
    write('city.json', { ...child(template), slugs });
    expect((await kit('check', place('city.json'))).code).toBe(0);
    const whole: JsonObject = JSON.parse((await kit('whole', place('city.json'))).out);
    expect(whole).toMatchObject({
      made_of: { from: 'template.json', sha256: hashOf(template) },
      petitions: [{ slug: 'oakville-police' }],
      surveys: [{ slug: 'oakville-budget' }, { slug: 'needs-assessment' }],
      official_responses: [{ petition: 'oakville-police' }],
      budget: [{ slug: 'oakville-training', lines: [{ answers: { survey: 'oakville-budget' } }, {}, {}] }],
    });
    const { share } = whole.campaign as { share: { action: string }[] };
    expect(new Set(share.map(({ action }) => action))).toEqual(
      new Set(['oakville-police', 'oakville-budget', 'needs-assessment']),
    );
    // A change of the parent finds what it changes, and the names stay.
    await kit('update', place('city.json'), '--take');
    write(
      'template.json',
      changed((_, all) => ((all.petitions as JsonObject[])[0]!.closes_on = '2027-05-31')),
    );
    expect((await kit('update', place('city.json'), '--take')).out).toContain('Changes taken: 1.');
    expect(read('city.json').slugs).toEqual(slugs);
    expect((await kit('whole', place('city.json'))).out).toContain('2027-05-31');
    write('city.json', { ...child(read('template.json')), slugs: { petition: 'oakville' } });
    expect((await kit('check', place('city.json'))).errors).toBe(
      'slugs.petition: names no page of the kit: arrest-traffickers, budget-input, needs-assessment, charlotte-police-training\n',
    );
    write('city.json', { ...template, slugs });
    expect((await kit('check', place('city.json'))).errors).toMatch(/^slugs: .* extends none\n$/);
  });

  test('keeps the folders of its parent and the secrets of its address to itself', async () => {
    const made = { kit: {}, locks: [], slugs: {} };
    const named = (from: string) =>
      wholeKit({ ...made, parent: { kit: {}, locks: [], from, sha256: '' } }).made_of;
    expect(named('/home/ana/kits/template.json')).toMatchObject({ from: 'template.json' });
    expect(named('https://ana:secret@example.org/kits/city.json?key=1')).toMatchObject({
      from: 'https://example.org/kits/city.json',
    });
  });

  test('says which entry a patch has nothing to take out of', async () => {
    write('city.json', child(template, { juntures: [{ slug: 'none', $delete: true }] }));
    expect((await kit('check', place('city.json'))).errors).toContain(
      'juntures[0].$delete: has nothing to take out or to replace',
    );
  });

  test('may have its parent at an address, which can neither hold it up, nor lead it elsewhere, nor fill it', async () => {
    const text = JSON.stringify(template);
    const server = createServer((request, answer) => {
      if (request.url === '/elsewhere.json') answer.writeHead(302, { location: '/template.json' }).end();
      else if (request.url === '/much.json') answer.end(' '.repeat(1_100_000) + text);
      else if (request.url === '/words.json') answer.end('<!doctype html>');
      else if (request.url === '/template.json') answer.end(text);
      else answer.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const told = async (path: string) => {
      write('city.json', { ...child(template), extends: { from: address + path, sha256: hashOf(template) } });
      const { code, errors } = await kit('check', place('city.json'));
      return code === 0 ? 'right' : errors;
    };
    expect(await told('/template.json')).toBe('right');
    expect(await told('/elsewhere.json')).toContain('it leads to /template.json, which is not followed');
    expect(await told('/much.json')).toContain('the answer is too long');
    expect(await told('/words.json')).toContain('is not JSON');
    expect(await told('/gone.json')).toContain('/gone.json cannot be read');
    server.close();
  });
});

describe('an update', () => {
  /** A fact with its source, an open text, and one that the city has changed as well. */
  const later = changed((one) => {
    one.facts[0]!.statement.en = 'A fact that was corrected.';
    one.ask.en = 'A better ask.';
    one.summary.en = 'Another summary of all cities.';
  });

  test('is told line by line, asked for, and written with what is the city’s own', async () => {
    expect(await kit('update', place('city.json'), '--take')).toMatchObject({
      out: 'template.json has not changed.\n',
    });
    write('template.json', later);
    const diff = await kit('diff', place('city.json'));
    expect(diff.out).toContain(
      `  campaign.summary.en: - before, + now\n    - ${campaign.summary.en.split('\n')[0]}\n`,
    );
    expect(diff.out).toMatch(
      /campaign\.facts\[[^\]]+\]\.statement\.en: .*\n +now "A fact that was corrected\."\n +locked: it is taken/,
    );
    expect(diff.out).toContain('here it is "A summary of this city alone."');
    // The kit opens as it was until somebody has decided.
    expect(await kit('check', place('city.json'))).toMatchObject({
      code: 0,
      errors: expect.stringContaining('template.json has changed: npm run kit -- update'),
    });
    expect(await kit('update', place('city.json'))).toMatchObject({
      code: 1,
      errors: expect.stringContaining('Nobody can be asked here.'),
    });
    const updated = await kit('update', place('city.json'), '--take');
    expect(updated.out).toContain('Kept as it is here:\n  campaign.summary.en');
    expect(updated.out).toContain('is made of template.json as it is now. Changes taken: 2.');
    expect(read('city.json')).toEqual({
      ...child(later),
      campaign: ownSummary.campaign,
    });
    expect(await kit('check', place('city.json'))).toMatchObject({ code: 0, errors: '' });
    expect((await kit('diff', place('city.json'))).out).toContain('template.json has not changed since.');
  });

  test('reaches both of two cities, each with what is its own', async () => {
    write(
      'other.json',
      child(template, { campaign: { slug: 'another-city', title: { en: 'Another city' } } }),
    );
    for (const name of ['city.json', 'other.json']) await kit('update', place(name), '--take');
    write('template.json', later);
    for (const name of ['city.json', 'other.json']) {
      expect((await kit('update', place(name), '--take')).code).toBe(0);
    }
    expect(read('city.json').campaign).toEqual(ownSummary.campaign);
    expect(read('other.json').campaign).toEqual({ slug: 'another-city', title: { en: 'Another city' } });
    expect((await kit('check', place('other.json'))).out).toContain(
      'campaign another-city: the kit is right',
    );
  });

  test('that a parent’s loss or a broken parent forbids leaves the file and its kit as they were', async () => {
    await kit('update', place('city.json'), '--take');
    const before = readFileSync(place('city.json'), 'utf8');
    renameSync(place('template.json'), place('away.json'));
    expect(await kit('update', place('city.json'), '--take')).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/template\.json cannot be read\nThe file stays as it was\.\n$/),
    });
    expect(await kit('check', place('city.json'))).toMatchObject({
      code: 0,
      errors: expect.stringContaining('its copy is used'),
    });
    // It takes out what the city's kit needs.
    write(
      'template.json',
      changed((_, whole) => delete whole.petitions),
    );
    expect(await kit('update', place('city.json'), '--take')).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^With these changes:\n(.*\n)*The file stays as it was\.\n$/),
    });
    write('template.json', { ...template, locks: ['campaign['] });
    expect((await kit('update', place('city.json'), '--take')).code).toBe(1);
    expect(readFileSync(place('city.json'), 'utf8')).toBe(before);
  });

  test('says what is locked now although the city has changed it, and what is locked no longer', async () => {
    await kit('update', place('city.json'), '--take');
    write('template.json', { ...template, locks: ['campaign.facts', 'campaign.summary'] });
    const { out } = await kit('update', place('city.json'), '--take');
    expect(out).toContain('campaign.summary.en: locked, so it was taken');
    expect(out).toContain('campaign.norms: is no longer locked');
    expect(read('city.json').campaign).toBeUndefined();
  });
});
