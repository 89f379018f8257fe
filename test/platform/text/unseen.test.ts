import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName, foldStreet } from '../../../worker/platform/text/identity.ts';
import { unseen } from '../../support/unseen.ts';

const names = [
  'Ana López',
  'Jo Doe',
  'José Ángel Núñez',
  'Zoë O’Neil',
  'Nguyễn Văn Anh',
  'सुनीता शर्मा',
  'محمد علي',
  'Юрий Ёлкин',
  '김민',
  '김민'.normalize('NFD'),
  'Σοφία Παπάς',
  '李小龍',
  '🙂 Smith',
];

test.each([
  ['a variation selector', '\ufe0f'],
  ['one of the supplement', '\u{e0100}'],
  ['a Mongolian one', '\u180b'],
  ['a Mongolian vowel separator', '\u180e'],
  ['a Khmer vowel that is not drawn', '\u17b5'],
  ['a Braille blank', '\u2800'],
  ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
  ['a joiner of graphemes', '\u034f'],
  ['a tag', '\u{e0041}'],
  ['a soft hyphen', '\u00ad'],
])('%s at the end of a name is no part of it', (_what, character) => {
  expect(foldName(`Jo Doe${character}`)).toBe(foldName('Jo Doe'));
});

test('invisible characters anywhere in a name or a street make no difference', () => {
  const inserted = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...unseen)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...names), inserted, (name, added) => {
      const characters = [...name];
      for (const [at, character] of added) characters.splice(at % (characters.length + 1), 0, character);
      const typed = characters.join('');
      expect(foldName(typed)).toBe(foldName(name));
      expect(foldStreet(`12 ${typed} St.`)).toBe(foldStreet(`12 ${name} St`));
    }),
    { numRuns: 400 },
  );
});

test('names of only invisible characters are compared as typed', () => {
  for (const [one, other] of [
    ['\u2800', '\u3164'],
    ['\ufe0f', '\ufe0f\ufe0f'],
  ] as const) {
    expect(foldName(one)).toBe(one);
    expect(foldName(one)).not.toBe(foldName(other));
  }
});
