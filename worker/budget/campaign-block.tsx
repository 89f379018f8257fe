import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import type { CampaignBlock } from '../campaigns/block.ts';
import { joinQueries, knownQuery, mapQuery } from '../platform/query.ts';
import { answersOf } from './answers.ts';
import { type NamedQuestion, namedQuestionsQuery } from './answers-store.ts';
import { comparisonPath } from './links.ts';
import { BudgetPart } from './pages/budget-part.tsx';
import type { Comparison, Figure } from './rules.ts';
import { comparisonsQuery, slugsOf } from './store.ts';

const figure = z
  .object({
    amount: z.number(),
    source: z.object({
      name: z.string(),
      url: z.string().nullable(),
      page: z.string().nullable(),
      year: z.number().int(),
    }),
  })
  .nullable()
  .describe('Null where it is not known');

const shape = {
  budget: z
    .array(
      z.object({
        slug: z.string(),
        title: z.string(),
        page: z.string(),
        lines: z.array(
          z.object({
            slug: z.string(),
            name: z.string(),
            adopted: figure,
            proposed: figure,
            asked: figure,
            answers: z
              .object({
                n: z.number().int(),
                median: z.number(),
                middle_half: z.array(z.number()).length(2),
                unit: z.string().nullable(),
                one_is: figure.describe('What one of the unit is in dollars, if it is known'),
                week: z.string(),
              })
              .nullable()
              .describe('As the digest of that week told them; null for fewer than five people'),
          }),
        ),
        residents: figure,
        unit: z.object({ name: z.string(), cost: figure }).nullable(),
      }),
    )
    .describe('Comparisons of budgets, in dollars a year'),
};

/** The way to the comparisons on the campaign's page, and their numbers in its JSON. */
export const budgetBlock: CampaignBlock = {
  page: () =>
    knownQuery(({ campaign, shell }) => {
      const comparisons = campaign.budget.map(({ slug, title }) => {
        return { href: comparisonPath(slug), title: title[shell.language] };
      });
      return comparisons.length > 0 ? { side: <BudgetPart shell={shell} comparisons={comparisons} /> } : {};
    }),
  json: {
    shape,
    query: (db, campaign) =>
      mapQuery(
        joinQueries({
          found: comparisonsQuery(db, campaign),
          named: namedQuestionsQuery(db, slugsOf(campaign)),
        }),
        ({ found, named }) =>
          (language) => ({
            budget: found.map(({ comparison }) => jsonOf(comparison, named, language)),
          }),
      ),
  },
};

function jsonOf(comparison: Comparison, named: readonly NamedQuestion[], language: Language) {
  const figureOf = (one: Figure | null) =>
    one && { amount: one.amount, source: { ...one.source, name: one.source.name[language] } };
  const { slug, title, lines, residents, unit } = comparison;
  const answers = answersOf(comparison, named);
  return {
    ...{ slug, title: title[language], page: comparisonPath(slug) },
    lines: lines.map((line, i) => {
      const told = answers[i];
      return {
        ...{ slug: line.slug, name: line.name[language] },
        adopted: figureOf(line.adopted),
        proposed: figureOf(line.proposed),
        asked: figureOf(line.asked),
        answers: told
          ? {
              ...{ n: told.n, median: told.median, middle_half: told.middle },
              ...{ unit: told.unit?.[language] ?? null, week: told.week },
              one_is: figureOf(line.answers?.oneIs ?? null),
            }
          : null,
      };
    }),
    residents: figureOf(residents),
    unit: unit && { name: unit.name[language], cost: figureOf(unit.cost) },
  };
}
