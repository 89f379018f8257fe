import {
  type Around,
  type FieldOf,
  type Fields,
  type FormPage,
  fieldsIn,
  type Part,
  partOf,
  type Step,
  type Tool,
  valueAt,
  valueIn,
} from '../kits/form-rules.ts';

type Whole = Omit<Around, 'path'>;

/** The form of one part: a page, or the page of an entry of one of its lists. */
export type Place = {
  page: FormPage;
  fields: Fields;
  tools: readonly Tool[];
  part: Part;
  around: Around;
  /** The lists on the way, with the entry in each. */
  way: { list: FieldOf<'list'>; path: readonly Step[]; entry: unknown }[];
};

export function rootOf({ at }: FormPage): readonly Step[] {
  return at === '' ? [] : [at];
}

/**
 * `entry` is a path of the kit such as `surveys.0.sections.1`, or '' for the page itself. `services.@a-lawyer` names an
 * entry by its slug, because in a draft it may have another place. Null: not there.
 */
export function findPlace(page: FormPage, entry: string, whole: Whole): Place | null {
  const root = rootOf(page);
  const around = { ...whole, path: root };
  const place: Place = {
    page,
    fields: page.fields,
    tools: page.tools ?? [],
    part: partOf(valueAt(whole.kit, root)),
    around,
    way: [],
  };
  if (entry === '') return place;
  const steps = entry.split('.').slice(root.length);
  return enter(place, steps);
}

function enter(place: Place, [key, index, ...rest]: string[]): Place | null {
  if (key === undefined) return place;
  const { around, part } = place;
  const list = fieldsIn(place.fields, around, part).find((one) => one.key === key);
  if (list?.kind !== 'list' || !list.hasPages) return null;
  const entries = valueIn(part, key);
  const at = indexOf(entries, index ?? '');
  const entry = at === null ? undefined : valueIn(entries, at);
  if (at === null || entry === undefined) return null;
  const path = [...around.path, key, at];
  return enter(
    {
      page: place.page,
      fields: list.fields,
      tools: list.tools ?? [],
      part: partOf(entry),
      around: { ...around, path },
      way: [...place.way, { list, path, entry }],
    },
    rest,
  );
}

function indexOf(entries: unknown, index: string): number | null {
  if (/^\d{1,4}$/.test(index)) return Number(index);
  if (!index.startsWith('@') || !Array.isArray(entries)) return null;
  const at = entries.findIndex((entry) => valueIn(entry, 'slug') === index.slice(1));
  return at < 0 ? null : at;
}

/** The paths of all pages of a form: its own, and those of the entries of its lists. */
export function placesIn(page: FormPage, whole: Whole): Place[] {
  const root = findPlace(page, '', whole);
  return root ? [root, ...inside(root)] : [];
}

function inside(place: Place): Place[] {
  const { around, part } = place;
  return fieldsIn(place.fields, around, part).flatMap((field) => {
    if (field.kind !== 'list' || !field.hasPages) return [];
    const entries = valueIn(part, field.key);
    return Array.isArray(entries)
      ? entries.flatMap((_, i) => {
          const entered = enter(place, [field.key, String(i)]);
          return entered ? [entered, ...inside(entered)] : [];
        })
      : [];
  });
}
