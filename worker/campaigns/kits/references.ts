import { z } from 'zod';

/** `path` is where in the file, such as `petitions[0].text.es`. */
export type KitProblem = { path: string; message: string };

type Named = { slug?: string | undefined };

const name = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);
const list = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.union([z.object(shape), z.unknown().transform(() => null)])).catch([]);
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).nullable().catch(null);

const bilingual = part({ en: name, es: name });
const fact = { slug: name, figure: bilingual, statement: bilingual };

/** Only what refers and is referred to, and that as far as it is sound: one run tells of everything. */
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
    killer_fact: part(fact),
    facts: list(fact),
    phases: list({ slug: name, starts_on: name, ends_on: name }),
    junctures: list({ slug: name }),
    sources: list({ slug: name }),
  }),
  petitions: list({
    slug: name,
    committee: name,
    opens_on: name,
    closes_on: name,
    thresholds: list({ signatures: count }),
  }),
});
type Skeleton = NonNullable<z.infer<typeof skeleton>>;

/** What no part shows alone: names used twice, names of nothing, dates and numbers out of order. */
export function brokenReferences(json: unknown): KitProblem[] {
  const kit = skeleton.parse(json);
  if (!kit) return [];
  const districts = kit.city?.districts.map((district) => district?.code);
  const committees = kit.council?.committees.map((committee) => committee?.slug);
  return [
    ...(kit.city && districts ? inCity(kit.city, districts) : []),
    ...(kit.council ? inCouncil(kit.council, districts) : []),
    ...(kit.campaign ? inCampaign(kit.campaign) : []),
    ...repeatedSlugs('petitions', kit.petitions),
    ...kit.petitions.flatMap((petition, i) => inPetition(`petitions[${i}]`, petition, committees)),
  ];
}

/** Undefined where the list itself is broken: then nothing can be said of what refers to it. */
type Codes = (string | undefined)[] | undefined;

const aDistrict = 'a district of this city';

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
  const { killer_fact, facts, phases, junctures, sources } = campaign;
  const missing = ['direct', 'other'].filter((slug) => !sources.some((source) => source?.slug === slug));
  return [
    ...repeatedSlugs('campaign.facts', facts),
    ...facts.flatMap((fact, i) =>
      problemIf(
        fact?.slug !== undefined && fact.slug === killer_fact?.slug,
        `campaign.facts[${i}].slug`,
        'is the slug of the killer fact',
      ),
    ),
    ...inFact('campaign.killer_fact', killer_fact),
    ...facts.flatMap((fact, i) => inFact(`campaign.facts[${i}]`, fact)),
    ...repeatedSlugs('campaign.phases', phases),
    ...phases.flatMap((phase, i) =>
      unlessInOrder(phase?.starts_on, phase?.ends_on, `campaign.phases[${i}].ends_on`, 'starts_on'),
    ),
    ...repeatedSlugs('campaign.junctures', junctures),
    ...repeatedSlugs('campaign.sources', sources),
    ...missing.map((slug) => ({ path: 'campaign.sources', message: `must name the source ${slug}` })),
  ];
}

/** A figure is set large and the rest of the statement reads on from it. */
function inFact(path: string, fact: NonNullable<Skeleton['campaign']>['killer_fact']): KitProblem[] {
  return (['en', 'es'] as const).flatMap((language) => {
    const figure = fact?.figure?.[language] ?? '';
    const begins = fact?.statement?.[language]?.startsWith(figure) ?? true;
    return problemIf(!begins, `${path}.figure.${language}`, 'must be how the statement begins');
  });
}

function inPetition(path: string, petition: Skeleton['petitions'][number], committees: Codes): KitProblem[] {
  if (!petition) return [];
  const counts = petition.thresholds.map((threshold) => threshold?.signatures);
  return [
    ...unlessIn(committees, petition.committee, `${path}.committee`, 'a committee of this council'),
    ...unlessInOrder(petition.opens_on, petition.closes_on, `${path}.closes_on`, 'opens_on'),
    ...counts.flatMap((signatures = Number.POSITIVE_INFINITY, i) =>
      problemIf(
        signatures <= (counts[i - 1] ?? 0),
        `${path}.thresholds[${i}].signatures`,
        'must be more than the one before',
      ),
    ),
  ];
}

function unlessIn(known: Codes, code: string | undefined, path: string, what: string): KitProblem[] {
  return problemIf(code !== undefined && known?.includes(code) === false, path, `is not ${what}`);
}

/** ISO dates sort as text. */
function unlessInOrder(first: string | undefined, last: string | undefined, path: string, before: string) {
  return problemIf(first !== undefined && last !== undefined && last < first, path, `is before ${before}`);
}

function repeatedSlugs(path: string, named: (Named | null)[]): KitProblem[] {
  const slugs = named.map((one) => one?.slug);
  return repeated(path, 'slug', slugs);
}

function repeated(path: string, key: string, names: (string | undefined)[]): KitProblem[] {
  return names.flatMap((name, i) =>
    problemIf(name !== undefined && names.indexOf(name) < i, `${path}[${i}].${key}`, `${name} is used twice`),
  );
}

function problemIf(wrong: boolean, path: string, message: string): KitProblem[] {
  return wrong ? [{ path, message }] : [];
}
