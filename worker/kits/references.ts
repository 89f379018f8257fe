import * as z from 'zod';
import { languages } from '../../web/language.ts';
import { inSurveys, surveysSkeleton } from '../surveys/kit/references.ts';
import {
  aDistrict,
  aSource,
  type Codes,
  count,
  type KitProblem,
  linkSkeleton,
  list,
  name,
  part,
  problemIf,
  repeated,
  repeatedSlugs,
  unlessIn,
  unlessInOrder,
} from './problems.ts';

const bilingual = part({ en: name, es: name });
const fact = { slug: name, figure: bilingual, statement: bilingual };

/** One run tells of everything. */
const skeleton = part({
  city: part({
    districts: list({ code: name }),
    zips: z.record(z.string(), z.record(z.string(), z.number()).catch({})).catch({}),
  }),
  council: part({
    majority: count,
    seats: list({ slug: name, district: name }),
    committees: list({ slug: name }),
  }),
  campaign: part({
    headline_fact: part(fact),
    facts: list(fact),
    phases: list({ slug: name, starts_on: name, ends_on: name }),
    junctures: list({ slug: name }),
    sources: list({ slug: name, partner: name }),
    partners: list({ slug: name }),
    share: list({ slug: name, action: name }),
    updates: list({ slug: name }),
  }),
  petitions: list({
    slug: name,
    committee: name,
    opens_on: name,
    closes_on: name,
    thresholds: list({ signatures: count }),
    links: list(linkSkeleton),
  }),
  surveys: surveysSkeleton,
});
type Skeleton = NonNullable<z.infer<typeof skeleton>>;

/** What no part shows alone: names used twice, names of nothing, dates and numbers out of order. */
export function brokenReferences(json: unknown): KitProblem[] {
  const kit = skeleton.parse(json);
  if (!kit) return [];
  const districts = kit.city?.districts.map((district) => district?.code);
  const committees = kit.council?.committees.map((committee) => committee?.slug);
  const sources = kit.campaign?.sources.map((source) => source?.slug);
  return [
    ...(kit.city && districts ? inCity(kit.city, districts) : []),
    ...(kit.council ? inCouncil(kit.council, districts) : []),
    ...(kit.campaign ? inCampaign(kit.campaign) : []),
    ...inShare(kit),
    ...repeatedSlugs('petitions', kit.petitions),
    ...repeatedCodes(kit),
    ...kit.petitions.flatMap((petition, i) =>
      inPetition(`petitions[${i}]`, petition, { committees, sources }),
    ),
    ...inSurveys(kit.surveys, {
      committees,
      districts,
      petitions: kit.petitions.map((petition) => petition?.slug),
      sources,
    }),
  ];
}

/** The short links of all petitions and surveys share one room. */
function repeatedCodes(kit: Skeleton): KitProblem[] {
  const codes = (['petitions', 'surveys'] as const).flatMap((part) =>
    kit[part].flatMap((action, i) =>
      (action?.links ?? []).map((link, n) => ({ code: link?.code, path: `${part}[${i}].links[${n}].code` })),
    ),
  );
  return codes.flatMap(({ code, path }, i) => {
    const first = codes.findIndex((other) => other.code === code);
    return problemIf(code !== undefined && first < i, path, `${code} is used twice`);
  });
}

/** Shares are rounded where they are measured. */
const sharesAtMost = 1.01;

function inCity({ zips }: NonNullable<Skeleton['city']>, districts: (string | undefined)[]): KitProblem[] {
  const shares = Object.entries(zips).flatMap(([zip, shares]) => {
    const together = Object.values(shares).reduce((total, share) => total + share, 0);
    return [
      ...Object.keys(shares).flatMap((code) =>
        unlessIn(districts, code, `city.zips.${zip}.${code}`, aDistrict),
      ),
      ...problemIf(together > sharesAtMost, `city.zips.${zip}`, 'holds shares that are more than 1 together'),
    ];
  });
  return [...repeated('city.districts', 'code', districts), ...shares];
}

