import { type Language, languages, type Text } from '../../web/language.ts';

/** A group of keys in a kit that may be unfinished. */
export type Part = { [key: string]: unknown };
export type Step = string | number;

/** What a field may look at beside its own value. */
export type Around = {
  /** The whole kit as the draft has it. */
  kit: Part;
  /** The kit that is public; null where nothing is. */
  published: Part | null;
  /** Where in the kit the group of the field stands. */
  path: readonly Step[];
  /** What stored data keeps as it is, by names that the section gives. */
  kept: ReadonlySet<string>;
  /** Left out where no field is shown. */
  now?: Date;
};

export type Option = { value: string; label: Text };

type Named = {
  /** Its key in the group of keys; '' for an entry of a list that is no group. */
  key: string;
  label: Text;
  hint?: Text;
  optional?: boolean;
};

type Options = Option[] | ((around: Around, group: Part) => Option[]);

export type Field = Named &
  (
    | {
        /** In each language of the campaign. */
        kind: 'text';
        /** Several lines. */
        rows?: number;
        isMarkdown?: boolean;
      }
    | {
        /** One value for all languages. */
        kind: 'line';
        /** `moment`: a day and a time on the city’s clock. `degrees`: of longitude or latitude. */
        type?: 'text' | 'email' | 'url' | 'tel' | 'date' | 'moment' | 'amount' | 'degrees';
        rows?: number;
      }
    | {
        /** A name in addresses and references. Suggested from another field; why it must stay, if it must. */
        kind: 'slug';
        from?: string;
        fixed?: (value: string, around: Around) => Text | null;
      }
    | {
        kind: 'choice';
        options: Options;
        /** What holds where the kit says nothing. */
        standard?: string;
        isNumber?: boolean;
        /** Any other value may be typed: the label of the field for it. */
        orTyped?: Text;
        fixed?: (around: Around, group: Part) => Text | null;
      }
    | { kind: 'tick'; standard?: boolean }
    | { kind: 'several'; options: Options; standard?: readonly string[] }
    | {
        /** Written as text in a form of its own. What cannot be read stays as it was typed. */
        kind: 'written';
        rows: number;
        show: (value: unknown) => string;
        read: (typed: string) => unknown;
        /** What an empty text stands for, where that is more than nothing. */
        empty?: unknown;
      }
    | {
        kind: 'group';
        fields: Fields;
        /** The key of the field without which the others say nothing, and are dropped. */
        head?: string;
      }
    | {
        kind: 'list';
        /** Of each entry. */
        fields: Fields;
        /** Its entries are single values, and not groups of keys. */
        isPlain?: boolean;
        /** Each entry has a page of its own. */
        hasPages?: boolean;
        /** Such as 'Add a fact'. */
        add: Text;
        /** What one entry is called: 'Fact'. */
        one: Text;
        /** The keys whose text names an entry. */
        titles?: readonly string[];
        /** What an added entry has. */
        fresh?: unknown;
        /** The entries that there are where the kit says nothing. */
        standard?: readonly unknown[];
        /** Of the page of an entry. */
        tools?: readonly Tool[];
      }
  );

export type Fields = readonly Field[] | ((around: Around, group: Part) => readonly Field[]);
export type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;

/** What a tool made of a part: the part as it should be, and what it has to say about it. */
export type ToolResult = {
  part: Part;
  told: Text[];
  /** An address to be tried. */
  link?: string;
  /** A drawing in SVG that belongs to what is told, made of numbers and escaped texts alone. */
  drawing?: (language: Language) => string;
  /** What the drawing shows, in words. The first cell of a row is its header. */
  table?: { caption: Text; columns: Text[]; rows: Text[][] };
};

/** A button of a page that reads files into its part, or tries something out. */
export type Tool = {
  slug: string;
  label: Text;
  hint: Text;
  files?: readonly { key: string; label: Text }[];
  /** Imports what it needs, once it is used. What it does then waits for nothing. */
  load: () => Promise<
    (part: Part, around: Around, files: Readonly<Record<string, Uint8Array>>) => ToolResult
  >;
};

/** A page of the console that edits a part of the kit. */
export type FormPage = {
  /** Unique in all features. */
  slug: string;
  title: Text;
  about: Text;
  order: number;
  /** The group of keys that it edits: '' for the whole kit, 'campaign'. */
  at: '' | 'campaign' | 'city' | 'council';
  fields: Fields;
  tools?: readonly Tool[];
};

