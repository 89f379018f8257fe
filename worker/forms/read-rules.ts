import type { Text } from '../../web/language.ts';
import {
  type Around,
  type Field,
  type FieldOf,
  type Fields,
  fieldsIn,
  isPart,
  languagesOf,
  listOf,
  type Part,
  partOf,
  valueAt,
  valueIn,
  withValueAt,
} from '../kits/form-rules.ts';
import { amountIn, numberIn } from './number-rules.ts';
import {
  nameIn,
  shownChoice,
  shownLine,
  shownLines,
  shownSeveral,
  shownText,
  shownTick,
  typedName,
  withoutReturns,
} from './shown-rules.ts';
import { suggestedSlug } from './slug-rules.ts';

/** All values of each field, in the order in which they were sent. */
export type Posted = Readonly<Record<string, string[]>>;

/** A list has at most so many entries in one form. */
const mostEntries = 1000;

/** A field that must stay as it is, although the form says otherwise: its name, and why. */
export type Held = { path: string; why: Text };

/**
 * The group of keys with what the form says. Keys without a field, and fields that were not sent, stay as they are.
 * What must stay, stays, and is added to `held`: a form may be older than the answers that keep the field.
 */
export function readForm(
  fields: Fields,
  posted: Posted,
  before: unknown,
  { around, held = [] }: { around: Around; held?: Held[] },
): Part {
  return readFields(fields, before, { posted, around, held, prefix: '' });
}

type Reading = { posted: Posted; around: Around; held: Held[]; prefix: string };

function readFields(fields: Fields, before: unknown, reading: Reading): Part {
  const entries = new Map(Object.entries(partOf(before)));
  for (const field of fieldsIn(fields, reading.around, before)) {
    const value = readField(field, before, reading);
    if (value === undefined) entries.delete(field.key);
    else entries.set(field.key, value);
  }
  return Object.fromEntries(entries);
}

function readField(field: Field, group: unknown, reading: Reading): unknown {
  const was = field.key === '' ? group : valueIn(group, field.key);
  const name = nameIn(reading.prefix, field);
  const sent = sentIn(reading.posted, name);
  switch (field.kind) {
    case 'text':
      return readText(field, was, { ...reading, prefix: name });
    case 'line':
      return readLine(field, was, sent);
    case 'slug':
      return readSlug(field, was, sent, reading);
    case 'choice':
      return readChoice(field, group, sent, { ...reading, prefix: name });
    case 'tick':
      return readTick(field, was, sent);
    case 'several':
      return readSeveral(field, was, Object.hasOwn(reading.posted, name) ? reading.posted[name] : undefined);
    case 'written':
      return readWritten(field, was, sent);
    case 'group':
      return readGroup(field, was, inside(reading, field, name));
    case 'list':
      return field.hasPages ? was : readList(field, was, inside(reading, field, name));
  }
}

function inside(reading: Reading, { key }: Field, prefix: string): Reading {
  const { around } = reading;
  return {
    ...reading,
    prefix,
    around: { ...around, path: key === '' ? around.path : [...around.path, key] },
  };
}

/** The last value: a box that is ticked follows a hidden field that says no. */
function sentIn(posted: Posted, name: string): string | undefined {
  return Object.hasOwn(posted, name) ? posted[name]?.at(-1) : undefined;
}

function readText(field: FieldOf<'text'>, was: unknown, { posted, around, prefix }: Reading): unknown {
  const spoken = languagesOf(around.kit);
  const shown = shownText(field, was, spoken);
  const typed = spoken.map((language) => {
    const sent = sentIn(posted, `${prefix}.${language}`);
    return [language, sent === undefined ? shown.get(language) : withoutReturns(sent)] as const;
  });
  if (typed.every(([language, words]) => words === shown.get(language))) return was;
  const changed = new Map(isPart(was) ? Object.entries(was) : []);
  for (const [language, words = ''] of typed) {
    // A part of it that was not changed stays as it is.
    if (isPart(was) && words === shown.get(language)) continue;
    if (words.trim() === '') changed.delete(language);
    else changed.set(language, words);
  }
  if (changed.size === 0) return undefined;
  const [only] = spoken;
  return spoken.length === 1 && only && !isPart(was) ? changed.get(only) : Object.fromEntries(changed);
}

