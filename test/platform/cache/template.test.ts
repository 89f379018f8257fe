import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutTemplate, fillTemplate } from '../../../worker/platform/cache/template.ts';
import { fromUtf8 } from '../../../worker/platform/crypto/bytes.ts';

const marks = ['own-token', 'frame=own', '/own.css'];
const filled = (text: string, words: Record<string, string>) =>
  fromUtf8(fillTemplate(cutTemplate(text, marks), words));

test('each mark is replaced by its text, as often as it occurs', () => {
  const text = '<a href="?frame=own"><link href="/own.css"><a href="?frame=own"> ¿Por qué?';
  const words = { 'own-token': 'unused', 'frame=own': 'frame=ñ', '/own.css': '' };
  expect(filled(text, words)).toBe('<a href="?frame=ñ"><link href=""><a href="?frame=ñ"> ¿Por qué?');
});

test('a text without marks is unchanged, also where it only matches a mark as a pattern', () => {
  expect(filled('/ownXcss', {})).toBe('/ownXcss');
  expect(fromUtf8(fillTemplate(cutTemplate('own-token', []), {}))).toBe('own-token');
  expect(filled('', {})).toBe('');
});

test('whatever is filled in, the rest of the text is unchanged', () => {
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