/** A feature's forms for its part of a kit. */
export type KitForms = {
  pages: readonly FormPage[];
  /** Names of what stored data keeps as it is, for `Around.kept`. */
  kept?: (db: D1Database, campaign: string) => Promise<string[]>;
};

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function partOf(value: unknown): Part {
  return isPart(value) ? value : {};
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Undefined for what no kit holds, such as a key of every object. */
export function valueIn(group: unknown, key: Step): unknown {
  if (Array.isArray(group)) return group[Number(key)];
  return isPart(group) && Object.hasOwn(group, key) ? group[key] : undefined;
}

export function valueAt(whole: unknown, path: readonly Step[]): unknown {
  return path.reduce(valueIn, whole);
}

/** The whole with another value there. Groups that are missing on the way are made. */
export function withValueAt(whole: unknown, path: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = withValueAt(valueIn(whole, step), rest, value);
  if (Array.isArray(whole)) return whole.map((one, i) => (i === Number(step) ? inner : one));
  const entries = new Map(Object.entries(partOf(whole)));
  if (inner === undefined) entries.delete(String(step));
  else entries.set(String(step), inner);
  return Object.fromEntries(entries);
}

/** The languages of a kit, which may be broken. */
export function languagesOf(kit: Part): readonly Language[] {
  const named = listOf(kit.languages);
  const known = languages.filter((language) => named.includes(language));
  return known.length > 0 ? known : languages;
}

/** A text as it is called elsewhere: in this language, or in whichever there is. */
export function wordsOf(value: unknown, language: Language): string {
  if (typeof value === 'string') return value;
  const text = partOf(value);
  const words = [text[language], ...languages.map((one) => text[one])].find(
    (one) => typeof one === 'string' && one.trim() !== '',
  );
  return typeof words === 'string' ? words : '';
}

/** What an entry is called: the first of its titles that says something. */
export function entryTitle({ titles = [] }: FieldOf<'list'>, entry: unknown, language: Language): string {
  const words = titles
    .map((key) => wordsOf(valueAt(entry, key.split('.')), language))
    .find((one) => one !== '');
  return words === undefined ? '' : words.length > 80 ? `${words.slice(0, 79)}…` : words;
}

export function fieldsIn(fields: Fields, around: Around, group: unknown): readonly Field[] {
  return typeof fields === 'function' ? fields(around, partOf(group)) : fields;
}

export function optionsOf(field: { options: Options }, around: Around, group: unknown): readonly Option[] {
  return typeof field.options === 'function' ? field.options(around, partOf(group)) : field.options;
}

/** A label in English and Spanish. */
export function say(en: string, es: string): Text {
  return { en, es };
}

/** The same words in both languages, for names that are not translated. */
export function same(words: string): Text {
  return { en: words, es: words };
}

/** The entries of a list of the kit as options, called by their title. */
export function namedOptions(list: unknown, key: string, title: string): Option[] {
  return listOf(list).flatMap((one) => {
    const value = valueIn(one, key);
    if (typeof value !== 'string' || value === '') return [];
    const text = valueIn(one, title);
    return [
      {
        value,
        label: { en: wordsOf(text, 'en') || value, es: wordsOf(text, 'es') || value },
      },
    ];
  });
}

/** One entry on each line. */
export function linesField(named: Named & { rows?: number }): FieldOf<'written'> {
  return {
    rows: 4,
    ...named,
    kind: 'written',
    show: (value) => (Array.isArray(value) ? value.map(String).join('\n') : String(value ?? '')),
    read: (typed) =>
      typed
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
  };
}

/** A slug that must stay once the public kit has it in the same list. */
export function stays(why: Text) {
  return (value: string, { published, path }: Around): Text | null => {
    const isPublic = listOf(valueAt(published, path.slice(0, -1))).some(
      (one) => valueIn(one, 'slug') === value,
    );
    return isPublic ? why : null;
  };
}

/** The day on which somebody reviewed a text, and in which role. */
export const reviewFields: readonly Field[] = [
  {
    kind: 'line',
    key: 'reviewed_on',
    type: 'date',
    optional: true,
    label: say('Reviewed on', 'Revisado el'),
  },
  {
    kind: 'text',
    key: 'reviewed_by',
    optional: true,
    label: say('Reviewed by', 'Revisado por'),
    hint: say(
      'A role, such as “a lawyer and two survivors”, never a person’s name.',
      'Una función, como «una abogada y dos sobrevivientes», nunca el nombre de una persona.',
    ),
  },
];
