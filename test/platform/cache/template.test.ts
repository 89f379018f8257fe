import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutTemplate, fillTemplate } from '../../../worker/platform/cache/template.ts';
import { fromUtf8 } from '../../../worker/platform/crypto/bytes.ts';

const marks = ['own-token', 'frame=own', '/own.css'];
const filled = (text: string, words: Record<string, string>) =>
  fromUtf8(fillTemplate(cutTemplate(text, marks), words));

test('each mark gives way to its words, as often as it stands there', () => {
  const text = '<a href="?frame=own"><link href="/own.css"><a href="?frame=own"> ¿Por qué?';
  const words = { 'own-token': 'unused', 'frame=own': 'frame=ñ', '/own.css': '' };
  expect(filled(text, words)).toBe('<a href="?frame=ñ"><link href=""><a href="?frame=ñ"> ¿Por qué?');
});

test('what has no mark stays as it is, and so does what looks like one only as a pattern', () => {
  expect(filled('/ownXcss', {})).toBe('/ownXcss');
  expect(fromUtf8(fillTemplate(cutTemplate('own-token', []), {}))).toBe('own-token');
  expect(filled('', {})).toBe('');
});

test('whatever the words are, the rest of the text is whole around them', () => {
  const word = fc.string({ unit: 'grapheme' });
  const between = word.filter((text) => marks.every((mark) => !text.includes(mark)));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(between, fc.constantFrom(...marks)), { maxLength: 8 }),
      fc.record(Object.fromEntries(marks.map((mark) => [mark, word]))),
      (pieces, words) => {
        const text = pieces.map(([before, mark]) => `${before}\n${mark}\n`).join('');
        const expected = pieces.map(([before, mark]) => `${before}\n${words[mark]}\n`).join('');
        expect(filled(text, words)).toBe(expected);
      },
    ),
  );
});
