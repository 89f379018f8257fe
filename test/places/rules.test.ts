import { expect, test } from 'vitest';
import { type City, candidateDistricts, parseZip, placeOf } from '../../worker/places/rules.ts';

const name = { en: 'District', es: 'Distrito' };
const city: City = {
  id: 1,
  slug: 'springfield',
  name: 'Springfield',
  region: 'Ohio',
  timeZone: 'America/New_York',
  districtLookupUrl: null,
  districts: [
    { code: '1', name, retired: false },
    { code: '2', name, retired: false },
    { code: '3', name, retired: false },
    { code: '9', name, retired: true },
  ],
  zips: {
    '45501': { 1: 0.93, 2: 0.05 },
    '45502': { 1: 0.62, 3: 0.38 },
    '45503': {},
    '45504': { 2: 0.4 },
    '45505': { 9: 0.95, 1: 0.05 },
  },
};

test.each([
  ['28205', '28205'],
  [' 28205 ', '28205'],
  ['28205-1234', '28205'],
  ['28205 1234', '28205'],
  ['282051234', '28205'],
  ['28205–1234', '28205'],
  ['２８２０５', '28205'],
  ['28205\u200b', '28205'],
  ['\ufeff282\u206005\ufe0f', '28205'],
  ['00501', '00501'],
])('%j is the ZIP %s', (typed, zip) => {
  expect(parseZip(typed)).toEqual({ ok: true, value: zip });
});

test.each([
  '',
  '2820',
  '282055',
  'ABCDE',
  '28205-12',
  '28205-12345',
  'K1A 0B1',
  'SW1A 1AA',
  '2820S',
  '28 205',
  '٢٨٢٠٥',
])('%j is not a ZIP', (typed) => {
  expect(parseZip(typed)).toEqual({ ok: false, error: { reason: 'not-a-zip' } });
});

test('a ZIP that lies in one district for nine tenths is decided', () => {
  expect(candidateDistricts('45501', city)).toEqual({ kind: 'decided', district: '1' });
});

test('a ZIP that is split leaves the districts that share it open', () => {
  expect(candidateDistricts('45502', city)).toEqual({ kind: 'open', districts: ['1', '3'] });
});

test('a ZIP that lies mostly outside the city is open though it reaches into one district only', () => {
  expect(candidateDistricts('45504', city)).toEqual({ kind: 'open', districts: ['2'] });
});

test('a ZIP that nobody has measured leaves every district of today open', () => {
  expect(candidateDistricts('45503', city)).toEqual({ kind: 'open', districts: ['1', '2', '3'] });
});

test('a retired district is never chosen, whatever its share was', () => {
  expect(candidateDistricts('45505', city)).toEqual({ kind: 'open', districts: ['1'] });
});

test('a ZIP on no list that begins like the city’s own leaves the district open, because it may belong to PO boxes', () => {
  expect(candidateDistricts('45599', city)).toEqual({ kind: 'open', districts: ['1', '2', '3'] });
  expect(placeOf('45599', null, city)).toEqual({ ok: true, value: 'unknown' });
  expect(placeOf('45599', '2', city)).toEqual({ ok: true, value: '2' });
  expect(placeOf('45599', 'outside', city)).toEqual({ ok: true, value: 'outside' });
});

test.each(['90210', 'constructor', '__proto__'])('%s is a ZIP outside the city', (zip) => {
  expect(candidateDistricts(zip, city)).toEqual({ kind: 'outside' });
});

test.each([
  ['45501', null, '1'],
  ['45501', '', '1'],
  ['45501', 'unknown', '1'],
  ['45501', '2', '2'],
  ['45501', 'outside', 'outside'],
  ['45502', null, 'unknown'],
  ['45502', '3', '3'],
  ['45503', null, 'unknown'],
  ['45503', '2', '2'],
  ['90210', null, 'outside'],
])('in %s, having chosen %j, a resident counts in %s', (zip, chosen, place) => {
  expect(placeOf(zip, chosen, city)).toEqual({ ok: true, value: place });
});

test.each([
  ['45501', '3', ['1', '2']],
  ['45502', '2', ['1', '3']],
  ['45503', '9', ['1', '2', '3']],
  ['45503', 'toString', ['1', '2', '3']],
  ['90210', '1', []],
])('in %s nobody lives in district %s', (zip, chosen, districts) => {
  expect(placeOf(zip, chosen, city)).toEqual({ ok: false, error: { reason: 'not-one-of', districts } });
});
