import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanAddress } from '../../../worker/platform/http/clean-address.ts';
import { testApp } from '../../support/app.ts';
import { openPetition } from '../../support/factories.ts';

const cleaned = (address: string) => {
  const { pathname, search } = new URL(address, 'http://site');
  return cleanAddress(pathname, search);
};

test.each([
  ['/petitions/a/', '/petitions/a'],
  ['/s/BUS-4//', '/s/BUS-4'],
  ['/confirm/AbC_-/', '/confirm/AbC_-'],
  ['/confirm/AbC_-.', '/confirm/AbC_-'],
  ['/confirm/AbC_->', '/confirm/AbC_-'],
  ['/s/BUS-4).', '/s/BUS-4'],
  ['/s/BUS-4”', '/s/BUS-4'],
  ['/s/BUS-4…', '/s/BUS-4'],
  ['/petitions/a/?source=poster', '/petitions/a?source=poster'],
  ['/petitions/a?source=poster?fbclid=x', '/petitions/a?source=poster'],
  ['/petitions/a?source=poster%3Ffbclid%3Dx', '/petitions/a?source=poster'],
  ['/petitions/a?source=poster?lang=es', '/petitions/a?source=poster&lang=es'],
  ['/petitions/a?lang=es&amp;source=poster', '/petitions/a?lang=es&source=poster'],
  ['/petitions/a?&amp;source=poster', '/petitions/a?source=poster'],
  ['/petitions/a?amp;source=poster', '/petitions/a?source=poster'],
  ['/petitions/a?lang=es&amp;amp;source=poster', '/petitions/a?lang=es&source=poster'],
  ['/petitions/a?fbclid=Iw_1&lang=es&utm_source=x&gclid=1', '/petitions/a?lang=es'],
  ['/petitions/a?source=poster.', '/petitions/a?source=poster'],
  ['/petitions/a?', '/petitions/a'],
  ['/?fbclid=x', '/'],
  ['/.', '/'],
])('%s leads to %s', (address, clean) => {
  expect(cleaned(address)).toBe(clean);
});

test.each([
  '/',
  '/petitions/a',
  '/tallies/AbC-_.csv',
  '/petitions/a?lang=es&source=poster',
  '/surveys/a?answer.fund=no&answer.sure=5',
  '/oembed?url=https%3A%2F%2Fsite%2Fpetitions%2Fa%3Fsource%3Dposter&format=json',
  '/oembed?url=https://site/petitions/a?source=poster',
  '/outbox?to=maria%40example.org',
])('%s is clean', (address) => {
  expect(cleaned(address)).toBe(address);
});

test('the result is clean, and never another site’s address', () => {
  const part = fc.constantFrom(
    '/',
    '//',
    '.',
    ')',
    'a',
    'b-1',
    '?',
    '&',
    '&amp;',
    'amp;',
    'x=1',
    'fbclid=2',
    '%20',
    '://',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const [pathname = '', ...rest] = `/${parts.join('')}`.split('?');
      const search = rest.length > 0 ? `?${rest.join('?')}` : '';
      const clean = cleanAddress(pathname, search);
      if (clean.startsWith('//')) expect(clean.startsWith(pathname)).toBe(true);
      const [again = '', ...more] = clean.split('?');
      expect(cleanAddress(again, more.length > 0 ? `?${more.join('?')}` : '')).toBe(clean);
    }),
    { numRuns: 300 },
  );
});

test('a reader reaches the page, without a redirect loop', async () => {
  const app = testApp();
  const { action } = await openPetition(env.DB);
  for (const suffix of ['/', '.', '/?source=poster?fbclid=x', '?fbclid=x&amp;source=poster']) {
    const led = await app.request(`/petitions/${action.slug}${suffix}`);
    expect(led.status).toBe(301);
    const to = led.headers.get('location') ?? '';
    expect(to).toBe(`/petitions/${action.slug}${suffix.includes('source') ? '?source=poster' : ''}`);
    expect((await app.request(to)).status).toBe(200);
  }
  for (const nowhere of ['/petitions/', '//evil.example/', '//']) {
    expect((await app.request(nowhere)).status, nowhere).toBe(404);
  }
});
