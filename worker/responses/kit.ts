import * as z from 'zod';
import { committeeNames, councilSlugs } from '../councils/kit.ts';
import { wholeCouncil } from '../councils/rules.ts';
import { slug, text } from '../kits/atoms.ts';
import { type Names, nameList, namesAt } from '../kits/names.ts';
import { count, type KitProblem, list, name, problemIf, repeated, repeatedSlugs } from '../kits/problems.ts';
import { kitSection, type Stored } from '../kits/section.ts';
import { petitionKitSection } from '../petitions/kit.ts';
import { asksSnapshotStatement, deleteAsksStatements, listAsked, saveAsksStatements } from './kit-store.ts';

const answered = nameList('a petition whose asks are listed');

const request = z.strictObject({
  at_signatures: z.int().min(1).describe('One of the thresholds of the petition'),
  committee: slug.optional().describe('Of whom it is asked; whom the petition is addressed to where missing'),
  asks: z.array(slug).min(1).max(20).describe('Slugs of the asks'),
  answer_within_days: z
    .int()
    .min(1)
    .max(366)
    .default(30)
    .describe('After so many days without an answer it waits on the organizers’ desk'),
});

const responses = z.strictObject({
  petition: slug,
  asks: z
    .array(z.strictObject({ slug, text: text(300) }))
    .min(1)
    .max(20)
    .describe('What the petition asks, one by one, so that each can be answered'),
  requests: z.array(request).max(40).default([]),
});

const petitions = list({ slug: name, committee: name, thresholds: list({ signatures: count }) });
const skeleton = {
  petitions,
  official_responses: list({
    petition: name,
    asks: list({ slug: name }),
    requests: list({ at_signatures: count, committee: name, asks: z.array(name).catch([]) }),
  }),
};
type Skeleton = z.output<typeof skeleton.official_responses>[number];
type Petitions = z.output<typeof petitions>;

export const responsesKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).responsesForms,
  needs: [petitionKitSection],
  keys: { official_responses: z.array(responses).max(50).default([]) },
  skeleton,
  names: ({ official_responses }) => [
    { list: answered, names: namesAt('official_responses', 'petition', official_responses) },
  ],
  references: ({ official_responses, petitions }, names) =>
    official_responses.flatMap((one, i) =>
      inResponses(`official_responses[${i}]`, one, { petitions, names }),
    ),
  refusals: ({ official_responses, campaign }, stored) =>
    changedAsks(official_responses, campaign.slug, stored),
  open({ official_responses, campaign }, { db, kit }) {
    const saved = official_responses.map(({ petition, asks, requests }) => ({
      petition,
      asks,
      requests: requests.flatMap(({ at_signatures, committee, asks, answer_within_days }) =>
        asks.map((ask) => {
          return { ask, signatures: at_signatures, committee: committee ?? null, within: answer_within_days };
        }),
      ),
    }));
    return saveAsksStatements(db, saved, { campaign: campaign.slug, ...councilSlugs(kit) });
  },
  takeBack: ({ campaign }, { db }) => deleteAsksStatements(db, campaign.slug),
  entries: ({ official_responses }) => [
    ...official_responses.flatMap(({ petition, asks }) =>
      asks.map(({ slug }) => ({ label: `petition ${petition}, ask ${slug}` })),
    ),
  ],
  snapshot: ({ campaign }, { db }) => [asksSnapshotStatement(db, campaign.slug)],
});

function inResponses(
  path: string,
  responses: Skeleton,
  { petitions, names }: { petitions: Petitions; names: Names },
): KitProblem[] {
  if (!responses) return [];
  const petition = petitions.find((one) => one?.slug === responses.petition);
  const slugs = responses.asks.map((ask) => ask?.slug);
  const requested = responses.requests.flatMap((request) =>
    (request?.asks ?? []).map((ask) => `${request?.committee ?? petition?.committee ?? wholeCouncil} ${ask}`),
  );
  return [
    ...problemIf(
      responses.petition !== undefined && !petition && petitions.length > 0,
      `${path}.petition`,
      'is not a petition of this kit',
    ),
    ...repeatedSlugs(`${path}.asks`, responses.asks),
    ...responses.requests.flatMap((request, i) => {
      const at = `${path}.requests[${i}]`;
      const thresholds = petition?.thresholds.map((threshold) => threshold?.signatures ?? 0) ?? [];
      // Where they are out of order, that is told, and what was meant is not known.
      const isSound = thresholds.every((one, k) => one > (thresholds[k - 1] ?? 0));
      const signatures = request?.at_signatures;
      return [
        ...problemIf(
          isSound && petition !== undefined && signatures !== undefined && !thresholds.includes(signatures),
          `${at}.at_signatures`,
          'is not a threshold of the petition',
        ),
        ...names.unlessIn(committeeNames, request?.committee, `${at}.committee`),
        ...(request?.asks ?? []).flatMap((ask, k) =>
          problemIf(
            ask !== undefined && !slugs.includes(ask),
            `${at}.asks[${k}]`,
            'is not one of the asks above',
          ),
        ),
      ];
    }),
    ...repeated(`${path}.requests`, 'asks', requested).map(() => ({
      path: `${path}.requests`,
      message: 'ask the same of one committee twice',
    })),
  ];
}

/** What was asked stays what was asked: an answer must never stand beside another question. */
async function changedAsks(
  parts: z.output<typeof responses>[],
  campaign: string,
  { db }: Stored,
): Promise<KitProblem[]> {
  const asked = await listAsked(db, campaign);
  return parts.flatMap(({ petition, asks }, i) =>
    asks.flatMap(({ slug, text }, k) => {
      const before = asked.find((one) => one.petition === petition && one.slug === slug);
      return problemIf(
        before !== undefined && (before.text.en !== text.en || before.text.es !== text.es),
        `official_responses[${i}].asks[${k}].text`,
        'was asked of a committee in other words: give a changed ask a slug of its own',
      );
    }),
  );
}
