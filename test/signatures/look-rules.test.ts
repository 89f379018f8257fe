import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestAtOnce, marksOf } from '../../worker/moderation/mark-rules.ts';
import { changedWord, publicWord } from '../../worker/signatures/look-rules.ts';
import { unseen } from '../support/unseen.ts';

const waits = { look: 'waiting', text: null };
const nothing = { look: null, text: null };
const atOnce = { looks: 'at-once' as const, heldWords: [] as string[] };
const afterALook = { looks: 'after-a-look' as const, heldWords: [] as string[] };

describe('a campaign that shows names at once holds back', () => {
  test.each([
    'https://spam.example',
    'Buy at spam.example today',
    'www spam',
    'me@spam.example',
    'Spam．example',
    'Spam。example',
    'Call 555',
    'Ana ٣',
    'evil\u2060.com',
    'evil.\u200bcom',
    'evil .com',
    'evil‧com',
    'evil·com',
    'evil․com',
    'mailto:x',
    'Louis Ⅻ',
    'Ana ①',
    `Ana${'\u0301\u0323\u0330'.repeat(19)}`,
    'Ana ﷽',
    'ﷺ'.repeat(10),
    'Ana ★',
    'A'.repeat(longestAtOnce + 1),
  ])('%j', (name) => {
    expect(publicWord(name, 'name', atOnce)).toEqual(waits);
  });

  test.each(['See evil.com', 'mailto:x', 'evil‧com', 'Room 5', 'So\u200b it is', 'Yes ❤'])(
    'the comment %j',
    (comment) => {
      expect(publicWord(comment, 'comment', atOnce)).toEqual(waits);
    },
  );

  test('whatever holds a character that nobody sees, wherever it is', () => {
    const character = fc.constantFrom(...unseen.filter((one) => !/[ \n]/.test(one.normalize('NFKC'))));
    fc.assert(
      fc.property(character, fc.nat(12), fc.constantFrom('name', 'comment'), (one, at, kind) => {
        const text = `${'Ana de Leon'.slice(0, at)}${one}${'Ana de Leon'.slice(at)}`;
        expect(publicWord(text, kind, atOnce)).toEqual(waits);
      }),
      { numRuns: 200 },
    );
  });

  test('a long comment', () => {
    expect(publicWord('x'.repeat(longestAtOnce + 1), 'comment', atOnce)).toEqual(waits);
  });
});

test.each([
  'Ana López',
  'J. R. Smith',
  'José Ma. O’Neil-Vega',
  '李 明',
  'Владимир Ильич',
  'Martin L. King, Jr.',
  'सुनीता शर्मा',
  'Nguyễn Văn Anh',
  'ที่รัก',
  '金\u00a0正',
  'María José (Pepa) Núñez',
])('the name %j is held back by nothing', (name) =>
  expect(marksOf(name, { shape: 'name', heldWords: [] })).toEqual([]),
);

test.each([
  'I live here: it matters!',
  '¿Por qué? Por mis hijos; y por mí…',
  'One line\nand another and so on.',
])('the comment %j is held back by nothing', (comment) =>
  expect(marksOf(comment, { shape: 'sentence', heldWords: [] })).toEqual([]),
);

test('after a look is the rule for everything else', () => {
  expect(publicWord('Ana', 'name', afterALook)).toEqual(waits);
  expect(publicWord('', 'name', atOnce)).toEqual(nothing);
  expect(publicWord('Ana', 'name', atOnce)).toEqual({ look: 'shown', text: 'Ana' });
});

describe('a correction', () => {
  const how = { rules: atOnce, isConfirmed: true } as const;

  test('of something else leaves what an organizer decided', () => {
    expect(changedWord({ wanted: 'Ana', look: 'shown' }, 'Ana', 'name', how)).toBeNull();
    expect(changedWord({ wanted: 'Ana', look: 'hidden' }, 'Ana', 'name', how)).toBeNull();
    expect(changedWord({ wanted: '', look: null }, '', 'name', how)).toBeNull();
  });

  test('waits again, even where names are shown at once', () => {
    expect(changedWord({ wanted: 'Ana', look: 'shown' }, 'Anna', 'name', how)).toEqual(waits);
    expect(changedWord({ wanted: '', look: null }, 'Ana', 'name', how)).toEqual(waits);
    expect(changedWord({ wanted: 'Ana', look: 'hidden' }, '', 'name', how)).toEqual(nothing);
  });

  test('before it is confirmed is what its owner wants to show in the first place', () => {
    const word = changedWord({ wanted: 'Ana', look: 'shown' }, 'Anna', 'name', {
      ...how,
      isConfirmed: false,
    });
    expect(word).toEqual({ look: 'shown', text: 'Anna' });
  });
});

describe('a word of the campaign’s own list', () => {
  const rules = { looks: 'at-once' as const, heldWords: ['rat', 'Traitor', 'puta madre'] };

  test.each(['You Traitor', 'traïtors', 't.r.a.i.t.o.r', 'PUTA  MADRE', 'What a rat'])(
    'holds back %j',
    (comment) => {
      expect(publicWord(comment, 'comment', rules)).toEqual(waits);
    },
  );

  test.each(['We rate this', 'My mother'])('does not hold back %j', (comment) => {
    expect(publicWord(comment, 'comment', rules)).toMatchObject({ look: 'shown' });
  });
});
