import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createLateStrings, takeOutIndentation, takeOutStrings } from '../../worker/commands/late-strings.ts';

const folder = mkdtempSync(join(tmpdir(), 'late-strings-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the module exports, evaluated with its strings taken out. */
async function evaluated(source: string) {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.ts`);
  writeFileSync(path, source);
  const strings = createLateStrings();
  const { code } = takeOutStrings(path, strings, 'list');
  const module = `const list = ${JSON.stringify(strings.all())};\n${code}`;
  const exported = await import(`data:text/javascript,${encodeURIComponent(module)}`);
  return { exported: { ...exported } as Record<string, unknown>, code, strings: strings.all() };
}

test('long strings and parts of templates are taken out, once each, and the module says the same', async () => {
  const { exported, code, strings } = await evaluated(`
    const tag = (parts: TemplateStringsArray) => parts.raw.join('');
    const word = 'short';
    const key = 'a key that is computed here';
    type Text = 'a type that is longer than most';
    export const sentence: Text | string = 'a sentence that is long enough';
    export const again = ['a sentence that is long enough', "it's “quoted” \\u{1F600} and long"];
    export const part = \`between \${word} the first and the last \${\`nested in what is \${word} enough\`} part.\`;
    export const lines = \`SELECT one
      FROM somewhere WHERE it is\`;
    export const named = { 'a key that is long and stays': 1, [key]: 2 };
    export const tagged = tag\`a tagged template stays as it is\`;
    export const same = <Value>(value: Value) => value;
    export class Told { 'a name of a method, which stays'() { return 'and what it returns goes out'; } }
  `);
  expect({ ...exported, Told: undefined, told: [] }).toMatchObject({
    sentence: 'a sentence that is long enough',
    again: ['a sentence that is long enough', "it's “quoted” \u{1F600} and long"],
    part: 'between short the first and the last nested in what is short enough part.',
    lines: 'SELECT one\n      FROM somewhere WHERE it is',
    named: { 'a key that is long and stays': 1, 'a key that is computed here': 2 },
    tagged: 'a tagged template stays as it is',
  });
  expect(strings).toHaveLength(new Set(strings).size);
  expect(strings).toContain('a sentence that is long enough');
  expect(code).not.toContain('a sentence that is long enough');
  expect(code).toContain('a tagged template stays as it is');
});

test('any string comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 15, maxLength: 60 }), async (text) => {
      const inTemplate = text.replaceAll(/[\\`$]/g, (one) => `\\${one}`);
      const { exported } = await evaluated(
        `export const plain = ${JSON.stringify(text)}; export const part = \`${inTemplate}\${1}${inTemplate}\`;`,
      );
      const read = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
      expect(exported).toEqual({ plain: text, part: `${read}1${read}` });
    }),
    { numRuns: 50 },
  );
});

test('templates of a store lose their line breaks and indentation, and the lines of the code stay', async () => {
  const path = join(folder, 'indented.ts');
  const source = `
    export const tagged = String.raw\`as it
      is\`;
    const from = (table: string) => \`FROM \${table}
      WHERE id = ?\`;
    export const select = \`
      SELECT name,
        (SELECT 'a  b' \${from(\`one
        AS other\`)})
    \`;
    export const where = new Error().stack;
  `;
  writeFileSync(path, source);
  const { code } = takeOutIndentation(path);
  const exported = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(exported).toMatchObject({
    tagged: 'as it\n      is',
    select: " SELECT name, (SELECT 'a  b' FROM one AS other WHERE id = ?) ",
  });
  const plain = code.split('\n').findIndex((line) => line.includes('stack'));
  expect(exported.where).toContain(`:${plain + 1}:`);
});
