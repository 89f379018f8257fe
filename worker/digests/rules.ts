import { type ActionState, nextThreshold } from '../actions/rules.ts';
import { type Juncture, nextJuncture } from '../campaigns/rules.ts';
import type { Frequency } from '../councils/rules.ts';
import type { District, Text } from '../places/rules.ts';
import { contradictionsIn } from '../surveys/digest/answer-balance-rules.ts';
import { countedAtEndOf } from '../surveys/digest/counted-rules.ts';
import { type SurveyPart, type SurveyPartSnapshot, surveyPartOf } from '../surveys/digest/rules.ts';
import {
  accountAtEndOf,
  type Change,
  type Count,
  imbalancesOf,
  type NamedSource,
  type Standing,
  standingOf,
} from './counts-rules.ts';
import { datesOf, endOf, startOf, type Week } from './week-rules.ts';

export type CorrectionKind = 'withdrawn' | 'invalidated' | 'flagged' | 'duplicate' | 'moved';
/** This many signatures that were confirmed in that earlier week went this way in the week of the digest. */
export type Correction = { week: Week; weekEndsOn: string; what: CorrectionKind; count: number };

export type Goal = { signatures: number; name: Text };

export type PetitionTally = Standing & {
  slug: string;
  title: Text;
  state: ActionState;
  campaign: { slug: string; name: Text; contactEmail: string };
  /** Since the committee was told last; since nothing where it never was. */
  change: number;
  /** The digest that `change` is counted from. */
  changeSince: { week: Week; weekEndsOn: string } | null;
  /** The same since the last digest that went out by mail, where that is an earlier one. */
  sinceLastMail: { week: Week; weekEndsOn: string; change: number } | null;
  corrections: Correction[];
  thresholds: { reached: (Goal & { reachedAt: string })[]; next: Goal | null };
  nextJuncture: { name: Text; on: string } | null;
};

/** A response is a signature with answers: what is told of it as of a petition, and its answers. */
export type SurveyTally = PetitionTally & SurveyPart;

/** What a digest says, frozen as JSON when it is made. Instants are ISO texts in UTC. */
export type TallyContent = {
  committee: { slug: string; name: Text };
  council: { name: Text };
  city: { slug: string; name: string; timeZone: string };
  week: Week;
  weekStartsOn: string;
  weekEndsOn: string;
  /** The instant the week ended. */
  asOf: string;
  /** The day the digest was due. */
  dueOn: string;
  petitions: PetitionTally[];
  /** Digests from before there were surveys have none. */
  surveys?: SurveyTally[];
};

/** What a digest told of an action, in short: lists of weeks are made of these. */
export type DigestLine = Pick<PetitionTally, 'slug' | 'state' | 'confirmed' | 'change'> & {
  /** The key of its section in the digest. */
  section: 'petitions' | 'surveys';
  /** How many of earlier weeks were corrected. */
  corrected: number;
};

/** What an earlier digest said of a petition. */
export type Told = { week: Week; confirmed: number; state: ActionState };

/** What a petition's tally is made of. */
export type ActionSnapshot = Pick<PetitionTally, 'slug' | 'title' | 'state'> & {
  opensAt: Date;
  closesAt: Date | null;
  closedAt: Date | null;
  campaign: PetitionTally['campaign'] & { junctures: Juncture[] };
  sources: NamedSource[];
  thresholds: (Goal & { reachedAt: Date | null })[];
  counts: Count[];
  /** Of the week and of all weeks after it. */
  changes: Change[];
  told: Told | null;
  mailed: Told | null;
};

export type SurveySnapshot = ActionSnapshot & SurveyPartSnapshot;

export type DigestSnapshot = Pick<TallyContent, 'committee' | 'council' | 'city'> & {
  districts: District[];
  petitions: ActionSnapshot[];
  surveys: SurveySnapshot[];
};

export function makeTally(snapshot: DigestSnapshot, week: Week, dueOn: string): TallyContent {
  const { committee, council, city, districts } = snapshot;
  const { startsOn, endsOn } = datesOf(week);
  const term = { week, from: startOf(week, city.timeZone), until: endOf(week, city.timeZone), dueOn };
  return {
    committee,
    council,
    city,
    week,
    weekStartsOn: startsOn,
    weekEndsOn: endsOn,
    asOf: term.until.toISOString(),
    dueOn,
    petitions: snapshot.petitions
      .filter((petition) => belongsInto(term, petition))
      .map((petition) => tallyOf(petition, term, districts)),
    surveys: snapshot.surveys
      .filter((survey) => belongsInto(term, survey))
      .map((survey) => surveyTallyOf(survey, term, districts)),
  };
}

/** A week, from its first instant until the first one after it, and the day its digest is due. */
type Term = { week: Week; from: Date; until: Date; dueOn: string };

/** Open in the week, closed in it or later, or changed in it. One that was taken away is told of once more. */
function belongsInto({ week, from, until }: Term, petition: ActionSnapshot): boolean {
  if (petition.state === 'draft' || petition.state === 'submitted') return false;
  if (petition.opensAt >= until) return false;
  if (petition.changes.some((change) => change.week === week)) return true;
  if (petition.state === 'open' || petition.state === 'closed') {
    const end = endingOf(petition);
    return end === null || end >= from;
  }
  return petition.told !== null && petition.told.state !== petition.state;
}

