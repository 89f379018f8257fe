import { plainShell } from '../../web/shell.ts';
import { FieldViews } from '../../worker/forms/pages/fields.tsx';
import { viewOf } from '../../worker/forms/view-rules.ts';
import type { Around, Fields } from '../../worker/kits/form-rules.ts';
import { valuesIn } from '../support/form-values.ts';

/** What the form of this part would send if nobody changed it. */
export function sentUnchanged(fields: Fields, part: unknown, around: Around): Record<string, string[]> {
  const views = viewOf(fields, part, { around, language: 'en', problems: [] });
  const shell = plainShell('en', '/');
  return valuesIn(String(<FieldViews views={views} shell={shell} linkTo={(path) => path} previews={null} />));
}
