import { expect, test } from 'vitest';
import { unreadableTexts } from '../../worker/kits/character-rules.ts';

test.each([
  ['a null', 'Ab\u0000c', 'holds a character that nobody sees (U+0000) after “Ab”. Take it out'],
  [
    'an escape',
    '\u001b[31m',
    'holds a character that nobody sees (U+001B) at the beginning of a line. Take it out',
  ],
  [
    'an override of direction',
    'Pay \u202e05$',
    'holds a character that nobody sees (U+202E) after “Pay ”. Take it out',
  ],
  ['an isolate', 'a\u2066b', 'holds a character that nobody sees (U+2066) after “a”. Take it out'],
  ['a mark of direction', 'a\u200fb', 'holds a character that nobody sees (U+200F) after “a”. Take it out'],
  ['a separator of lines', 'a\u2028b', 'holds a character that nobody sees (U+2028) after “a”. Take it out'],
  ['half a character', 'a\ud83d', 'holds a character that nobody sees (U+D83D) after “a”. Take it out'],
  [
    'a carriage return alone',
    'one\ntwo\rthree',
    'holds a carriage return without a line feed (U+000D) after “two”. Take it out',
  ],
  [
    'what stands for a lost letter',
    'Pe\ufffda',
    'holds � (U+FFFD) after “Pe”. A letter was lost when the text was saved in another encoding. Type it again',
  ],
])('%s in a text of a kit is refused, and where it is', (_what, text, message) => {
  expect(unreadableTexts({ petitions: [{ text: { en: text } }] })).toEqual([
    { path: 'petitions[0].text.en', message },
  ]);
});

test('lines of Windows, tabs, accents, emoji and other scripts are fine', () => {
  expect(unreadableTexts({ a: 'one\r\ntwo\n\tthree', b: ['Peña 👩‍👧 عربى 👍🏽'], c: 1, d: null })).toEqual(
    [],
  );
});
