import type { Language } from '../../web/language.ts';
import { copy } from './pages/copy.ts';
import type { LineView } from './pages/line-fields.tsx';
import { isOnlyZip, type LineContent, parseLine, type TypedLine } from './rules.ts';

export type ReadLine = {
  line: number;
  was: number;
  typed: TypedLine;
  /** Null if nothing was typed, or something is wrong. */
  content: LineContent | null;
  errors: LineView['errors'];
};

/** The lines of a form in order, each with its content or its errors. */
export function readLines(values: Record<string, string>, numbers: number[], language: Language): ReadLine[] {
  const words = copy[language].sheet.errors;
  let zipAbove = values.zip_above ?? '';
  return numbers
    .filter((line) => values[`given_name.${line}`] !== undefined)
    .map((line) => {
      const of = (field: string) => values[`${field}.${line}`] ?? '';
      const typed = {
        given_name: of('given_name'),
        family_name: of('family_name'),
        zip: of('zip'),
        email: of('email'),
      };
      const was = versionOf(of('was'));
      // Only a ZIP code, typed or carried over by the script, is not a line yet.
      if (isOnlyZip(typed) && (was === 0 || typed.zip.trim() === zipAbove)) {
        zipAbove = typed.zip.trim();
        return { line, was, typed, content: null, errors: [] };
      }
      const parsed = parseLine(typed, zipAbove);
      if (parsed.ok && parsed.value?.mark === 'signed') zipAbove = parsed.value.zip;
      return {
        line,
        was,
        typed,
        content: parsed.ok ? parsed.value : null,
        errors: parsed.ok
          ? []
          : parsed.error.map(({ field }) => {
              const name = field as keyof TypedLine;
              return { field: name, text: words[name] };
            }),
      };
    });
}

function versionOf(typed: string): number {
  const version = Number(typed);
  return Number.isSafeInteger(version) ? version : 0;
}