function inCouncil(council: NonNullable<Skeleton['council']>, districts: Codes): KitProblem[] {
  const { majority = 0, seats, committees } = council;
  return [
    ...problemIf(majority > seats.length, 'council.majority', 'is more than there are seats'),
    ...repeatedSlugs('council.seats', seats),
    ...seats.flatMap((seat, i) =>
      unlessIn(districts, seat?.district, `council.seats[${i}].district`, aDistrict),
    ),
    ...repeatedSlugs('council.committees', committees),
  ];
}

function inCampaign(campaign: NonNullable<Skeleton['campaign']>): KitProblem[] {
  const { headline_fact, facts, phases, junctures, sources, partners, updates } = campaign;
  const missing = ['direct', 'other'].filter((slug) => !sources.some((source) => source?.slug === slug));
  return [
    ...repeatedSlugs('campaign.facts', facts),
    ...facts.flatMap((fact, i) =>
      problemIf(
        fact?.slug !== undefined && fact.slug === headline_fact?.slug,
        `campaign.facts[${i}].slug`,
        'is the slug of the headline fact',
      ),
    ),
    ...inFact('campaign.headline_fact', headline_fact),
    ...facts.flatMap((fact, i) => inFact(`campaign.facts[${i}]`, fact)),
    ...repeatedSlugs('campaign.phases', phases),
    ...phases.flatMap((phase, i) =>
      unlessInOrder(phase?.starts_on, phase?.ends_on, `campaign.phases[${i}].ends_on`, 'starts_on'),
    ),
    ...repeatedSlugs('campaign.junctures', junctures),
    ...repeatedSlugs('campaign.updates', updates),
    ...repeatedSlugs('campaign.partners', partners),
    ...repeatedSlugs('campaign.sources', sources),
    ...inSources(sources, partners),
    ...missing.map((slug) => ({ path: 'campaign.sources', message: `must name the source ${slug}` })),
  ];
}

/** What came without a source, or with one that nobody knows, is nobody's. */
function inSources(
  sources: NonNullable<Skeleton['campaign']>['sources'],
  partners: NonNullable<Skeleton['campaign']>['partners'],
): KitProblem[] {
  const known = partners.map((partner) => partner?.slug);
  return sources.flatMap((source, i) => {
    const path = `campaign.sources[${i}].partner`;
    const isOwn = source?.slug === 'direct' || source?.slug === 'other';
    return [
      ...unlessIn(known, source?.partner, path, 'a partner of this campaign'),
      ...problemIf(isOwn && source.partner !== undefined, path, `cannot be credited with ${source?.slug}`),
    ];
  });
}

function inShare({ campaign, petitions, surveys }: Skeleton): KitProblem[] {
  const share = campaign?.share ?? [];
  // A kit without a petition is broken anyway: nothing can be said of what refers to one.
  const actions = petitions.length > 0 ? [...petitions, ...surveys].map((action) => action?.slug) : undefined;
  return [
    ...repeatedSlugs('campaign.share', share),
    ...share.flatMap((text, i) =>
      unlessIn(actions, text?.action, `campaign.share[${i}].action`, 'a petition or survey of this kit'),
    ),
  ];
}

/** A figure is set large and the rest of the statement reads on from it. */
function inFact(path: string, fact: NonNullable<Skeleton['campaign']>['headline_fact']): KitProblem[] {
  return languages.flatMap((language) => {
    const figure = fact?.figure?.[language] ?? '';
    const begins = fact?.statement?.[language]?.startsWith(figure) ?? true;
    return problemIf(!begins, `${path}.figure.${language}`, 'must be how the statement begins');
  });
}

function inPetition(
  path: string,
  petition: Skeleton['petitions'][number],
  { committees, sources }: { committees: Codes; sources: Codes },
): KitProblem[] {
  if (!petition) return [];
  const counts = petition.thresholds.map((threshold) => threshold?.signatures);
  return [
    ...unlessIn(committees, petition.committee, `${path}.committee`, 'a committee of this council'),
    ...unlessInOrder(petition.opens_on, petition.closes_on, `${path}.closes_on`, 'opens_on'),
    ...petition.links.flatMap((link, i) =>
      unlessIn(sources, link?.source, `${path}.links[${i}].source`, aSource),
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
