import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import type { CampaignBlock } from '../campaigns/block.ts';
import { joinQueries, knownQuery, mapQuery } from '../platform/query.ts';
import { pageOfCity, statePath } from './links.ts';
import { StatePart } from './pages/state-part.tsx';
import { readingsOf } from './readings.ts';
import { type CityReading, type Rollup, readingStates, sumOf } from './rules.ts';
import { cityRowsQuery, rollupQuery } from './store.ts';

const count = z.number().int();
const instant = z.string().nullable();

const shape = {
  rollup: z
    .object({
      state: z.string(),
      name: z.string(),
      cities: count.describe('Whose numbers are in the sum'),
      signatures: count,
      answers: count,
      trained: count,
      by_city: z.array(
        z.object({
          slug: z.string(),
          name: z.string(),
          page: z.string(),
          state: z.enum(readingStates),
          reason: z.string().nullable(),
          counts: z.boolean().describe('Whether its numbers are in the sum'),
          population: count,
          is_above_population: z.boolean(),
          week: z.string().nullable(),
          signatures: count,
          answers: count,
          trained: count,
          read_at: instant.describe('The last attempt to read it'),
          verified_at: instant,
          statements: z.array(
            z.object({
              ...{ action: z.string(), kind: z.string(), week: z.string(), url: z.string() },
              ...{ n: count, leaf: z.string().describe('Hash of its leaf in the log of its city, in hex') },
            }),
          ),
        }),
      ),
    })
    .nullable()
    .describe('Cities of a state, added up from signed statements. People are counted per city'),
};

/** The way to the page of the state, on the campaign's page, and its numbers in the campaign's JSON. */
export const stateBlock: CampaignBlock = {
  page: () =>
    knownQuery(({ campaign, shell }) =>
      campaign.rollup
        ? {
            side: (
              <StatePart
                shell={shell}
                state={campaign.rollup[shell.language]}
                href={statePath(campaign.slug)}
              />
            ),
          }
        : {},
    ),
  json: {
    shape,
    query: (db, campaign) =>
      mapQuery(
        joinQueries({ rollup: rollupQuery(db, campaign), rows: cityRowsQuery(db, campaign) }),
        ({ rollup, rows }) =>
          (language, now) => ({
            rollup: rollup && jsonOf(rollup, readingsOf(rows, { now, publicUrl: '' }), language),
          }),
      ),
  },
};

function jsonOf({ postalCode, name }: Rollup, readings: readonly CityReading[], language: Language) {
  return {
    ...{ state: postalCode, name: name[language], ...sumOf(readings) },
    by_city: readings.map((one) => ({
      ...{ slug: one.slug, name: one.name[language], page: pageOfCity(one) },
      ...{ state: one.state, reason: one.reason, counts: one.counts },
      ...{ population: one.population, is_above_population: one.isAbovePopulation, week: one.week },
      ...{ signatures: one.signatures, answers: one.answers, trained: one.trained },
      read_at: one.readAt?.toISOString() ?? null,
      verified_at: one.verifiedAt?.toISOString() ?? null,
      statements: one.statements.map(({ action, kind, week, url, n, leaf }) => {
        return { action, kind, week, url, n, leaf };
      }),
    })),
  };
}