function readLine(field: FieldOf<'line'>, was: unknown, sent: string | undefined): unknown {
  const shown = field.rows ? shownLines(was) : shownLine(was);
  if (sent === undefined || withoutReturns(sent) === shown) return was;
  const typed = field.rows ? withoutReturns(sent) : sent.trim();
  if (typed.trim() === '') return undefined;
  if (field.type === 'degrees') return numberIn(typed);
  return field.type === 'amount' ? amountIn(typed) : typed;
}

function readSlug(
  field: FieldOf<'slug'>,
  was: unknown,
  sent: string | undefined,
  { posted, around, held, prefix }: Reading,
): unknown {
  if (sent === undefined || (sent === shownLine(was) && sent !== '')) return was;
  const why = typeof was === 'string' ? field.fixed?.(was, around) : null;
  if (why) {
    if (sent.trim() !== '') held.push({ path: nameIn(prefix, field), why });
    return was;
  }
  if (sent.trim() !== '') return sent.trim();
  const from = field.from ? nameIn(prefix, { key: field.from }) : null;
  const titles = from ? [...languagesOf(around.kit).map((one) => `${from}.${one}`), from] : [];
  const title = titles.map((name) => sentIn(posted, name)).find((words) => words?.trim());
  return (title && suggestedSlug(title, takenBy(around))) || was;
}

/** The slugs and ids of the list in which the entry stands. */
function takenBy({ kit, path }: Around): string[] {
  return listOf(valueAt(kit, path.slice(0, -1))).flatMap((one) =>
    ['slug', 'id'].flatMap((key) => {
      const taken = valueIn(one, key);
      return typeof taken === 'string' ? [taken] : [];
    }),
  );
}

function readChoice(
  field: FieldOf<'choice'>,
  group: unknown,
  sent: string | undefined,
  { posted, around, held, prefix }: Reading,
): unknown {
  const was = valueIn(group, field.key);
  const typed = field.orTyped ? sentIn(posted, typedName(prefix))?.trim() : '';
  if (typed) return typed;
  if (sent === undefined || sent === shownChoice(field, was)) return was;
  const why = field.fixed?.(around, partOf(group));
  if (why) {
    held.push({ path: prefix, why });
    return was;
  }
  if (sent === '') return undefined;
  return field.isNumber ? numberIn(sent) : sent;
}

function readTick(field: FieldOf<'tick'>, was: unknown, sent: string | undefined): unknown {
  const isTicked = sent === 'yes';
  return sent === undefined || isTicked === shownTick(field, was) ? was : isTicked;
}

/** Ticked ones stay in the order in which they stood, and new ones follow. */
function readSeveral(field: FieldOf<'several'>, was: unknown, sent: readonly string[] | undefined): unknown {
  if (!sent) return was;
  // No box stands for an empty value.
  const shown = shownSeveral(field, was).filter((one) => one !== '');
  const ticked = new Set(sent.filter((one) => one !== ''));
  if (ticked.size === new Set(shown).size && shown.every((one) => ticked.has(one))) return was;
  const kept = shown.filter((one) => ticked.has(one));
  const values = [...kept, ...[...ticked].filter((one) => !kept.includes(one))];
  return values.length > 0 ? values : undefined;
}

function readWritten(field: FieldOf<'written'>, was: unknown, sent: string | undefined): unknown {
  if (sent === undefined || withoutReturns(sent) === withoutReturns(field.show(was))) return was;
  return sent.trim() === '' ? field.empty : field.read(withoutReturns(sent));
}

