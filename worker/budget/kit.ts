import type { Language } from '../../web/language.ts';
import { campaignKitSection } from '../campaigns/kit.ts';
import { type KitProblem, problemIf, repeatedSlugs } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import { answerProblems, budgetSkeleton } from './kit-references.ts';
import { budgetKeys, type ComparisonOfKit, type FigureOfKit, type LineOfKit } from './kit-schema.ts';
import {
  comparisonsSnapshotStatement,
  deleteComparisonsStatements,
  listTaken,
  saveComparisonsStatements,
} from './kit-store.ts';
import { type Comparison, type Figure, type Line, mostText, textBytes } from './rules.ts';

export const budgetKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).budgetForms,
  needs: [campaignKitSection],
  keys: budgetKeys,
  skeleton: budgetSkeleton,
  references: (skeleton) => [
    ...repeatedSlugs('budget', skeleton.budget),
    ...skeleton.budget.flatMap((one, i) => repeatedSlugs(`budget[${i}].lines`, one?.lines ?? [])),
    ...answerProblems(skeleton),
  ],
  check: ({ budget, languages }) => budget.flatMap((one, i) => problemsIn(one, languages, `budget[${i}]`)),
  dated: ({ budget }, now) => {
    const latest = now.getUTCFullYear() + yearsAhead;
    return budget.flatMap((one, i) =>
      figuresIn(one, `budget[${i}]`).flatMap(({ path, figure }) =>
        problemIf((figure?.year ?? 0) > latest, `${path}.year`, `must be at most ${latest}`),
      ),
    );
  },
  async refusals({ budget, campaign }, { db }) {
    const slugs = budget.map(({ slug }) => slug);
    const taken = await listTaken(db, campaign.slug, slugs);
    return taken.map(({ slug, owner }) => ({
      path: `budget[${slugs.indexOf(slug)}].slug`,
      message: `is a comparison of the campaign ${owner}`,
    }));
  },
  // For the console's menu and for the links on other pages.
  content: ({ budget }) =>
    budget.length > 0 ? { budget: budget.map(({ slug, title }) => ({ slug, title })) } : {},
  open: ({ budget, campaign }, { db }) =>
    saveComparisonsStatements(
      db,
      campaign.slug,
      budget.map((one) => ({ comparison: comparisonOf(one), toFill: toFillIn(one) })),
    ),
  takeBack: ({ campaign }, { db }) => deleteComparisonsStatements(db, campaign.slug),
  entries: ({ budget }) => budget.map(({ slug }) => ({ label: `budget comparison ${slug}` })),
  snapshot: ({ campaign }, { db }) => [comparisonsSnapshotStatement(db, campaign.slug)],
});

/** A budget of two years is proposed before its first one begins. */
const yearsAhead = 2;

function problemsIn(given: ComparisonOfKit, languages: readonly Language[], path: string): KitProblem[] {
  const shown = comparisonOf(given);
  return [
    ...problemIf(
      languages.some((language) => textBytes(shown, language) > mostText),
      path,
      `is too long for one page: shorten its texts, or make two comparisons of it; all together may have ${mostText} bytes in each language`,
    ),
    ...shown.lines.flatMap(({ adopted, proposed }, i) =>
      problemIf(
        adopted !== null && proposed !== null && proposed.source.year <= adopted.source.year,
        `${path}.lines[${i}].proposed.year`,
        'must be later than the year of what was adopted',
      ),
    ),
  ];
}

function figuresIn({ lines, residents, unit }: ComparisonOfKit, path: string) {
  return [
    { path: `${path}.residents`, figure: residents },
    { path: `${path}.unit.cost`, figure: unit?.cost },
    ...lines.flatMap(({ adopted, proposed, asked, answers }, i) => [
      { path: `${path}.lines[${i}].adopted`, figure: adopted },
      { path: `${path}.lines[${i}].proposed`, figure: proposed },
      { path: `${path}.lines[${i}].asked`, figure: asked },
      { path: `${path}.lines[${i}].answers.one_is`, figure: answers?.one_is },
    ]),
  ];
}

function figureOf(given: FigureOfKit | undefined): Figure | null {
  const { amount = null, source, url, page, year } = given ?? {};
  if (amount === null || !source || year === undefined) return null;
  return { amount, source: { name: source, url: url ?? null, page: page ?? null, year } };
}

function lineOf({ slug, name, about, adopted, proposed, asked, answers, not_known }: LineOfKit): Line {
  return {
    ...{ slug, name, about: about ?? null },
    adopted: figureOf(adopted),
    proposed: figureOf(proposed),
    asked: figureOf(asked),
    answers: answers
      ? {
          ...{ survey: answers.survey, question: answers.question, line: answers.line ?? null },
          oneIs: figureOf(answers.one_is),
        }
      : null,
    notKnown: not_known ?? null,
  };
}

function comparisonOf(given: ComparisonOfKit): Comparison {
  const { slug, title, lead, lines, residents, unit, not_known, concerns, share } = given;
  return {
    ...{ slug, title, lead },
    lines: lines.map(lineOf),
    residents: figureOf(residents),
    unit: unit ? { name: unit.name, cost: figureOf(unit.cost) } : null,
    notKnown: not_known ?? null,
    concerns: concerns.map(({ sources, ...concern }) => ({
      ...concern,
      sources: sources.map(({ name, url }) => ({ name, url: url ?? null })),
    })),
    share: share ?? null,
  };
}

/** Numbers that the page could show and that nobody has filled in. A line may ask nothing. */
function toFillIn({ lines, residents, unit }: ComparisonOfKit): string[] {
  const wanted = [
    { key: 'residents', figure: residents },
    ...(unit ? [{ key: 'unit', figure: unit.cost }] : []),
    ...lines.flatMap(({ slug, adopted, proposed, asks, asked, answers }) => [
      { key: `${slug}.adopted`, figure: adopted },
      { key: `${slug}.proposed`, figure: proposed },
      ...(asks || asked ? [{ key: `${slug}.asked`, figure: asked }] : []),
      ...(answers?.one_is ? [{ key: `${slug}.answers`, figure: answers.one_is }] : []),
    ]),
  ];
  return wanted.flatMap(({ key, figure }) => (figureOf(figure) === null ? [key] : []));
}
