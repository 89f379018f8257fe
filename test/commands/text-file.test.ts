import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../../worker/commands/text-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const withMark = (text: string) => Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(text));
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

test('a text of any letters comes as it was saved: with a mark, without one, or as Windows calls Unicode', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.startsWith('\uFEFF'));
      for (const bytes of [utf8(text), withMark(text), utf16(text)]) {
        expect(textOf(bytes, 'kit.json')).toEqual({ ok: true, value: text });
      }
    }),
  );
});

test('Latin-1 is refused, with the line', () => {
  const refused = (line: number) => ({
    ok: false,
    error: `kit.json, line ${line}: some letters are not UTF-8. Save the file again with the encoding UTF-8.`,
  });
  expect(textOf(latin1('{\r\n  "es": "¿Está de acuerdo?"\r\n}'), 'kit.json')).toEqual(refused(2));
  expect(textOf(latin1('peña'), 'kit.json')).toEqual(refused(1));
  expect(textOf(latin1('a\nb\n\né\n'), 'kit.json')).toEqual(refused(4));
});
