import * as z from 'zod';
import {
  actionEntry,
  actionNames,
  actionOf,
  actionSkeleton,
  actionsAsTheyStand,
  pastClosings,
  rejectionProblems,
  signedTexts,
  statesInKit,
  takenActions,
} from '../actions/kit.ts';
import {
  actionsSnapshotStatement,
  deleteActionsStatements,
  saveActionsStatements,
  saveThresholdsStatements,
} from '../actions/kit-store.ts';
import { campaignKitSection } from '../campaigns/kit.ts';
import { sourceNames } from '../coalition/kit.ts';
import { linkEntries, linkNames, linkSkeleton, takenLinks } from '../coalition/kit-links.ts';
import { shortLink } from '../coalition/kit-schema.ts';
import { saveShortLinksStatement } from '../coalition/kit-store.ts';
import { addresseeProblems, councilKitSection, councilSlugs } from '../councils/kit.ts';
import { date, paragraphs, slug, text } from '../kits/atoms.ts';
import { type Names, namesAt } from '../kits/names.ts';
import { count, type KitProblem, list, problemIf, unlessInOrder } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';

const petition = z.strictObject({
  slug,
  committee: slug
    .optional()
    .describe('The slug of the committee it is addressed to; the whole council where missing'),
  state: z
    .enum(statesInKit)
    .default('open')
    .describe('The last three in a file of a campaign as it stands: they hold where it is opened first'),
  rejection: text(500).optional().describe('Why it was rejected'),
  title: text(120),
  ask: text(300),
  text: paragraphs(20_000).describe('Markdown'),
  text_note: text(300).optional().describe('What was changed in the text since people signed it'),
  text_change: z.enum(['spelling', 'meaning']).optional().describe('Which of the two was changed'),
  opens_on: date.describe('From the start of this day'),
  closes_on: date.optional().describe('Until the end of this day'),
  thresholds: z
    .array(z.strictObject({ signatures: z.int().min(1).max(1_000_000_000), name: text(120) }))
    .max(20)
    .default([]),
  asks_street: z.boolean().default(false),
  links: z.array(shortLink).max(200).default([]),
});

const petitions = list({
  ...actionSkeleton,
  thresholds: list({ signatures: count }),
  links: list(linkSkeleton),
});
type Skeleton = z.output<typeof petitions>[number];

export const petitionKitSection = kitSection({
  forms: async () => (await import('./kit-forms.ts')).petitionForms,
  needs: [councilKitSection, campaignKitSection],
  keys: { petitions: z.array(petition).min(1).max(50) },
  skeleton: { petitions },
  names: ({ petitions }) => [
    {
      list: actionNames,
      one: 'a petition',
      // A kit without a valid petition list is broken anyway, so references to petitions are not checked.
      names: petitions.length > 0 ? namesAt('petitions', 'slug', petitions) : undefined,
    },
    linkNames('petitions', petitions),
  ],
  references: ({ petitions }, names) =>
    petitions.flatMap((petition, i) => inPetition(`petitions[${i}]`, petition, names)),
  refusals: async ({ petitions }, stored) => [
    ...(await takenActions('petition', petitions, stored)),
    ...(await takenLinks('petitions', petitions, stored)),
  ],
  check: ({ petitions }) => rejectionProblems('petition', petitions),
  closings: ({ petitions }, closing) => pastClosings('petition', petitions, closing),
  open: ({ petitions, campaign }, opening) => [
    ...saveActionsStatements(
      opening.db,
      petitions.map((petition) => ({
        kind: 'petition',
        ...actionOf(petition, opening),
        asksStreet: petition.asks_street,
      })),
      { campaign: campaign.slug, ...councilSlugs(opening.kit), now: opening.now },
    ),
    ...saveThresholdsStatements(opening.db, petitions, campaign.slug),
    saveShortLinksStatement(
      opening.db,
      campaign.slug,
      petitions.flatMap(({ slug, links }) =>
        links.map(({ code, source }) => ({ code, target: `/petitions/${slug}?source=${source}` })),
      ),
    ),
  ],
  takeBack: ({ campaign }, { db }) =>
    deleteActionsStatements(db, { kind: 'petition', campaign: campaign.slug }),
  entries: ({ petitions }) => [
    ...petitions.map((petition) => actionEntry('petition', petition)),
    ...petitions.flatMap(({ slug, thresholds }) =>
      thresholds.map(({ signatures }) => ({ label: `petition ${slug}, threshold ${signatures}` })),
    ),
    ...linkEntries(petitions),
  ],
  snapshot: ({ campaign }, { db }) => [
    actionsSnapshotStatement(db, { kind: 'petition', campaign: campaign.slug }),
  ],
  asItStands: (json, _part, stored) => actionsAsTheyStand('petition', json, stored),
  texts: ({ petitions }) => signedTexts('petition', petitions),
});

function inPetition(path: string, petition: Skeleton, names: Names): KitProblem[] {
  if (!petition) return [];
  const counts = petition.thresholds.map((threshold) => threshold?.signatures);
  return [
    ...addresseeProblems(names, petition.committee, `${path}.committee`),
    ...unlessInOrder(petition.opens_on, petition.closes_on, `${path}.closes_on`, 'opens_on'),
    ...petition.links.flatMap((link, i) =>
      names.unlessIn(sourceNames, link?.source, `${path}.links[${i}].source`),
    ),
    ...counts.flatMap((signatures = Number.POSITIVE_INFINITY, i) =>
      problemIf(
        signatures <= (counts[i - 1] ?? 0),
        `${path}.thresholds[${i}].signatures`,
        'must be more than the one before',
      ),
    ),
  ];
}
