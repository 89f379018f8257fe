import Papa from 'papaparse';

/** A cell that a spreadsheet would take for a formula. Only text is looked at: a number below zero stays one. */
const formula = /^[=+\-@\t\r\n]/;

/** CSV with the mark that tells Excel it is UTF-8. */
export function spreadsheet(fields: string[], rows: object[]): string {
  const csv = Papa.unparse({ fields, data: rows }, { escapeFormulae: formula, newline: '\r\n' });
  return `\uFEFF${csv.replace(/\r\n$/, '')}\r\n`;
}
