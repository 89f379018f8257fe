import { micromark } from 'micromark';
import { describe, expect, test } from 'vitest';
import template from '../../worker/kits/template.json';
import { type City, candidateDistricts } from '../../worker/places/rules.ts';
import charlotte from '../support/charlotte.json';
import { parseKit } from '../support/kits.ts';
import { readingGrade, wordsOf } from '../support/reading-grade.ts';

type Text = { en: string; es: string };
const texts = textsIn(charlotte, '');
const body = charlotte.petitions[0]!.text;

test('the Charlotte kit is right', () => {
  expect(parseKit(charlotte)).toMatchObject({ ok: true });
});

test('it asks who can decide: a mayor, seven districts, four at large, and six votes carry it', () => {
  const { seats, majority } = charlotte.council;
  expect(seats.length).toBe(12);
  expect(seats.filter((seat) => 'district' in seat).length).toBe(7);
  expect(majority).toBe(6);
});

test('it claims no share of today’s districts, which nobody has measured', () => {
  expect(Object.values(charlotte.city.zips).filter((shares) => Object.keys(shares).length > 0)).toEqual([]);
});

test('its ZIPs are the areas that the county’s map has for Charlotte, and the one of PO boxes that is known', () => {
  const ofMap = [
    ...[
      '28202',
      '28203',
      '28204',
      '28205',
      '28206',
      '28207',
      '28208',
      '28209',
      '28210',
      '28211',
      '28212',
      '28213',
    ],
    ...[
      '28214',
      '28215',
      '28216',
      '28217',
      '28223',
      '28226',
      '28227',
      '28262',
      '28269',
      '28270',
      '28273',
      '28277',
    ],
    '28278',
  ];
  expect(Object.keys(charlotte.city.zips)).toEqual([...ofMap, '28219'].sort());
  const city = {
    districts: charlotte.city.districts.map(({ code }) => ({ code })),
    zips: charlotte.city.zips,
  };
  // What is on no map and in no list is asked all the same, as long as it begins like the others.
  expect(candidateDistricts('28256', city as unknown as City).kind).toBe('open');
});

test('its committees are at example.org', () => {
  const domains = charlotte.council.committees.map(({ contact_email }) => contact_email.split('@')[1]);
  expect(new Set(domains)).toEqual(new Set(['example.org']));
});

describe('its petition', () => {
  test.each(['en', 'es'] as const)('has 250 to 400 words in %s', (language) => {
    const words = wordsOf(body[language]).length;
    expect(words).toBeGreaterThanOrEqual(250);
    expect(words).toBeLessThanOrEqual(400);
  });

  test('has the same headings, points and paragraphs in both languages', () => {
    const shape = (markdown: string) => micromark(markdown).match(/<(h\d|li|p)\b/g);
    expect(shape(body.es)).toEqual(shape(body.en));
  });

  test.each(['en', 'es'] as const)('names the hotline in %s', (language) => {
    expect(body[language]).toContain('1-888-373-7888');
  });
});

describe.each([
  ['the Charlotte kit', texts],
  ['the template', textsIn(template, '')],
])('the texts of %s', (_name, written) => {
  // Long names cannot be made simpler, so they do not count.
  const named = /Charlotte-Mecklenburg|Committee on \w+ (and )?\w+|North Carolina|Pennsylvania/g;
  const english = written.map(([path, { en }]) => [path, en.replace(named, 'Town')] as const);

  test.each(english.filter(([, en]) => wordsOf(en).length >= 20))('read at grade 8 in %s', (_path, en) => {
    expect(readingGrade(en)).toBeLessThanOrEqual(8);
  });

  test('read well under grade 8 as a whole', () => {
    expect(readingGrade(english.map(([, en]) => en).join('\n'))).toBeLessThanOrEqual(7);
  });

  test('shout at nobody', () => {
    expect(written.filter(([, { en, es }]) => /[!¡]/.test(en + es))).toEqual([]);
  });

  test('are Spanish in Spanish, say usted, and open what they close', () => {
    const wrong = written.filter(([path, { en, es }]) => {
      const isName = /sources?(\.\d+)?\.name$/.test(path);
      const left = wordsOf(en).length >= 6 && en === es;
      const spanish = es.replace('Center for Law and Policy', '');
      return (
        left ||
        es.includes('?') !== es.includes('¿') ||
        (!isName && /\b(tú|tu|tus|ti|the|and)\b/i.test(spanish))
      );
    });
    expect(wrong).toEqual([]);
  });
});

function textsIn(value: unknown, path: string): [string, Text][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'es' in value) return [[path, value as Text]];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, path ? `${path}.${key}` : key));
}