function readGroup(field: FieldOf<'group'>, was: unknown, reading: Reading): unknown {
  const group = readFields(field.fields, was, reading);
  if (isSame(group, partOf(was))) return was;
  const isHeadless = field.head !== undefined && isEmpty(valueIn(group, field.head));
  return isHeadless || isEmpty(group) ? undefined : group;
}

function readList(field: FieldOf<'list'>, was: unknown, reading: Reading): unknown {
  const { posted, prefix, around } = reading;
  const count = Number(sentIn(posted, `${prefix}.count`) ?? Number.NaN);
  if (!Number.isInteger(count) || count < 0) return was;
  const before = listOf(was ?? field.standard);
  const entries = Array.from({ length: Math.min(count, mostEntries) }, (_, i) => {
    const entry = {
      ...reading,
      prefix: `${prefix}.${i}`,
      around: { ...around, path: [...around.path, i] },
    };
    if (!field.isPlain) {
      const group = readFields(field.fields, before[i], entry);
      return before[i] !== undefined && isSame(group, partOf(before[i])) ? before[i] : group;
    }
    const [plain] = fieldsIn(field.fields, around, {});
    return plain ? (readField(plain, before[i], entry) ?? '') : before[i];
  });
  return isSame(entries, before) ? was : entries;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isPart(value) ? Object.values(value).every(isEmpty) : value === undefined || value === '';
}

/** What a button of a list does to it: `add:facts`, `remove:facts:2`, `up:facts:2`, `down:facts:2`. */
export type ListStep = { verb: 'add' | 'remove' | 'up' | 'down'; list: string; index: number };

export function listStepIn(pressed: string | undefined): ListStep | null {
  const { verb, list, index } =
    /^(?<verb>add|remove|up|down):(?<list>[a-z0-9_.-]+)(:(?<index>\d{1,4}))?$/.exec(pressed ?? '')?.groups ??
    {};
  if (!verb || !list) return null;
  return { verb: verb as ListStep['verb'], list, index: Number(index ?? -1) };
}

/** The list of that name in the form; null where there is none. */
export function findList(
  fields: Fields,
  part: unknown,
  { around, name }: { around: Around; name: string },
): FieldOf<'list'> | null {
  const at = (field: Field) => name === field.key || name.startsWith(`${field.key}.`);
  const field = fieldsIn(fields, around, part).find(
    (one) => (one.kind === 'group' || one.kind === 'list') && at(one),
  );
  if (!field) return null;
  const rest = name.slice(field.key.length + 1);
  const inner = { ...around, path: [...around.path, field.key] };
  if (field.kind === 'group') {
    return findList(field.fields, valueIn(part, field.key), { around: inner, name: rest });
  }
  if (field.kind !== 'list') return null;
  if (rest === '') return field;
  const [, index = '', deeper] = /^(\d+)\.(.+)$/.exec(rest) ?? [];
  if (!deeper) return null;
  const entry = valueIn(listOf(valueIn(part, field.key)), index);
  return findList(field.fields, entry, {
    around: { ...inner, path: [...inner.path, Number(index)] },
    name: deeper,
  });
}

export function withListStep(part: Part, { verb, list, index }: ListStep, field: FieldOf<'list'>): Part {
  const path = list.split('.');
  const entries = listOf(valueAt(part, path) ?? field.standard);
  const fresh = field.fresh ?? (field.isPlain ? '' : {});
  return partOf(withValueAt(part, path, stepped(entries, { verb, index, fresh })));
}

function stepped(
  entries: unknown[],
  { verb, index, fresh }: { verb: ListStep['verb']; index: number; fresh: unknown },
): unknown[] {
  if (verb === 'add') return entries.length < mostEntries ? [...entries, fresh] : entries;
  if (verb === 'remove') return entries.filter((_, i) => i !== index);
  const other = verb === 'up' ? index - 1 : index + 1;
  if (entries[index] === undefined || entries[other] === undefined) return entries;
  return entries.map((one, i) => (i === index ? entries[other] : i === other ? entries[index] : one));
}
