import { utf8 } from '../crypto/bytes.ts';
import { logFailure } from '../log.ts';
import { writeCsv } from './csv-rules.ts';

/** A cell that a spreadsheet would read as a formula. Only texts are checked, so a negative number stays a number. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)';
/**
 * Texts that a spreadsheet would turn into another number, a date or a time. Whole ISO dates are left, because they may
 * become dates.
 */
const altered = [
  /^0\d/,
  /^\d{16,}$/,
  /^\d+(\.\d+)?e[+-]?\d+$/i,
  /^(?!\d{4}-\d\d-\d\d$)\d{1,4}\s*[-/]\s*\d{1,4}(\s*[-/]\s*\d{1,4})?$/,
  /^\d{1,2}:\d/,
  new RegExp(`^\\d{1,4}[-/ ]${month}`, 'i'),
  new RegExp(`^${month}[a-z]*[-/. ]+\\d{1,4}(,\\s*\\d{4})?$`, 'i'),
  /^\d+ \d+\/\d+$/,
  /^\d[\d.,]*\s?%$/,
  /^[$€£]\s?\d[\d.,]*$/,
  /^\(\d[\d.,]*\)$/,
  /^\d+\.\d*0$/,
  /^\d{1,3}(,\d{3})+$/,
  /^(true|false)$/i,
];

/** A tab before it keeps a cell a text and is invisible. An apostrophe keeps it from being a formula. */
function asTyped(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (formula.test(value)) return `'${value}`;
  return altered.some((pattern) => pattern.test(value)) ? `\t${value}` : value;
}
/** The byte order mark tells Excel that the file is UTF-8. */
const mark = '\uFEFF';

export function spreadsheet(fields: string[], rows: object[]): string {
  return mark + linesOf(fields, []) + (rows.length > 0 ? linesOf(fields, rows) : '');
}

/** The beginning of a file whose rows are made in steps. */
export function spreadsheetHead(fields: string[]): string {
  return mark + linesOf(fields, []);
}

/** Some rows of such a file. */
export function spreadsheetRows(fields: string[], rows: object[]): string {
  return rows.length > 0 ? linesOf(fields, rows) : '';
}

/** The same for rows that arrive in pages; no page is kept in memory. */
export function spreadsheetStream(
  fields: string[],
  pages: AsyncIterator<object[]>,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(utf8(mark + linesOf(fields, [])));
    },
    async pull(controller) {
      try {
        let page = await pages.next();
        while (!page.done && page.value.length === 0) page = await pages.next();
        if (page.done) controller.close();
        else controller.enqueue(utf8(linesOf(fields, page.value)));
      } catch (failure) {
        // The answer has already begun. Its reader sees a download that broke off, and nobody else would notice.
        logFailure('spreadsheet-cut-short', failure);
        controller.error(failure);
      }
    },
  });
}

/** The header if there are no rows. */
function linesOf(fields: string[], rows: object[]): string {
  if (rows.length === 0) return writeCsv([fields]);
  const cells = rows.map((row) => new Map(Object.entries(row)));
  return writeCsv(cells.map((row) => fields.map((field) => asTyped(row.get(field)))));
}
