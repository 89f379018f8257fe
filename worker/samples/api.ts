import * as z from 'zod';
import { type ApiOperations, jsonAnswer, refusals, slugParameter } from '../platform/http/openapi.ts';

const count = z.int().nonnegative();
const share = z.int().min(0).max(10_000).nullable();

/** What a statement tells of a sample, and the leaves that were drawn. */
const sampleSchema = z.object({
  id: count,
  announced_at: z.iso.datetime(),
  source: z.string().describe('Where the seed comes from, as it was announced'),
  seed_on: z.iso.date().describe('The day on which the seed was to be known'),
  week: z.string().describe('The week in whose member tree it is drawn'),
  size: count.describe('How many were to be drawn'),
  state: z.enum(['announced', 'drawn', 'asking', 'closed', 'cancelled']),
  seed: z.string().nullable(),
  draw: z
    .object({
      tree_size: count,
      drawn: count,
      numbers: count.describe('How many numbers the seed made'),
      passed_over: count.describe('Leaves that were drawn and do not count'),
      leaves_sha256: z.string(),
    })
    .nullable(),
  result: z
    .object({
      asked: count,
      not_asked: count,
      answered: count,
      yes: count.nullable().describe('Null if fewer than twenty answered'),
      no: count.nullable(),
      low: share.describe('Of the share of yes, in ten-thousandths: Clopper-Pearson at 95%'),
      high: share,
    })
    .nullable()
    .describe('Null until the answers are counted'),
  leaves: z.array(count).describe('In the order of the draw; docs/verify.md says how they are drawn'),
});

export type SampleJson = z.infer<typeof sampleSchema>;

export const samplesApi: ApiOperations = {
  paths: {
    '/api/v1/actions/{action}/samples': {
      parameters: [slugParameter('action')],
      get: {
        operationId: 'getSamples',
        summary:
          'The samples of the signatures of a petition or survey, the newest first: announcement, draw, result',
        responses: {
          200: jsonAnswer('The samples', z.object({ samples: z.array(sampleSchema) })),
          ...refusals([404]),
        },
      },
    },
  },
};
