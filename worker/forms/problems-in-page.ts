import { type Language, message } from '../../web/language.ts';
import type { Part } from '../kits/form-rules.ts';
import { checkKit } from '../kits/parse.ts';
import { problemWords } from '../kits/problem-words.ts';
import type { KitProblem } from '../kits/problems.ts';
import { deadLinks } from './link-rules.ts';
import { copy } from './pages/copy.ts';
import type { SummaryLine } from './pages/form-page.tsx';
import type { Sections } from './paths.ts';
import { findPlace, type Place } from './place-rules.ts';
import { findList } from './read-rules.ts';
import { type FormProblem, problemsUnder, summaryOf, viewOf } from './view-rules.ts';

const isEmptyList = /^(is missing|must have at least 1 entry)$/;

/** In words for the organizer. */
export function problemsOf(
  kit: Part,
  place: Place,
  sections: Sections,
  { language, now }: { language: Language; now: Date },
): FormProblem[] {
  const { fields, part, around } = place;
  const words = copy[language];
  return [
    ...problemsUnder(kitProblems(kit, sections, now), around.path.join('.')).map((one) => {
      const empty = isEmptyList.test(one.message) ? findList(fields, part, { around, name: one.path }) : null;
      return {
        path: one.path,
        message: empty
          ? message(words.addOne, { add: empty.add[language] }, language)
          : problemWords(one.message, language),
      };
    }),
    ...deadLinks(fields, part, around).map(({ path, scheme }) => {
      return { path, message: message(words.badLink, { scheme }, language) };
    }),
  ];
}

export function kitProblems(kit: Part, sections: Sections, now: Date): KitProblem[] {
  const checked = checkKit(kit, sections.all, now);
  return checked.ok ? [] : checked.error;
}

/** How many problems there are on the pages of other parts. */
export function elsewhere(kit: Part, place: Place, sections: Sections, now: Date): number {
  const all = kitProblems(kit, sections, now);
  return all.length - ofPlace(place, problemsUnder(all, place.around.path.join('.'))).length;
}

/** A page edits some of the keys of a group: the problems of the others are told on their pages. */
export function ofPlace({ fields, part, around }: Place, problems: readonly FormProblem[]): FormProblem[] {
  const names = viewOf(fields, part, { around, language: 'en', problems: [] }).map(({ name }) => name);
  return problems.filter(({ path }) => names.includes(path.split('.')[0] ?? ''));
}

/** Each problem once, with the field where it is mended, also where that is on the page of an entry. */
export function summaryIn(
  { page, fields, part, around }: Place,
  problems: readonly FormProblem[],
  language: Language,
): SummaryLine[] {
  const words = copy[language];
  const views = viewOf(fields, part, { around, language, problems });
  const said = summaryOf(views, problems).flatMap(
    ({ name, label, spoken, path, message: text }): SummaryLine[] => {
      const at = spoken
        ? message(words.inLanguage, { label: label ?? '', language: words.spoken[spoken] }, language)
        : label;
      const inner = name === null || name === path ? null : findPlace(page, entryPath(around, name), around);
      if (!inner || name === null) return [{ name, inner: null, label: at, message: text }];
      const deeper = problemsUnder([{ path, message: text }], name);
      return summaryIn(inner, deeper, language).map((one) => {
        const field = one.inner ?? { entry: entryPath(around, name), name: one.name };
        return { ...one, name, inner: field, label: one.label === null ? at : `${at}, ${one.label}` };
      });
    },
  );
  const lines = new Map(
    said.map((one) => [
      `${one.name} ${one.inner?.entry} ${one.inner?.name} ${one.label} ${one.message}`,
      one,
    ]),
  );
  return [...lines.values()];
}

const entryPath = ({ path }: Place['around'], name: string) => [...path, name].join('.');
