import * as z from 'zod';
import type { FieldError } from '../../../web/components/field-errors.ts';
import { languages } from '../../../web/language.ts';
import { err, ok, type Result } from '../result.ts';

/** The language that a query names; null for any other text or for none. */
export const languageField = z.enum(languages).nullable().catch(null);

/** `params` holds what a schema's own check adds to the code, for the message. */
export type InvalidField = FieldError & { params?: z.core.$ZodIssueCustom['params'] };

/** Every invalid field, each once, in the order of the schema. The schema's messages are codes. */
export function invalidFields(issues: readonly z.core.$ZodIssue[]): InvalidField[] {
  const errors = new Map<string, InvalidField>();
  for (const issue of issues) {
    const field = issue.path.join('.');
    const params = issue.code === 'custom' && issue.params ? { params: issue.params } : {};
    if (!errors.has(field)) errors.set(field, { field, code: issue.message, ...params });
  }
  return [...errors.values()];
}

/** The fields of a form, parsed by a schema. */
export function parseFields<Output>(
  schema: z.ZodType<Output>,
  fields: Record<string, unknown>,
): Result<Output, FieldError[]> {
  const parsed = schema.safeParse(fields);
  return parsed.success ? ok(parsed.data) : err(invalidFields(parsed.error.issues));
}