function tallyOf(petition: ActionSnapshot, term: Term, districts: District[]): PetitionTally {
  const { campaign, told, mailed } = petition;
  const counts = accountAtEndOf(term.week, petition.counts, petition.changes);
  const standing = standingOf(counts, districts, petition.sources);
  const isMailOlder = mailed !== null && mailed.week !== told?.week;
  const juncture = nextJuncture(campaign.junctures, term.dueOn);
  return {
    slug: petition.slug,
    title: petition.title,
    state: stateAt(petition, term.until),
    campaign: { slug: campaign.slug, name: campaign.name, contactEmail: campaign.contactEmail },
    ...standing,
    change: standing.confirmed - (told?.confirmed ?? 0),
    changeSince: told && weekOf(told),
    sinceLastMail: isMailOlder ? { ...weekOf(mailed), change: standing.confirmed - mailed.confirmed } : null,
    corrections: correctionsOf(term.week, petition.changes),
    thresholds: thresholdsAt(petition, standing.confirmed, term.until),
    nextJuncture: juncture && { name: juncture.name, on: juncture.on },
  };
}

function weekOf({ week }: Told): { week: Week; weekEndsOn: string } {
  return { week, weekEndsOn: datesOf(week).endsOn };
}

export function linesOf({ petitions, surveys = [] }: TallyContent): DigestLine[] {
  return [
    ...petitions.map((tally) => lineOf('petitions', tally)),
    ...surveys.map((tally) => lineOf('surveys', tally)),
  ];
}

function lineOf(section: DigestLine['section'], tally: PetitionTally): DigestLine {
  const { slug, state, confirmed, change, corrections } = tally;
  const corrected = corrections.reduce((sum, { count }) => sum + count, 0);
  return { section, slug, state, confirmed, change, corrected };
}

function surveyTallyOf(survey: SurveySnapshot, term: Term, districts: District[]): SurveyTally {
  const tally = tallyOf(survey, term, districts);
  return { ...tally, ...surveyPartOf(survey, term.week, { byPlace: tally.byPlace, districts }) };
}

/** Keys are 'WEEK STATE'. */
function correctionsOf(week: Week, changes: Change[]): Correction[] {
  return changes
    .filter((change) => change.kind === 'correction' && change.week === week && change.n > 0)
    .map(({ key, n }) => {
      const [earlier = '', what = ''] = key.split(' ');
      return { week: earlier, weekEndsOn: datesOf(earlier).endsOn, what: what as CorrectionKind, count: n };
    })
    .sort((a, b) => a.week.localeCompare(b.week) || a.what.localeCompare(b.what));
}

function thresholdsAt(petition: ActionSnapshot, confirmed: number, at: Date): PetitionTally['thresholds'] {
  const rising = petition.thresholds.toSorted((a, b) => a.signatures - b.signatures);
  const next = nextThreshold(rising, confirmed);
  return {
    reached: rising.flatMap(({ signatures, name, reachedAt }) =>
      reachedAt && reachedAt < at ? [{ signatures, name, reachedAt: reachedAt.toISOString() }] : [],
    ),
    next: next && { signatures: next.signatures, name: next.name },
  };
}

/** The job that closes a petition may come late: its dates decide. */
export function stateAt(
  petition: Pick<ActionSnapshot, 'state' | 'closesAt' | 'closedAt'>,
  at: Date,
): ActionState {
  if (petition.state !== 'open' && petition.state !== 'closed') return petition.state;
  const end = endingOf(petition);
  return end !== null && end <= at ? 'closed' : 'open';
}

function endingOf({ closesAt, closedAt }: Pick<ActionSnapshot, 'closesAt' | 'closedAt'>): Date | null {
  if (!closesAt || !closedAt) return closesAt ?? closedAt;
  return closesAt < closedAt ? closesAt : closedAt;
}

/** What does not add up, in words for the log; nothing where every petition of the tally balances. */
export function imbalances(tally: TallyContent): string[] {
  return [...tally.petitions, ...(tally.surveys ?? [])].flatMap((petition) =>
    imbalancesOf(petition).map((what) => `${petition.slug}: ${what}`),
  );
}

/** The same of answers, by what they are told from: the tally itself folds small groups. */
export function contradictions({ surveys }: DigestSnapshot, tally: TallyContent): string[] {
  return surveys.flatMap(({ slug, survey, answers, answerChanges }) => {
    const standing = tally.surveys?.find((one) => one.slug === slug);
    if (!standing) return [];
    const counted = countedAtEndOf(tally.week, answers, answerChanges);
    return contradictionsIn(counted, survey, standing).map((what) => `${slug}: ${what}`);
  });
}

export const frequencies = ['weekly', 'monthly', 'thresholds', 'stopped'] as const satisfies Frequency[];

/** A monthly reader gets the first digest that is due in a calendar month. All of them stay on the staff page. */
export function isMailed(frequency: Frequency, dueOn: string, lastDueOn: string | null): boolean {
  if (frequency === 'monthly') return lastDueOn?.slice(0, 7) !== dueOn.slice(0, 7);
  return frequency === 'weekly';
}
