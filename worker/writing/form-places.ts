import { type Around, type Fields, type FormPage, fieldsIn, partOf, valueIn } from '../kits/form-rules.ts';
import type { Json } from '../kits/json-rules.ts';
import type { Sections } from '../kits/parse.ts';

/** The forms of all features, imported when somebody looks at a draft. */
export async function pagesOf(sections: Sections): Promise<FormPage[]> {
  const forms = await Promise.all(sections.map((section) => section.forms()));
  return forms.flatMap(({ pages }) => pages);
}

/** The form on which a problem such as `petitions[0].text.es` is mended, as a path of the console; null without one. */
export function formPathOf(
  path: string,
  { json, pages }: { json: Json; pages: readonly FormPage[] },
): string | null {
  const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  const kit = partOf(json);
  for (const { at, slug, fields } of pages) {
    if (at !== '' && steps[0] !== at) continue;
    const root = at === '' ? [] : [at];
    const around: Around = { kit, published: null, kept: new Set(), path: root };
    const group = at === '' ? kit : valueIn(kit, at);
    const entry = entryOf(fields, group, { around, steps: steps.slice(root.length) });
    if (entry === null) continue;
    const query = new URLSearchParams({
      page: slug,
      ...(entry.length > 0 && { entry: [...root, ...entry].join('.') }),
      check: '1',
    });
    return `/write/edit?${query}`;
  }
  return null;
}

/** The way to the entry whose page has the field; null where no field has that key. */
function entryOf(
  fields: Fields,
  group: unknown,
  { around, steps: [key = '', place = '', ...rest] }: { around: Around; steps: string[] },
): string[] | null {
  const field = fieldsIn(fields, around, group).find((one) => one.key === key);
  if (!field) return null;
  const entry = valueIn(valueIn(group, key), place);
  if (field.kind !== 'list' || !field.hasPages || !/^\d{1,4}$/.test(place) || entry === undefined) return [];
  const inner = { ...around, path: [...around.path, key, Number(place)] };
  return [key, place, ...(entryOf(field.fields, entry, { around: inner, steps: rest }) ?? [])];
}
