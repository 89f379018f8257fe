import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../web/language.ts';
import type { PlaceCount } from '../../worker/digests/counts-rules.ts';
import { staffToken } from '../../worker/digests/links.ts';
import type { DigestContent, DigestHead } from '../../worker/digests/rules.ts';
import { insertDigestStatements } from '../../worker/digests/store.ts';
import { type ActionTally, lineOfTally } from '../../worker/digests/tally-rules.ts';
import { datesOf, previousWeek } from '../../worker/digests/week-rules.ts';
import { weekIn } from '../../worker/platform/time/clock.ts';
import { countedAtEndOf } from '../../worker/surveys/digest/counted-rules.ts';
import { surveyPartOf } from '../../worker/surveys/digest/rules.ts';
import type { SurveyAnswer } from '../../worker/surveys/kinds/kind.ts';
import type { Question } from '../../worker/surveys/kinds/questions.ts';
import { type Answers, isAsked, questionsOf, type Survey } from '../../worker/surveys/rules.ts';
import { sampleTally } from '../digests/sample.ts';
import { site } from '../support/address.ts';
import { newYork } from '../support/calendar.ts';
import { root } from '../support/harness.ts';
import { openKit } from '../support/kits.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { type Answered, countsOf } from '../surveys/digest/survey-sample.ts';

const now = new Date();
const places = ['1', '2', '3', '4', '5', '6', '7', 'outside', 'unknown'];
const people = 360;

/**
 * The staff pages of a copy of the Charlotte kit after half a year in which everybody answered everything: the longest
 * pages that it can have. One committee has the petition and a survey, the other has a survey. `name` as in openOwnKit.
 */
export async function fullStaffPages(name: string): Promise<{ both: string; survey: string }> {
  const kit = charlotteNamed(name);
  const opened = await openKit(site.db, kit, now);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { results } = await site.db
    .prepare(
      `SELECT actions.slug, kind, committee_id AS committee, staff_link AS link, content FROM actions
        JOIN committees ON committees.id = committee_id LEFT JOIN surveys ON action_id = actions.id
        WHERE actions.slug LIKE ?`,
    )
    .bind(`${name}-%`)
    .all<Omit<Action, 'title'>>();
  const actions = results.map((action) => {
    const { title } = [...kit.petitions, ...kit.surveys].find(({ slug }) => slug === action.slug);
    return { ...action, title };
  });
  const petition = actions.find(({ kind }) => kind === 'petition')!;
  const of = (committee: number) => actions.filter((one) => one.committee === committee);
  const other = actions.find(({ committee }) => committee !== petition.committee)!;
  const page = async ({ committee, link }: Action) => {
    await tellForHalfAYear(committee, of(committee));
    return `/tallies/${await staffToken(siteKeyring(), committee, link)}`;
  };
  return { both: await page(petition), survey: await page(other) };
}

type Action = {
  slug: string;
  title: Text;
  kind: string;
  committee: number;
  link: number;
  content: string;
};

function charlotteNamed(name: string) {
  const kit = JSON.parse(readFileSync(join(root, 'test/support/charlotte.json'), 'utf8'));
  kit.city.slug = name;
  kit.council.slug = name;
  kit.campaign.slug = name;
  const named = (slug: string) => `${name}-${slug}`;
  for (const share of kit.campaign.share) share.action = named(share.action);
  for (const asked of kit.official_responses) asked.petition = named(asked.petition);
  for (const action of [...kit.petitions, ...kit.surveys]) {
    action.slug = named(action.slug);
    for (const link of action.links ?? []) link.code = named(link.code);
  }
  for (const comparison of kit.budget) {
    comparison.slug = named(comparison.slug);
    for (const { answers } of comparison.lines) answers.survey = named(answers.survey);
  }
  return kit;
}

/** 26 digests; only the newest has more than its numbers. */
async function tellForHalfAYear(committee: number, actions: Action[]) {
  const tallies = actions.map((action) => ({ of: action.kind, tally: tallyOf(action) }));
  let week = previousWeek(weekIn(newYork, now));
  for (let n = 26; n > 0; n -= 1) {
    const head: DigestHead = { ...sampleTally(), week, weekEndsOn: datesOf(week).endsOn };
    const parts = {
      petitions: tallies.filter(({ of }) => of === 'petition').map(({ tally }) => tally),
      surveys: tallies.filter(({ of }) => of === 'survey').map(({ tally }) => tally),
    };
    const lines = Object.entries(parts).flatMap(([section, all]) =>
      all.map((tally) => ({ section, ...lineOfTally(tally), confirmed: 12 * n, change: 12 })),
    );
    const content: DigestContent = { ...head, ...(n === 26 ? parts : {}) };
    const digest = { committeeId: committee, isMailed: false, content, lines };
    await site.db.batch(insertDigestStatements(site.db, digest, now));
    week = previousWeek(week);
  }
}

function tallyOf({ slug, title, kind, content }: Action): ActionTally {
  const [sample] = sampleTally().petitions;
  const tally = { ...sample!, slug, title };
  if (kind === 'petition') return tally;
  const survey: Survey = JSON.parse(content);
  const all = Array.from({ length: people }, (_, n) => personOf(survey, n));
  const byPlace = sample!.byPlace.map((one): PlaceCount => {
    return { ...one, confirmed: all.filter(({ place }) => place === one.place).length };
  });
  const answers = countsOf(all, survey);
  const snapshot = {
    ...{ survey, answers, answerChanges: [], previousPart: null, words: [] },
    sends: { opened: 120, reported: 80 },
  };
  const part = surveyPartOf(snapshot, countedAtEndOf('2026-W45', answers, []), {
    byPlace,
    districts: places.slice(0, 7).map((code) => ({ code, name: { en: code, es: code }, retired: false })),
  });
  const thresholds = { reached: [], next: null };
  return { ...tally, confirmed: people, byPlace, corrections: [], thresholds, ...part };
}

function personOf(survey: Survey, n: number): Answered {
  const answers: Answers = {};
  for (const question of questionsOf(survey)) {
    if (isAsked(question, answers)) answers[question.id] = answerTo(question, n);
  }
  return { place: places[n % places.length]!, answers };
}

function answerTo(question: Question, n: number): SurveyAnswer {
  const at = <One>(all: readonly One[], i: number) => all[i % all.length]!;
  switch (question.kind) {
    case 'single':
      return at(question.options.slice(0, 2), n).id;
    case 'multiple':
      return [...new Set([at(question.options, n).id, at(question.options, n >> 2).id])];
    case 'ranking':
      return question.options.map((_, i) => at(question.options, i + n).id);
    case 'allocation':
      return Object.fromEntries(question.lines.map(({ id, today }) => [id, today]));
    case 'scale':
      return question.from + (n % (question.to - question.from + 1));
    case 'number':
      return question.min + question.step * (n % 50);
    case 'district':
      return at(places, n);
    default:
      return 'Train every officer.';
  }
}
