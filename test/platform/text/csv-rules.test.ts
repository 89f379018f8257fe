import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../../worker/platform/text/csv-rules.ts';

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '|', '\r', '\n', "'") });
const tables = fc
  .integer({ min: 2, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 5 }),
  );
const filled = (rows: string[][]) => rows.filter((row) => row.some((one) => one.trim() !== ''));

test('what we write is read by another program as it was', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      expect(Papa.parse(writeCsv(rows).slice(0, -2), { delimiter: ',', newline: '\r\n' }).data).toEqual(rows);
    }),
  );
});

test.each([',', ';', '\t', '|'])(
  'a file that separates its cells by %j is read as it was written',
  (delimiter) => {
    fc.assert(
      fc.property(tables, fc.constantFrom('\r\n', '\n', '\r'), (rows, newline) => {
        const head = ['First', 'Last', 'Email', 'ZIP'].slice(0, rows[0]!.length);
        const text = Papa.unparse([head, ...Array.from({ length: 9 }, () => head), ...rows], {
          delimiter,
          newline,
          quotes: true,
        });
        expect(readCsv(text).slice(10)).toEqual(filled(rows));
      }),
    );
  },
);

test.each([
  [
    'a,b\n\n , \n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\n1,',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'name;town\nAna;"Charlotte, NC"',
    [
      ['name', 'town'],
      ['Ana', 'Charlotte, NC'],
    ],
  ],
  [
    'a,b\nsay "hi",2',
    [
      ['a', 'b'],
      ['say "hi"', '2'],
    ],
  ],
  [
    'a,b\n"say "hi" now",2',
    [
      ['a', 'b'],
      ['say "hi" now', '2'],
    ],
  ],
  ['a,b\n"never closed,2\n3,4', [['a', 'b'], ['never closed,2\n3,4']]],
  ['email\nana@example.org', [['email'], ['ana@example.org']]],
  ['', []],
])('%j', (text, rows) => expect(readCsv(text)).toEqual(rows));

test('an empty cell, nothing and a number', () => {
  expect(writeCsv([['', null, undefined, -5, true]])).toBe(',,,-5,true\r\n');
});
