import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { aWednesday } from '../support/app.ts';
import { type AnyKit, problemsOf } from '../support/broken-kits.ts';
import { openKit } from '../support/kits.ts';
import { both, kitWithServices, someService, tells } from './support.ts';

/** The safe house of the Charlotte kit. */
const shelter = 1;

/** What an attacker wrote, and what a hurried organizer may write. */
test.each([
  ['A bed. 12 Elm, Charlotte NC 28202, corner of Trade and Tryon.', 'words', 'corner of'],
  ['A bed. https://yandex.com/maps/?ll=-80.84,35.22', 'link', 'https://yandex.com/maps/?ll=-80.84,35.22'],
  ['See wego.here.com/x', 'link', 'wego.here.com/x'],
  ['One Trade Street', 'words', 'Street'],
  ['One Trade, ring twice', 'words', 'One Trade'],
  ['doce Elm', 'words', 'doce Elm'],
  ['1200 E 7th', 'number', '1200'],
  ['1200 Broadway', 'number', '1200'],
  ['1 2 0 0 Broadway', 'number', '1 2 0 0'],
  ['１２００ Broadway', 'number', '1200'],
  ['١٢٠٠ Broadway', 'number', '١٢٠٠'],
  ['Trade Street 1200', 'words', 'Street'],
  ['T r a d e  S t r e e t', 'words', 'T r a d e S t r e e t'],
  ['Trade St., second house', 'words', 'St'],
  ['Calle Ocho', 'words', 'Calle'],
  ['En la esquina de Trade y Tryon', 'words', 'esquina'],
  ['35.22, -80.84', 'number', '35.22, -80.84'],
  ['N 35 13.626 W 80 50.586', 'number', '35 13.626'],
  ['PO Box 12', 'words', 'PO Box'],
  ['P.O. Box twelve', 'words', 'P.O. Box'],
  ['Apartado postal', 'words', 'Apartado'],
  ['Behind the bus station', 'words', 'Behind the'],
  ['///filled.count.soap', 'link', '///filled.count.soap'],
  ['Write to door@example.org', 'link', 'door@example.org'],
])('no text of a shelter holds a place: %s', (text, what, found) => {
  for (const field of ['name', 'offers', 'police_note', 'cost', 'hours', 'area', 'alert', 'checked_by']) {
    const wrong = problemsOf(({ services }) => (services[shelter][field] = { en: 'Quiet', es: text }));
    expect(wrong).toContain(`services[1].${field}.es: ${tells(what, found)}`);
  }
  const named = problemsOf(({ services }) => (services[shelter].phones[0].name = { en: text, es: 'Casa' }));
  expect(named).toContain(`services[1].phones[0].name.en: ${tells(what, found)}`);
});

test.each([
  ['https://wego.here.com/x', 'link', 'wego.here.com'],
  ['https://www.google.com/search?q=1200+Trade', 'link', 'www.google.com'],
  ['https://yandex.com/maps/', 'link', 'yandex.com'],
  ['https://maps.example.org/', 'link', 'maps.example.org'],
  ['https://maps.app.goo.gl/x', 'link', 'maps.app.goo.gl'],
  ['https://bit.ly/x', 'link', 'bit.ly'],
  ['https://example.org/1200-trade', 'number', '1200'],
  ['https://example.org/trade-street', 'words', 'street'],
  ['https://example.org/?house=elm', 'link', '?house=elm'],
])('the website of a shelter leads to no place: %s', (site, what, found) => {
  expect(problemsOf(({ services }) => (services[shelter].site = site))).toEqual([
    `services[1].site: ${tells(what, found)}`,
  ]);
});

test.each([
  'Open 24/7. A room for up to 90 days, for people 18 and older.',
  'Abierto las 24 horas. Una habitación hasta por 90 días, mayores de 18 años.',
  'Monday to Friday, 9 am to 5:30 p.m. With St. Vincent’s and Dr. Ruiz of the court.',
  'A safe place in Charlotte, and the way to it when you call.',
])('a text without a place stays one: %s', (text) => {
  expect(problemsOf(({ services }) => (services[shelter].offers = { en: text, es: text }))).toEqual([]);
});

const unmarked = (spoken: string, what: string) =>
  `tells a place, and the entry speaks of “${spoken}”: mark it as a shelter, or take out ${what}`;

test.each([
  ['A shelter at 1200 Trade Street', 'shelter', '“Street”'],
  ['A safe house, ring at 1200 Trade', 'safe house', '“1200”'],
  ['Un refugio en la calle Ocho', 'refugio', '“calle”'],
  ['Casa segura en la esquina de Trade', 'Casa segura', '“esquina”'],
  ['Un albergue: https://yandex.com/maps/?ll=1', 'albergue', '“https://yandex.com/maps/?ll=1”'],
])('what reads as a shelter and is not marked as one holds no place either: %s', (text, spoken, what) => {
  const wrong = problemsOf(({ services }) => (services[2].offers = { en: text, es: 'Ayuda' }));
  expect(wrong).toContain(`services[2].offers.en: ${unmarked(spoken, what)}`);
});

test('what reads as a shelter has no address, but telephones and a website', () => {
  const offers = { en: 'Finds you a shelter.', es: 'Le encuentra un refugio.' };
  const address = { line: '1 Main', city: 'A', state: 'NC', zip: '28202' };
  expect(problemsOf(({ services }) => Object.assign(services[2], { offers, address }))).toEqual([
    `services[2].address: ${unmarked('shelter', 'the place')}`,
  ]);
  const hours = { en: 'Call 211 at any hour', es: 'Llame al 211' };
  const site = 'https://211.example.org';
  const withoutPlace = ({ services }: AnyKit) => {
    delete services[2].address;
    delete services[2].coordinates;
    delete services[2].map_link;
    Object.assign(services[2], { offers, hours, site });
  };
  expect(problemsOf(withoutPlace)).toEqual([]);
});

test('a kit with the place of a shelter is not opened', async () => {
  const kit = kitWithServices([someService({ needs: ['shelter'], offers: both('1200 Broadway') })]);
  const refused = await openKit(env.DB, kit, aWednesday);
  expect(refused).toEqual({
    ok: false,
    error: ['en', 'es'].map((language) => {
      return { path: `services[0].offers.${language}`, message: tells('number', '1200') };
    }),
  });
});
