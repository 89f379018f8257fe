import { formatNumber, type Language, type Text } from '../../web/language.ts';
import {
  type Around,
  entryTitle,
  type Field,
  type FieldOf,
  type Fields,
  type FormPage,
  fieldsIn,
  isPart,
  listOf,
  optionsOf,
  type Part,
  partOf,
  type Step,
  valueIn,
  wordsOf,
} from '../kits/form-rules.ts';
import { type Json, nameKeys, type Path } from '../kits/json-rules.ts';
import { writeCopy } from './pages/write-copy.ts';

/** Says the parts of a kit in the words of the forms that edit them, in one language. */
export type KitWords = {
  /** Such as 'Petition 1: Longer hours, Thresholds, Threshold 2'. What no form edits is called by its key. */
  where: (path: Path) => string;
  /** The value there, one line after the other; none where there is no value. */
  lines: (path: Path) => string[];
  /** What the entries of the list there are called, by their names in the kit. */
  entries: (path: Path) => Map<string, string>;
  /** The field around the place that is written as one text, such as the list of ZIP codes; null if there is none. */
  writtenAround: (path: Path) => Path | null;
};

type Found = {
  where: string[];
  /** The field that holds the place; null for what no form edits. */
  field: Field | null;
  value: unknown;
  around: Around;
  group: unknown;
  /** Whether the place is one entry of the list that `field` is. */
  isEntry: boolean;
};

export function kitWords(json: Json, pages: readonly FormPage[], language: Language): KitWords {
  const kit = partOf(json);
  const find = (path: Path) => findPlace(path, { kit, pages, language });
  return {
    where: (path) => find(path).where.join(', '),
    lines: (path) => {
      const found = find(path);
      if (found.value === undefined) return [];
      return foundLines(found, language);
    },
    writtenAround: (path) => {
      const around = path.map((_, at) => path.slice(0, at)).filter((one) => one.length > 0);
      return around.find((one) => find(one).field?.kind === 'written') ?? null;
    },
    entries: (path) => {
      const { field, value } = find(path);
      return new Map(
        listOf(value).map((entry) => {
          const name = String(nameKeys.map((key) => valueIn(entry, key)).find(Boolean));
          return [name, (field?.kind === 'list' && entryTitle(field, entry, language)) || name];
        }),
      );
    },
  };
}

type Looking = { kit: Part; pages: readonly FormPage[]; language: Language };

function findPlace(path: Path, { kit, pages, language }: Looking): Found {
  const [first] = path;
  const around: Around = { kit, published: null, kept: new Set(), path: [] };
  const whole = pages.filter(({ at }) => at === '');
  const own = pages.filter(({ at }) => at !== '' && at === first);
  const fields = (of: readonly FormPage[], group: unknown, inner: Around) =>
    of.flatMap((page) => fieldsIn(page.fields, inner, group));
  if (own.length > 0) {
    const group = valueIn(kit, String(first));
    const inner = { ...around, path: [String(first)] };
    return walk(path.slice(1), {
      fields: fields(own, group, inner),
      group,
      around: inner,
      where: [],
      language,
    });
  }
  return walk(path, { fields: fields(whole, kit, around), group: kit, around, where: [], language });
}

type Walking = {
  fields: readonly Field[];
  group: unknown;
  around: Around;
  where: string[];
  language: Language;
};

/** From a group of keys on along the path. */
function walk([step, ...rest]: Path, { fields, group, around, where, language }: Walking): Found {
  if (step === undefined) return { where, field: null, value: group, around, group, isEntry: false };
  const field = fields.find(({ key }) => key === step);
  const value = valueIn(group, keyOf(step, group));
  if (!field) return walkOn(rest, { where: [...where, named(step)], value, around, group });
  const inner = { ...around, path: [...around.path, field.key] };
  const called = [...where, field.label[language]];
  if (field.kind === 'group' && rest.length > 0) {
    const groups = fieldsIn(field.fields, inner, value);
    return walk(rest, { fields: groups, group: value, around: inner, where: called, language });
  }
  if (field.kind === 'list' && rest.length > 0) {
    return walkEntry(rest, { field, value, around: inner, where, language });
  }
  if (field.kind === 'text' && rest.length === 1 && isLanguage(rest[0])) {
    const words = [...called.slice(0, -1), `${called.at(-1)} (${languageName(rest[0], language)})`];
    return {
      where: words,
      field: null,
      value: valueIn(value, rest[0]),
      around: inner,
      group: value,
      isEntry: false,
    };
  }
  if (rest.length > 0) return walkOn(rest, { where: called, value, around: inner, group });
  return { where: called, field, value, around, group, isEntry: false };
}

type Entry = { field: FieldOf<'list'>; value: unknown; around: Around; where: string[]; language: Language };

function walkEntry([step = 0, ...rest]: Path, { field, value, around, where, language }: Entry): Found {
  const at = Number(keyOf(step, value));
  const entry = at < 0 ? undefined : valueIn(value, at);
  const title = entryTitle(field, entry, language);
  const one = field.one[language];
  const called = title === '' ? `${one} ${at < 0 ? named(step) : at + 1}` : `${one}: ${title}`;
  const inner = { ...around, path: [...around.path, at] };
  const words = [...where, called];
  if (rest.length === 0) return { where: words, field, value: entry, around, group: value, isEntry: true };
  const fields = fieldsIn(field.fields, inner, entry);
  return walk(rest, { fields, group: entry, around: inner, where: words, language });
}

