import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { codesOn, hasFinders } from '../support/qr.ts';
import { openShared } from './support.ts';

const site = 'https://petitions.example.org';

function expectedCode(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: 0 }).data;
}

describe('what is printed', () => {
  test.each([
    ['poster', 'wall', 1],
    ['flyer', 'flyer', 11],
    ['handbill', 'flyer', 4],
  ])('a %s has codes that lead to the petition from %s', async (print, source, codes) => {
    const { print: get, petition } = await openShared();
    const page = await (await get(print)).text();
    const found = codesOn(page);
    expect(found.length).toBe(codes);
    for (const code of found) {
      expect(code.dark).toEqual(expectedCode(`${site}/petitions/${petition}?source=${source}`));
      expect(code.quiet).toBe(4);
      expect(hasFinders(code)).toBe(true);
    }
  });

  test.each(['poster', 'flyer', 'handbill'])(
    'a %s says the fact, its source, the ask, the hashtag, the address and where there is help',
    async (print) => {
      const { print: get, petition } = await openShared();
      const page = await (await get(print, { lang: 'es', paper: 'a4' })).text();
      const text = page.replace(/<[^>]+>/g, '');
      expect(page).toContain('class="page a4"');
      expect(page).toContain('<html lang="es">');
      for (const said of [
        '9 in 10',
        'say that it is so.',
        'A survey (es), 2020',
        'Do the small thing (es)',
        '#Small',
        `petitions.example.org/petitions/${petition}`,
        'If you need help (es): 1-800-555-0100',
      ])
        expect(text).toContain(said);
    },
  );

  test('of a survey uses its short address', async () => {
    const { print, survey } = await openShared();
    const page = await (await print('poster', { action: survey })).text();
    const short = `${site}/s/${survey.replace('-survey', '-wall')}`;
    expect(codesOn(page)[0]?.dark).toEqual(expectedCode(short));
    expect(page.replace(/<[^>]+>/g, '')).toContain(short.replace('https://', ''));
  });

  test('carries the source of a partner that picked it', async () => {
    const { print, petition } = await openShared();
    const page = await (await print('flyer', { source: 'choir-poster' })).text();
    const address = `${site}/petitions/${petition}?source=choir-poster`;
    expect(codesOn(page)[0]?.dark).toEqual(expectedCode(address));
  });

  test('is kept out of search, can be left at once and loads its own style only here', async () => {
    const { print, share } = await openShared();
    const page = await (await print('poster')).text();
    expect(page).toContain('name="robots" content="noindex"');
    expect(page).toContain('data-exit');
    expect(page).toContain('/assets/posters-');
    expect(page).not.toMatch(/ style=/);
    expect(await share()).toContain('/assets/posters-');
  });

  test('is nothing that there is not', async () => {
    const { print, survey, app, campaign } = await openShared();
    expect((await print('banner')).status).toBe(404);
    expect((await print('poster', { action: 'nothing-here' })).status).toBe(404);
    expect((await print('sheet', { action: survey })).status).toBe(404);
    expect((await app.request(`/campaigns/${campaign}/print/poster`)).status).toBe(404);
    app.setNow('2027-07-02T12:00:00Z');
    expect((await print('poster')).status).toBe(404);
  });
});

describe('a sheet to sign on', () => {
  test('gets a code of its own each time, which stays in its address', async () => {
    const { print, app } = await openShared();
    const codes = await Promise.all(
      [1, 2].map(async () => {
        const answer = await print('sheet', { pages: '2', lang: 'es' });
        expect(answer.status).toBe(302);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        const to = answer.headers.get('location') ?? '';
        const page = await (await app.request(to)).text();
        const code = new URL(to, site).searchParams.get('sheet') ?? '';
        expect(page).toContain(`Hoja ${code}`);
        expect(page).toContain('Página 2 de 2');
        return code;
      }),
    );
    expect(codes[0]).not.toBe(codes[1]);
  });

  test('numbers its lines through, says which page it is, and its code says sheet and page', async () => {
    const { print, petition } = await openShared();
    const page = await (await print('sheet', { sheet: '2222-2222', pages: '3', paper: 'letter' })).text();
    const lines = [...page.matchAll(/<th scope="row">(\d+)<\/th>/g)].map(([, n]) => Number(n));
    expect(lines).toEqual(Array.from({ length: 36 }, (_, index) => index + 1));
    const pages = [...page.matchAll(/Page (\d) of (\d)/g)].map(([said]) => said);
    expect(pages).toEqual(['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3']);
    const address = `${site}/petitions/${petition}?source=paper&sheet=2222-2222&page=2`;
    expect(codesOn(page)[1]?.dark).toEqual(expectedCode(address));
  });

  test('has fifteen lines on the longer paper, and says who collects and what becomes of a name', async () => {
    const { print } = await openShared();
    const page = await (await print('sheet', { sheet: '2222-2222', paper: 'a4' })).text();
    expect([...page.matchAll(/<th scope="row">/g)].length).toBe(15);
    const text = page.replace(/<[^>]+>/g, '');
    for (const said of [
      'Given name',
      'Family name',
      'ZIP',
      'Signature',
      'Date',
      'A petition of A small campaign, Riverton',
      'organizers@example.org',
      'Email (optional)',
      'they count as signatures on paper, beside those confirmed online.',
    ])
      expect(text).toContain(said);
    // The sheet must not ask for things that nobody would keep.
    expect(text).not.toMatch(/Show my name|Keep me informed/);
  });

  test.each([
    ['0', 1],
    ['-3', 1],
    ['1e9', 20],
    ['many', 1],
    ['2.5', 1],
  ])('asked for %s pages has %i', async (pages, expected) => {
    const { print } = await openShared();
    const page = await (await print('sheet', { sheet: '2222-2222', pages })).text();
    expect([...page.matchAll(/class="signing"/g)].length).toBe(expected);
  });

  test('with a code that is none gets another', async () => {
    const { print } = await openShared();
    const answer = await print('sheet', { sheet: '<b>"x' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toMatch(/sheet=[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/);
  });
});
