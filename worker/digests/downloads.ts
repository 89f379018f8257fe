import type { Language } from '../../web/language.ts';
import type { ToldContent } from '../surveys/digest/read-words.ts';
import { surveyJson, surveyNowJson } from '../surveys/digest/survey-json.ts';
import { standingJson, toldJson } from './counts-json.ts';
import type { PetitionNow, SurveyNow } from './now.ts';
import { partnerLabel, placeLabel } from './pages/sentences.ts';
import type { PetitionTally, TallyContent } from './rules.ts';
import { spreadsheet } from './spreadsheet.ts';

/** The columns are explained on the staff page, in `pages/page-copy.ts`. */
export const csvColumns = [
  'petition',
  'title',
  'state',
  'week',
  'week_ends_on',
  'place',
  'place_name',
  'confirmed',
  'change',
  'received',
  'unconfirmed',
  'duplicate',
  'flagged',
  'withdrawn',
  'invalidated',
  'possible_duplicates',
  'corrected',
] as const;

type CsvRow = Partial<Record<(typeof csvColumns)[number], string | number>>;

/** One row for each petition, week and place, and one that sums up. */
export function tallyCsv(weeks: TallyContent[], language: Language): string {
  const rows = weeks.flatMap((week) => week.petitions.flatMap((tally) => csvRows(week, tally, language)));
  return spreadsheet([...csvColumns], rows);
}

function csvRows(week: TallyContent, tally: PetitionTally, language: Language): CsvRow[] {
  const head = {
    petition: tally.slug,
    title: tally.title[language],
    state: tally.state,
    week: week.week,
    week_ends_on: week.weekEndsOn,
  };
  const { confirmed: _same, ...account } = tally.account;
  return [
    ...tally.byPlace.map((one) => ({
      ...head,
      place: one.place,
      place_name: placeLabel(one, week.city.name, language),
      confirmed: one.confirmed,
    })),
    ...(tally.byPartner ?? []).map((one) => ({
      ...head,
      place: one.partner ? `partner:${one.partner.slug}` : 'no-partner',
      place_name: partnerLabel(one, language),
      confirmed: one.confirmed,
    })),
    {
      ...head,
      place: 'total',
      confirmed: tally.confirmed,
      change: tally.change,
      ...account,
      possible_duplicates: tally.possibleDuplicates,
      corrected: tally.corrections.reduce((sum, { count }) => sum + count, 0),
    },
  ];
}

/** The same for programs: names and titles in the reader's language, numbers as they were told. */
export function tallyJson(
  {
    weeks,
    now,
    surveys,
    asOf,
  }: { weeks: ToldContent[]; now: PetitionNow[]; surveys: SurveyNow[]; asOf: Date },
  committee: { slug: string; name: TallyContent['committee']['name']; city: string },
  language: Language,
) {
  return {
    committee: { slug: committee.slug, name: committee.name[language] },
    as_of: asOf.toISOString(),
    now: now.map((petition) => ({
      ...petitionHead(petition, language),
      ...standingJson(petition, committee.city, language),
      by_day: petition.byDay,
    })),
    surveys_now: surveys.map((survey) => surveyNowJson(survey, committee.city, language)),
    weeks: weeks.map((week) => ({
      week: week.week,
      starts_on: week.weekStartsOn,
      ends_on: week.weekEndsOn,
      as_of: week.asOf,
      petitions: week.petitions.map((tally) => weekJson(tally, week.city.name, language)),
      surveys: week.surveys.map((tally) => surveyJson(tally, week.city.name, language)),
    })),
  };
}

function weekJson(tally: PetitionTally, city: string, language: Language) {
  const { reached, next } = tally.thresholds;
  return {
    ...petitionHead(tally, language),
    ...toldJson(tally, city, language),
    thresholds: {
      reached: reached.map(({ signatures, name, reachedAt }) => ({
        signatures,
        name: name[language],
        reached_at: reachedAt,
      })),
      next: next && { signatures: next.signatures, name: next.name[language] },
    },
    next_juncture: tally.nextJuncture && {
      name: tally.nextJuncture.name[language],
      on: tally.nextJuncture.on,
    },
  };
}

function petitionHead({ slug, title, state }: PetitionTally | PetitionNow, language: Language) {
  return { petition: slug, title: title[language], state };
}