/** On along a path that no form knows. */
function walkOn(path: Path, at: { where: string[]; value: unknown; around: Around; group: unknown }): Found {
  const value = path.reduce<unknown>((inner, step) => valueIn(inner, keyOf(step, inner)), at.value);
  return { ...at, where: [...at.where, ...path.map(named)], field: null, value, isEntry: false };
}

function keyOf(step: Path[number], whole: unknown): Step {
  if (typeof step === 'object') {
    return listOf(whole).findIndex((one) => String(valueIn(one, step.key)) === step.is);
  }
  if (typeof step === 'number' || !Array.isArray(whole)) return step;
  return whole.findIndex((one) => valueIn(one, 'slug') === step);
}

function named(step: Path[number]): string {
  if (typeof step === 'object') return step.is;
  return typeof step === 'number' ? String(step + 1) : step.replaceAll('_', ' ');
}

function languageName(named: Language, language: Language): string {
  return writeCopy[language].languages[named];
}

function isLanguage(step: Path[number] | undefined): step is Language {
  return step === 'en' || step === 'es';
}

function foundLines({ field, value, around, group, isEntry }: Found, language: Language): string[] {
  if (!field) return plainLines(value, language);
  if (isEntry && field.kind === 'list') return entryLines(field, value, around, language);
  return fieldLines(field, { value, around, group, language });
}

type Saying = { value: unknown; around: Around; group: unknown; language: Language };

function fieldLines(field: Field, { value, around, group, language }: Saying): string[] {
  switch (field.kind) {
    case 'choice':
      return [labelOf(optionsOf(field, around, group), value, language)];
    case 'several':
      return listOf(value).map((one) => labelOf(optionsOf(field, around, group), one, language));
    case 'tick':
      return [yesNo[value === true ? 'yes' : 'no'][language]];
    case 'written':
      return field.show(value).split('\n');
    case 'group':
      return groupLines(field.fields, value, { ...around, path: [...around.path, field.key] }, language);
    case 'list':
      return listOf(value).flatMap((entry, at) => {
        const inner = { ...around, path: [...around.path, field.key, at] };
        const lines = entryLines(field, entry, inner, language);
        if (field.isPlain) return lines;
        return [`${field.one[language]} ${at + 1}`, ...lines.map((line) => `  ${line}`)];
      });
    case 'line':
      return typeof value === 'number' ? [numberWords(value, language)] : plainLines(value, language);
    default:
      return plainLines(value, language);
  }
}

/** A year has four digits and no separator. */
function numberWords(value: number, language: Language): string {
  return Math.abs(value) < 10_000 ? String(value) : formatNumber(value, language);
}

const yesNo: Record<'yes' | 'no', Text> = { yes: { en: 'yes', es: 'sí' }, no: { en: 'no', es: 'no' } };

function labelOf(
  options: readonly { value: string; label: Text }[],
  value: unknown,
  language: Language,
): string {
  return (
    options.find((one) => one.value === String(value))?.label[language] ??
    plainLines(value, language).join(' ')
  );
}

function entryLines(
  { fields, isPlain }: FieldOf<'list'>,
  entry: unknown,
  around: Around,
  language: Language,
): string[] {
  if (!isPlain) return groupLines(fields, entry, around, language);
  const [plain] = fieldsIn(fields, around, {});
  return plain
    ? fieldLines(plain, { value: entry, around, group: {}, language })
    : plainLines(entry, language);
}

/** Each key that says something: by its field, and then what no field knows. */
function groupLines(fields: Fields, group: unknown, around: Around, language: Language): string[] {
  if (!isPart(group)) return plainLines(group, language);
  const known = fieldsIn(fields, around, group);
  const others = Object.keys(group).filter((key) => !known.some((field) => field.key === key));
  return [
    ...known.flatMap((field) => {
      const value = valueIn(group, field.key);
      if (value === undefined) return [];
      return under(field.label[language], fieldLines(field, { value, around, group, language }));
    }),
    ...others.flatMap((key) => under(named(key), plainLines(group[key], language))),
  ];
}

/** Several lines stand below what they are of. */
function under(label: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return lines.length === 1 ? [`${label}: ${lines[0]}`] : [`${label}:`, ...lines.map((line) => `  ${line}`)];
}

/** A value without a field: texts with their languages, and keys with what they hold. */
function plainLines(value: unknown, language: Language): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => plainLines(one, language));
  if (!isPart(value)) return value === undefined || value === null ? [] : String(value).split('\n');
  const keys = Object.keys(value);
  if (keys.length === 1 && isLanguage(keys[0])) return wordsOf(value, keys[0]).split('\n');
  return keys.flatMap((key) => {
    return under(
      isLanguage(key) ? languageName(key, language) : named(key),
      plainLines(value[key], language),
    );
  });
}
