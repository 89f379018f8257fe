import { campaignKitSection } from '../campaigns/kit.ts';
import { repeatedSlugs } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import { answerProblems, budgetSkeleton } from './kit-references.ts';
import { budgetKeys, type ComparisonOfKit, type FigureOfKit, type LineOfKit } from './kit-schema.ts';
import {
  comparisonsSnapshotStatement,
  deleteComparisonsStatements,
  listTaken,
  saveComparisonsStatements,
} from './kit-store.ts';
import type { Comparison, Figure, Line } from './rules.ts';

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
