import { expect, test } from 'vitest';
import { findPlace, type Place } from '../../worker/forms/place-rules.ts';
import { readForm, withListStep } from '../../worker/forms/read-rules.ts';
import charlotte from '../../worker/kits/charlotte.json';
import {
  type FormPage,
  fieldsIn,
  listOf,
  type Part,
  partOf,
  valueIn,
  withValueAt,
} from '../../worker/kits/form-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { checkKit } from '../support/kits.ts';
import { sentUnchanged } from './unchanged.tsx';

const forms = await Promise.all(shippedHouse.kitSections.map(({ forms }) => forms()));
const pages = forms.flatMap(({ pages }) => pages);
const wholeOf = (kit: unknown) => ({ kit: partOf(kit), published: null, kept: new Set<string>() });

/**
 * Types a whole kit into the forms, starting with an empty one: on each page the fields that the wanted kit has, and for
 * each entry with a page of its own the button that adds it.
 */
function typedIn(wanted: Part): Part {
  let kit: Part = { kit: 1, campaign: {} };
  // What a field offers depends on other pages, so that all are gone through until nothing is new.
  for (let round = 0; round < 3; round += 1) {
    for (const page of pages.toSorted((a, b) => a.order - b.order))
      kit = onPage(kit, wanted, { page, entry: '' });
  }
  return kit;
}

function onPage(kit: Part, wanted: Part, { page, entry }: { page: FormPage; entry: string }): Part {
  const target = findPlace(page, entry, wholeOf(wanted));
  const place = findPlace(page, entry, wholeOf(kit));
  if (!target || !place) throw new Error(`no page ${page.slug} ${entry}`);
  const part = filled(place, target);
  return listsIn(target).reduce(
    (before, { key, index }) =>
      onPage(before, wanted, { page, entry: [...place.around.path, key, index].join('.') }),
    withValueAt(kit, place.around.path, part) as Part,
  );
}

/** What was typed on one page, after its lists have got as many entries as they need. */
function filled({ fields, part, around }: Place, target: Place): Part {
  const typed = readForm(fields, sentUnchanged(target.fields, target.part, target.around), part, around);
  return fieldsIn(fields, around, part).reduce((before, field) => {
    if (field.kind !== 'list' || !field.hasPages) return before;
    const more = listOf(valueIn(target.part, field.key)).length - listOf(valueIn(before, field.key)).length;
    return Array.from({ length: Math.max(0, more) }).reduce(
      (one: Part) => withListStep(one, { verb: 'add', list: field.key, index: -1 }, field),
      before,
    );
  }, typed);
}

function listsIn({ fields, around, part }: Place): { key: string; index: number }[] {
  return fieldsIn(fields, around, part).flatMap((field) =>
    field.kind === 'list' && field.hasPages
      ? listOf(valueIn(part, field.key)).map((_, index) => ({ key: field.key, index }))
      : [],
  );
}

test('everything in the Charlotte kit can be made in the browser', () => {
  const made = typedIn(charlotte as unknown as Part);
  const { $schema: _, ...wanted } = charlotte;
  expect(checkKit(made)).toEqual(checkKit(wanted));
});
