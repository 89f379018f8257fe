import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readKitFile } from '../../worker/commands/kit-file.ts';
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

const folder = mkdtempSync(join(tmpdir(), 'undersigned-text-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

function kitFile(text: string): string {
  const file = join(folder, 'kit.json');
  writeFileSync(file, text);
  return file;
}

test('a key that a kit has twice is told by its path, instead of taking the last one', () => {
  const text = String.raw`{
    "kit": 1, "a\"b": [], "list": [1, {"x": "\"kit\": 2"}, {"title": {"en": "A", "es": "B", "en" : "C"}}],
    "petitions": [{"title": "one", "links": [], "title": "two"}], "kit": 1
  }`;
  expect(readKitFile(kitFile(text))).toEqual({
    ok: false,
    error: ['list[2].title.en', 'petitions[0].title', 'kit'].map(
      (path) => `${path}: is there twice. Keep one of them`,
    ),
  });
});

test('no other JSON is told to have a key twice', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(readKitFile(kitFile(JSON.stringify(json, null, 1)))).toEqual({
        ok: true,
        value: JSON.parse(JSON.stringify(json)),
      });
    }),
    { numRuns: 50 },
  );
});
