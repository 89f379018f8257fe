import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionAt,
  ancestorsOf,
  counterSize,
  frameOptionsOf,
  frameQuery,
  oembedQuery,
  ownQuery,
  seenHost,
  sharedQuery,
  shortCodeAt,
} from '../../worker/embeds/rules.ts';

const known = [{ slug: 'church-form', name: { en: '', es: '' }, kind: 'embed' as const, partner: null }];
const readAll = (query: Record<string, string>) => frameOptionsOf(frameQuery.parse(query), known);
const read = (query: string) => readAll(Object.fromEntries(new URLSearchParams(query)));

describe('what a site says of its frame', () => {
  test('is taken where it is right', () => {
    const query =
      'source=church-form&lang=es&accent=1A5c8a&compact=1&progress=off&isolated=1&id=u2&host=https://church.example';
    expect(read(query)).toEqual({
      source: 'church-form',
      language: 'es',
      accent: '1a5c8a',
      isCompact: true,
      hasProgress: false,
      scheme: 'light',
      isIsolated: true,
      id: 'u2',
      host: 'https://church.example',
    });
  });

  test.each([
    ['source', '<script>', 'other'],
    ['source', 'nobody-knows-it', 'other'],
    ['lang', 'xx"><script>', null],
    ['accent', 'red;}body{display:none', null],
    ['accent', '12345', null],
    ['id', '"><img src=x>', null],
    ['id', 'x'.repeat(41), null],
    ['host', 'javascript:alert(1)', null],
    ['host', 'https://church.example/path', null],
    ['host', '*', null],
  ])('a %s of %s is dropped', (field, value, becomes) => {
    const options = read(new URLSearchParams({ [field]: value }).toString());
    const name = field === 'lang' ? 'language' : field;
    expect(options[name as keyof typeof options]).toBe(becomes);
  });

  test('comes back from its own query as it was, whatever it was', () => {
    const field = fc.constantFrom('source', 'lang', 'accent', 'compact', 'progress', 'id', 'host');
    fc.assert(
      fc.property(fc.dictionary(field, fc.string()), (given) => {
        const options = readAll(given);
        const query = `${sharedQuery(options)}&${ownQuery(options)}`;
        expect(query).toMatch(/^[A-Za-z0-9=&%.:_*+-]*$/);
        expect(read(query)).toEqual({
          ...options,
          source: options.source === 'direct' ? '' : options.source,
        });
      }),
    );
  });
});

describe('the sites of a list', () => {
  test('are named with www, over https alone in production', () => {
    expect(
      ancestorsOf(['example.org', '*.example.net', 'www.example.com', '127.0.0.1:8080'], { https: true }),
    ).toEqual([
      'https://example.org',
      'https://www.example.org',
      'https://*.example.net',
      'https://www.example.com',
      'https://127.0.0.1:8080',
    ]);
    expect(ancestorsOf(['127.0.0.1:8080'], { https: false })).toEqual([
      'https://127.0.0.1:8080',
      'http://127.0.0.1:8080',
    ]);
  });
});

test('a host is recorded only if a browser says that it is a frame on another site', () => {
  const own = 'https://petitions.example.org';
  const seen = (referer: string | undefined, dest: string | undefined = 'iframe') =>
    seenHost({ referer, dest }, own);
  expect(seen('https://church.example/join?name=Ana')).toBe('church.example');
  expect(seen('https://church.example/', 'document')).toBeNull();
  expect(seen(`${own}/petitions/x/embed`)).toBeNull();
  expect(seen('about:blank')).toBeNull();
  expect(seen(undefined)).toBeNull();
});

test('only an address of an action of this very site is one', () => {
  const at = (address: string) => actionAt(address, 'https://petitions.example.org', ['petition', 'survey']);
  expect(at('https://petitions.example.org/petitions/roads?source=church&x=1')).toEqual({
    kind: 'petition',
    slug: 'roads',
    source: 'church',
    language: null,
  });
  expect(at('https://petitions.example.org/petitions/roads?lang=es')?.language).toBe('es');
  expect(at('https://petitions.example.org/embed/surveys/budget')?.kind).toBe('survey');
  for (const address of [
    'https://petitions.example.org.evil.example/petitions/roads',
    'https://petitions.example.org@evil.example/petitions/roads',
    'https://me:pass@petitions.example.org/petitions/roads',
    'http://petitions.example.org/petitions/roads',
    'https://petitions.example.org/my/token',
    'https://petitions.example.org/campaigns/roads',
    'https://petitions.example.org/petitions/roads/thank-you',
    '/petitions/roads',
    'nothing',
  ]) {
    expect(at(address), address).toBeNull();
  }
});

test('a short address of this site has its code', () => {
  const at = (address: string) => shortCodeAt(address, 'https://petitions.example.org');
  expect(at('https://petitions.example.org/s/Flyer?lang=es')).toBe('flyer');
  expect(at('https://petitions.example.org/petitions/roads')).toBeNull();
  expect(at('https://other.example/s/flyer')).toBeNull();
});

test('a counter takes no more room than it is given', () => {
  const most = (given: Record<string, string>) => oembedQuery.parse(given).most;
  const ask = 'Do the small thing';
  const hasExit = false;
  expect(counterSize(most({ maxwidth: '300', maxheight: '200' }), { ask, hasExit })).toEqual({
    width: 300,
    height: 200,
  });
  const free = counterSize(most({ maxwidth: '-1', maxheight: '0' }), { ask, hasExit });
  expect(free.width).toBe(480);
  expect(counterSize(most({}), { ask: ask.repeat(9), hasExit }).height).toBeGreaterThan(free.height);
});
