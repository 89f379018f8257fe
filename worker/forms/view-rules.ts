import type { Language } from '../../web/language.ts';
import {
  type Around,
  entryTitle,
  type Field,
  type FieldOf,
  type Fields,
  fieldsIn,
  languagesOf,
  listOf,
  type Part,
  valueIn,
} from '../kits/form-rules.ts';
import {
  choicesOf,
  nameIn,
  severalOf,
  shownChoice,
  shownLine,
  shownLines,
  shownSeveral,
  shownText,
  shownTick,
  typedName,
  withoutReturns,
} from './shown-rules.ts';

type Head = { name: string; label: string; hint: string | null; optional: boolean; error: string | null };

export type InputType = NonNullable<FieldOf<'line'>['type']>;

/** A field as the page shows it, in the organizer's language. */
export type FieldView = Head &
  (
    | {
        kind: 'text';
        rows: number | null;
        isMarkdown: boolean;
        inputs: {
          language: Language;
          name: string;
          value: string;
          isMissing: boolean;
          error: string | null;
        }[];
      }
    | { kind: 'input'; type: InputType; value: string; rows: number | null }
    | { kind: 'fixed'; value: string; why: string }
    | {
        kind: 'select';
        value: string;
        options: { value: string; label: string }[];
        typed: { name: string; label: string } | null;
      }
    | { kind: 'tick'; isTicked: boolean }
    | { kind: 'several'; options: { value: string; label: string; isTicked: boolean }[] }
    | { kind: 'group'; fields: FieldView[] }
    | { kind: 'list'; add: string; hasPages: boolean; entries: EntryView[] }
  );

export type EntryView = {
  name: string;
  index: number;
  /** What it is called: 'Fact 2: People in slavery'. */
  title: string;
  isFirst: boolean;
  isLast: boolean;
  /** Its fields, or where they are. */
  content: { fields: FieldView[] } | { path: string; problems: number };
};

/** `path` is dotted, from the group of keys that the form edits. */
export type FormProblem = { path: string; message: string };

export type Showing = {
  around: Around;
  language: Language;
  problems: readonly FormProblem[];
};

export function viewOf(fields: Fields, part: unknown, showing: Showing): FieldView[] {
  return viewsIn(fields, part, { ...showing, prefix: '' });
}

type Viewing = Showing & { prefix: string };

function viewsIn(fields: Fields, part: unknown, viewing: Viewing): FieldView[] {
  return fieldsIn(fields, viewing.around, part).map((field) => fieldView(field, part, viewing));
}

function fieldView(field: Field, group: unknown, viewing: Viewing): FieldView {
  const { language, around } = viewing;
  const was = field.key === '' ? group : valueIn(group, field.key);
  const name = nameIn(viewing.prefix, field);
  const head: Head = {
    name,
    label: field.label[language],
    hint: field.hint?.[language] ?? null,
    optional: field.optional ?? false,
    error: errorAt(viewing.problems, name, ['group', 'list', 'text'].includes(field.kind)),
  };
  const inner = {
    ...viewing,
    prefix: name,
    around: { ...around, path: field.key === '' ? around.path : [...around.path, field.key] },
  };
  switch (field.kind) {
    case 'text':
      return { ...head, kind: 'text', ...textView(field, was, inner) };
    case 'line':
      return {
        ...head,
        kind: 'input',
        type: field.type ?? 'text',
        rows: field.rows ?? null,
        value: field.rows ? shownLines(was) : shownLine(was),
      };
    case 'slug': {
      const why = typeof was === 'string' ? field.fixed?.(was, around) : null;
      if (why) return { ...head, kind: 'fixed', value: shownLine(was), why: why[language] };
      return { ...head, kind: 'input', type: 'text', rows: null, value: shownLine(was) };
    }
    case 'choice':
      return choiceView(field, group, { head, around, language });
    case 'tick':
      return { ...head, kind: 'tick', isTicked: shownTick(field, was) };
    case 'several': {
      const ticked = shownSeveral(field, was);
      const options = severalOf(field, around, group).map(({ value, label }) => {
        return { value, label: label[language], isTicked: ticked.includes(value) };
      });
      return { ...head, kind: 'several', options };
    }
    case 'written':
      return {
        ...head,
        kind: 'input',
        type: 'text',
        rows: field.rows,
        value: withoutReturns(field.show(was)),
      };
    case 'group':
      return { ...head, kind: 'group', fields: viewsIn(field.fields, was, inner) };
    case 'list':
      return { ...head, kind: 'list', ...listView(field, was, inner) };
  }
}

/** Of a value with parts: what is wrong with the value itself, or with any of its parts. */
function errorAt(problems: readonly FormProblem[], name: string, isWhole: boolean): string | null {
  const own = problems.filter(({ path }) => path === name || (!isWhole && path.startsWith(`${name}.`)));
  const said = [...new Set(own.map(({ message }) => message))];
  return said.length > 0 ? said.join('. ') : null;
}

