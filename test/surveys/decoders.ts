import type { SurveyAnswer } from '../../worker/surveys/kinds/kind.ts';
import type { Question } from '../../worker/surveys/kinds/questions.ts';

/** The city survey's names in the kit. Decoders read them on their own, without code from the adapters. */
export type Named = {
  entry?: string;
  field?: string;
  part?: string;
  options?: Record<string, string>;
  parts?: Record<string, string>;
  quoted?: boolean;
};

/** The query as the city's script would read it: a plus sign stays a plus sign. */
export function queryOf(url: string): [string, string][] {
  const query = url.split('?')[1] ?? '';
  return query
    .split('&')
    .filter(Boolean)
    .map((part) => part.split('=').map(decodeURIComponent) as [string, string]);
}

export type Decoder = (url: string, question: Question, named: Named) => SurveyAnswer | undefined;

const ours = (map: Record<string, string> = {}, theirs: string) =>
  Object.keys(map).find((id) => map[id] === theirs) ?? '?';

/** The answer in the field, with our ids. */
function meant(question: Question, values: string[], named: Named): SurveyAnswer | undefined {
  const [value] = values;
  if (value === undefined) return undefined;
  const isMapped = ['single', 'multiple', 'ranking', 'district'].includes(question.kind);
  if (question.kind === 'multiple' || question.kind === 'ranking') {
    return values.map((one) => ours(named.options, one));
  }
  return isMapped ? ours(named.options, value) : value;
}

/** An order or amounts from a field for each part. */
function gathered(question: Question, named: Named, said: (part: string) => string | undefined) {
  const found = Object.entries(named.parts ?? {}).flatMap(([id, name]) => {
    const value = said(name);
    return value === undefined ? [] : [[id, Number(value)] as const];
  });
  if (found.length === 0) return undefined;
  if (question.kind !== 'ranking') return Object.fromEntries(found);
  return found.toSorted(([, one], [, other]) => one - other).map(([id]) => id);
}

/** Fields by name. `split` says how several values are written. */
function byField(prefix: string, split: (values: string[], named: Named) => string[]): Decoder {
  return (url, question, named) => {
    const all = queryOf(url);
    const valuesOf = (name: string) => all.filter(([key]) => key === prefix + name).map(([, value]) => value);
    if (named.parts) return gathered(question, named, (name) => valuesOf(name)[0]);
    const values = valuesOf(named.entry ?? named.field ?? '');
    return meant(
      question,
      question.kind === 'multiple' ? split(values, named) : unquoted(values, named),
      named,
    );
  };
}

function unquoted(values: string[], { quoted }: Named): string[] {
  return quoted ? values.map((value) => JSON.parse(value)) : values;
}

const commas = (values: string[]) => values.flatMap((value) => value.split(','));

const qualtrics: Decoder = (url, question, { field = '', part, ...named }) => {
  const given = queryOf(url).find(([name]) => name === 'Q_PopulateResponse')?.[1];
  const mine = given === undefined ? undefined : JSON.parse(given)[field];
  if (mine === undefined) return undefined;
  if (named.parts) return gathered(question, named, (name) => mine[name]);
  return meant(question, [part === undefined ? mine : mine[part]], named);
};

const limesurvey: Decoder = (url, question, named) => {
  const all = queryOf(url);
  const survey = /index\.php\/(\d+)/.exec(url)?.[1];
  const name = `${survey}X${named.field}`;
  const said = (code: string) => all.find(([key]) => key === name + code)?.[1];
  if (named.parts) return gathered(question, named, said);
  const codes = Object.values(named.options ?? {});
  if (question.kind === 'multiple') {
    const ticked = codes.filter((code) => said(code) === 'Y');
    return ticked.length > 0 ? meant(question, ticked, named) : undefined;
  }
  const first = question.kind === 'ranking' ? codes.map((_, i) => said(String(i + 1))) : [said('')];
  return meant(
    question,
    first.filter((one) => one !== undefined),
    named,
  );
};

export const decoders: Record<string, Decoder> = {
  'google-forms': byField('entry.', (values) => values),
  'microsoft-forms': byField('', (values) => values.flatMap((value) => JSON.parse(value))),
  qualtrics,
  limesurvey,
  survey123: byField('field:', commas),
  jotform: byField('', commas),
};
