import Papa from 'papaparse';
import { utf8 } from '../crypto/bytes.ts';

/** A cell that a spreadsheet would take for a formula. Only text is looked at: a number below zero stays one. */
const formula = /^[=+\-@\t\r\n]/;
const options = { escapeFormulae: formula, newline: '\r\n' };
/** Tells Excel that it is UTF-8. */
const mark = '\uFEFF';

export function spreadsheet(fields: string[], rows: object[]): string {
  return mark + linesOf(fields, []) + (rows.length > 0 ? linesOf(fields, rows) : '');
}

/** The same of rows that come in pages, none of which is kept. */
export function spreadsheetStream(
  fields: string[],
  pages: AsyncIterator<object[]>,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(utf8(mark + linesOf(fields, [])));
    },
    async pull(controller) {
      let page = await pages.next();
      while (!page.done && page.value.length === 0) page = await pages.next();
      if (page.done) controller.close();
      else controller.enqueue(utf8(linesOf(fields, page.value)));
    },
  });
}

/** Without rows it is the header. */
function linesOf(fields: string[], rows: object[]): string {
  const header = rows.length === 0;
  const csv = Papa.unparse({ fields, data: rows }, { ...options, header });
  return `${csv.replace(/\r\n$/, '')}\r\n`;
}