function textView(field: FieldOf<'text'>, was: unknown, { problems, around, prefix }: Viewing) {
  const shown = [...shownText(field, was, languagesOf(around.kit))];
  const hasWords = shown.some(([, words]) => words.trim() !== '');
  return {
    rows: field.rows ?? null,
    isMarkdown: field.isMarkdown ?? false,
    inputs: shown.map(([language, value]) => {
      const name = `${prefix}.${language}`;
      const error = errorAt(problems, name, true);
      return { language, name, value, isMissing: hasWords && value.trim() === '' && error === null, error };
    }),
  };
}

function choiceView(
  field: FieldOf<'choice'>,
  group: unknown,
  { head, around, language }: { head: Head; around: Around; language: Language },
): FieldView {
  const value = shownChoice(field, valueIn(group, field.key));
  const options = choicesOf(field, around, group).map((one) => {
    return { value: one.value, label: one.label[language] };
  });
  const why = field.fixed?.(around, group as Part);
  if (why) {
    const label = options.find((one) => one.value === value)?.label ?? value;
    return { ...head, kind: 'fixed', value: label, why: why[language] };
  }
  const isChosen = options.some((one) => one.value === value);
  const none = isChosen && !head.optional ? [] : [{ value: '', label: '–' }];
  return {
    ...head,
    kind: 'select',
    value,
    typed: field.orTyped ? { name: typedName(head.name), label: field.orTyped[language] } : null,
    options: options.some((one) => one.value === '') ? options : [...none, ...options],
  };
}

function listView(field: FieldOf<'list'>, was: unknown, viewing: Viewing) {
  const { language, around, prefix, problems } = viewing;
  const entries = listOf(was ?? field.standard);
  return {
    add: field.add[language],
    hasPages: field.hasPages ?? false,
    entries: entries.map((entry, index): EntryView => {
      const name = `${prefix}.${index}`;
      const inner = { ...viewing, prefix: name, around: { ...around, path: [...around.path, index] } };
      const called = entryTitle(field, entry, language);
      return {
        name,
        index,
        title: `${field.one[language]} ${index + 1}${called === '' ? '' : `: ${called}`}`,
        isFirst: index === 0,
        isLast: index === entries.length - 1,
        content: field.hasPages
          ? {
              path: inner.around.path.join('.'),
              problems: problems.filter(({ path }) => path === name || path.startsWith(`${name}.`)).length,
            }
          : { fields: entryFields(field, entry, inner) },
      };
    }),
  };
}

function entryFields(field: FieldOf<'list'>, entry: unknown, viewing: Viewing): FieldView[] {
  if (!field.isPlain) return viewsIn(field.fields, entry, viewing);
  const [plain] = fieldsIn(field.fields, viewing.around, {});
  return plain ? [fieldView(plain, entry, { ...viewing, around: { ...viewing.around } })] : [];
}

/** The problems of a kit that lie in a part of it, by their paths in there. */
export function problemsUnder(
  problems: readonly { path: string; message: string }[],
  path: string,
): FormProblem[] {
  const prefix = path === '' ? '' : `${path}.`;
  return problems.flatMap((problem) => {
    const dotted = problem.path.replace(/\[(\d+)\]/g, '.$1');
    if (dotted === path) return [{ ...problem, path: '' }];
    return dotted.startsWith(prefix) ? [{ ...problem, path: dotted.slice(prefix.length) }] : [];
  });
}

/** For the summary: every problem with the field where it can be mended. */
export function summaryOf(views: readonly FieldView[], problems: readonly FormProblem[]) {
  const names = namesOf(views);
  return problems.map(({ path, message }) => {
    const [field] = names
      .filter(({ name }) => path === name || path.startsWith(`${name}.`))
      .toSorted((a, b) => b.name.length - a.name.length);
    const { name = null, label = null, spoken = null } = field ?? {};
    return { name, label, spoken, path, message };
  });
}

/** `spoken`: of a text in several languages, the one that is meant. */
type Named = { name: string; label: string; spoken?: Language };

function namesOf(views: readonly FieldView[]): Named[] {
  return views.flatMap((view) => {
    const own = { name: view.name, label: view.label };
    if (view.kind === 'text') {
      return [
        own,
        ...view.inputs.map(({ name, language }) => {
          return { ...own, name, ...(view.inputs.length > 1 && { spoken: language }) };
        }),
      ];
    }
    if (view.kind === 'group') return [own, ...namesWithin(view.label, view.fields)];
    if (view.kind !== 'list') return [own];
    return [
      own,
      ...view.entries.flatMap(({ name, title, content }) => [
        { name, label: title },
        ...('fields' in content ? namesWithin(title, content.fields) : []),
      ]),
    ];
  });
}

/** Several groups of a form have fields of the same name. */
function namesWithin(title: string, views: readonly FieldView[]): Named[] {
  return namesOf(views).map((one) => ({ ...one, label: `${title}: ${one.label}` }));
}
