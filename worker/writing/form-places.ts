import { type Around, fieldsIn, partOf, valueAt } from '../kits/form-rules.ts';
import type { Json } from '../kits/json-rules.ts';
import type { Sections } from '../kits/parse.ts';

/** The form on which a problem such as `petitions[0].text.es` is mended, as a path of the console; null without one. */
export function formPathOf(
  path: string,
  { json, sections }: { json: Json; sections: Sections },
): string | null {
  const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  for (const { at, slug, fields } of sections.flatMap(({ forms }) => forms.pages)) {
    const root = at === '' ? [] : [at];
    const [key, place] = steps.slice(root.length);
    if (at !== '' && steps[0] !== at) continue;
    const kit = partOf(json);
    const around: Around = { kit, published: null, kept: new Set(), path: root };
    const field = fieldsIn(fields, around, partOf(valueAt(kit, root))).find((one) => one.key === key);
    if (!field) continue;
    const isEntry = field.kind === 'list' && field.hasPages && /^\d{1,4}$/.test(place ?? '');
    const entry = isEntry ? steps.slice(0, root.length + 2).join('.') : '';
    const query = new URLSearchParams({ page: slug, ...(entry && { entry }), check: '1' });
    return `/write/edit?${query}`;
  }
  return null;
}
