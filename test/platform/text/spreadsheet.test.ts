import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { spreadsheet, spreadsheetStream } from '../../../worker/platform/text/spreadsheet.ts';

const cellsOf = (csv: string) =>
  Papa.parse<{ text: string }>(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data.map(
    ({ text }) => text,
  );

test.each([
  ...['1-5', '3/4', '00123', '12:30', '1E5', '3-May', 'March 3', '12345678901234567', '2026-11'],
  ...['June 5, 2027', '1 1/2', '25%', '$5', '(5)', '1.10', '1,000', 'TRUE'],
])('%s stays a text where a spreadsheet would make something else of it', (text) =>
  expect(cellsOf(spreadsheet(['text'], [{ text }]))).toEqual([`\t${text}`]),
);

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1+1'])('%s is no formula', (text) =>
  expect(cellsOf(spreadsheet(['text'], [{ text }]))).toEqual([`'${text}`]),
);

test.each([
  '1',
  '0',
  '0.5',
  '2026-11-08',
  '2026-W45',
  'District 1',
  '5 of 6',
  '$5 a month',
  'no-partner',
  'May we',
])('%s stays as it is', (text) => expect(cellsOf(spreadsheet(['text'], [{ text }]))).toEqual([text]));

test('numbers below zero stay numbers', () => {
  expect(spreadsheet(['n'], [{ n: -5 }])).toContain('\r\n-5\r\n');
});

test('a failure after the first page ends the download with an error, and not as if it were complete', async () => {
  async function* pages() {
    yield [{ text: 'one' }];
    throw new Error('the database is gone');
  }
  const body = spreadsheetStream(['text'], pages());
  await expect(new Response(body).text()).rejects.toThrow('the database is gone');
});
