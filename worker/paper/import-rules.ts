import * as z from 'zod';
import { parseFields } from '../platform/http/field-rules.ts';
import { canonicalEmail } from '../platform/text/identity.ts';
import { nameFields, submissionFields } from '../signatures/submission-rules.ts';
import type { LineContent } from './rules.ts';

export const importFields = ['email', 'given_name', 'family_name', 'name', 'zip'] as const;
export type ImportField = (typeof importFields)[number];

/** The column of each field in the file; -1 for none. */
export type Columns = Record<ImportField, number>;

export const platforms = ['action-network', 'actionkit', 'osdi', 'other'] as const;
export type Platform = (typeof platforms)[number];

/**
 * The headings that each platform writes, the likeliest first. Case, spaces and underscores make no difference. Here are
 * only platforms whose headings could be checked; files of others are matched by the common ones or by hand. Action
 * Network: the columns of its reports, as scripts that read them name them (`first_name`, `zip_code`,
 * `can2_state_abbreviated`). ActionKit: "Accepted Headers List" of its manual. OSDI: its resource for people.
 */
const headings: Record<Platform, Partial<Record<ImportField, string[]>>> = {
  'action-network': { given_name: ['first_name'], family_name: ['last_name'], zip: ['zip_code'] },
  actionkit: { given_name: ['first_name'], family_name: ['last_name'], zip: ['zip', 'postal'] },
  osdi: {
    email: ['email_addresses[0].address', 'email_address'],
    given_name: ['given_name'],
    family_name: ['family_name'],
    zip: ['postal_addresses[0].postal_code', 'postal_code'],
  },
  other: {},
};

const common: Record<ImportField, string[]> = {
  email: ['email', 'email address', 'e-mail', 'correo', 'correo electrónico'],
  given_name: ['first name', 'given name', 'firstname', 'nombre'],
  family_name: ['last name', 'family name', 'surname', 'lastname', 'apellidos', 'apellido'],
  name: ['name', 'full name', 'signer'],
  zip: ['zip', 'zip code', 'postal code', 'postcode', 'código postal'],
};

const plain = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** Finds the columns by their headings. Those not found are matched by hand. */
export function guessColumns(heads: readonly string[], platform: Platform): Columns {
  const known = heads.map(plain);
  const entries = importFields.map((field) => {
    const names = [...(headings[platform][field] ?? []), ...common[field]].map(plain);
    const found = names.map((name) => known.indexOf(name)).find((index) => index >= 0);
    return [field, found ?? -1];
  });
  return Object.fromEntries(entries) as Columns;
}

export type BadRow = { row: number; field: string };
export type ReadRow = { row: number; content: LineContent };

const rowFields = z.object({ ...nameFields, email: submissionFields.email, zip: submissionFields.zip });

/** `rows` are those below the headings. Of several rows with one inbox, only the first is invited. */
export function readRows(
  rows: readonly (readonly string[])[],
  columns: Columns,
): { good: ReadRow[]; bad: BadRow[]; repeated: number } {
  const inboxes = new Set<string>();
  const read: { good: ReadRow[]; bad: BadRow[]; repeated: number } = { good: [], bad: [], repeated: 0 };
  for (const [index, cells] of rows.entries()) {
    // The headings are line 1.
    const row = index + 2;
    const of = (field: ImportField) => (columns[field] < 0 ? '' : (cells[columns[field]] ?? '').trim());
    const parsed = parseFields(rowFields, {
      ...{ email: of('email'), zip: withZeros(of('zip')) },
      given_name: of('given_name') || of('name'),
      family_name: of('family_name'),
    });
    if (!parsed.ok) {
      read.bad.push({ row, field: parsed.error[0]?.field ?? 'email' });
      continue;
    }
    const { email, given_name, family_name, zip } = parsed.value;
    const inbox = canonicalEmail(email);
    if (inboxes.has(inbox)) read.repeated += 1;
    else {
      inboxes.add(inbox);
      const content = { mark: 'signed' as const, givenName: given_name, familyName: family_name, zip, email };
      read.good.push({ row, content });
    }
  }
  return read;
}

/** Spreadsheets drop the leading zeros of ZIP codes, as in New England. */
function withZeros(zip: string): string {
  return /^\d{3,4}$/.test(zip) ? zip.padStart(5, '0') : zip;
}
