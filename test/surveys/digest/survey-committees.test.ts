import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { staffToken } from '../../../worker/digests/links.ts';
import { type TwoCommittees, twoCommittees } from '../../digests/moves.ts';
import { stopEarlierDigests } from '../../support/factories.ts';
import { allAnswers } from '../support.ts';
import { answer } from './survey-weeks.ts';

const mondays = [
  '2026-11-30T12:15:00Z',
  '2026-12-07T12:15:00Z',
  '2026-12-14T12:15:00Z',
  '2026-12-21T12:15:00Z',
] as const;

beforeEach(() => stopEarlierDigests(env.DB));

/** The survey's tallies in the digests of a committee, by week. */
async function talliesOf({ digestsOf, survey }: TwoCommittees, committee: 'safety' | 'budget') {
  const digests = await digestsOf(committee);
  return new Map(
    digests.map(({ content }) => [
      content.week,
      content.surveys?.find((one) => one.slug === survey.action.slug),
    ]),
  );
}

async function twelveAnswers() {
  const scene = await twoCommittees();
  for (let n = 0; n < 12; n += 1)
    await answer(scene.app, scene.survey, `2026-11-24T${10 + n}:00:00Z`, {
      answers: n < 6 ? allAnswers : { fund: 'no', sure: 1 },
      place: n < 6 ? '1' : '2',
    });
  await scene.app.cron(mondays[0]);
  return scene;
}

test('another committee is told of one more answer as the first one would be: nothing of it, and back again', async () => {
  const scene = await twelveAnswers();
  const { app, survey, move, idOf } = scene;
  await move(survey.action.slug, 'budget', '2026-12-01T15:00:00Z');
  await answer(app, survey, '2026-12-02T12:00:00Z', {
    answers: { ...allAnswers, budget: { parks: 100, training: 0 }, sure: 5 },
    place: '1',
  });
  await app.cron(mondays[1]);
  await move(survey.action.slug, 'safety', '2026-12-08T15:00:00Z');
  await answer(app, survey, '2026-12-09T12:00:00Z', { answers: { fund: 'yes', sure: 2 }, place: '2' });
  await app.cron(mondays[2]);
  const [safety, budget] = [await talliesOf(scene, 'safety'), await talliesOf(scene, 'budget')];
  const first = safety.get('2026-W48');
  const held = first?.questions.map((question) => ({ ...question, asOf: '2026-W48' }));
  expect(first?.questions.find(({ id }) => id === 'fund')).toMatchObject({ answered: 12, byArea: [{}, {}] });
  const second = budget.get('2026-W49');
  expect(second).toMatchObject({
    confirmed: 13,
    change: 1,
    changeSince: { week: '2026-W48' },
    questions: held,
  });
  expect(second?.score).toEqual(first?.score);
  expect(second?.held?.ranges).toEqual(first?.held?.ranges);
  expect(safety.get('2026-W50')).toMatchObject({ confirmed: 14, change: 1, questions: held });
  const page = `/tallies/${await staffToken(app.deps.keyring, await idOf('budget'), 1)}.json`;
  const json = (await (await app.request(page)).json()) as {
    weeks: { surveys: { questions: object[] }[] }[];
  };
  expect(json.weeks.at(-1)?.surveys[0]?.questions[0]).toMatchObject({ answered: 12, as_of_week: '2026-W48' });
});

test('five more in all, told of two committees, are told', async () => {
  const scene = await twelveAnswers();
  const { app, survey, move } = scene;
  const come = async (n: number, day: string) => {
    for (let one = 0; one < n; one += 1)
      await answer(app, survey, `${day}T1${one}:00:00Z`, { answers: allAnswers, place: '1' });
  };
  await come(3, '2026-12-01');
  await move(survey.action.slug, 'budget', '2026-12-02T15:00:00Z');
  await app.cron(mondays[1]);
  await move(survey.action.slug, 'safety', '2026-12-08T15:00:00Z');
  await come(2, '2026-12-09');
  await app.cron(mondays[2]);
  await move(survey.action.slug, 'budget', '2026-12-15T15:00:00Z');
  await come(4, '2026-12-16');
  await app.cron(mondays[3]);
  const tallies = new Map([...(await talliesOf(scene, 'safety')), ...(await talliesOf(scene, 'budget'))]);
  const fund = [...tallies]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([week, tally]) => {
      const question = tally?.questions.find(({ id }) => id === 'fund');
      return [week, question?.answered, question?.asOf];
    });
  expect(fund).toEqual([
    ['2026-W48', 12, undefined],
    ['2026-W49', 12, '2026-W48'],
    ['2026-W50', 17, undefined],
    ['2026-W51', 17, '2026-W50'],
  ]);
});

test('a question that is taken out of the kit and put back keeps what was told of it', async () => {
  const scene = await twelveAnswers();
  const { app, survey, move } = scene;
  const { slug } = survey.action;
  const all = scene.kit.surveys[0]!.sections[0]!.questions;
  const without = all.filter(({ id }) => id !== 'sure');
  scene.kit.surveys[0]!.sections[0]!.questions = without as typeof all;
  await move(slug, 'budget', '2026-12-01T15:00:00Z');
  await app.cron(mondays[1]);
  scene.kit.surveys[0]!.sections[0]!.questions = all;
  await move(slug, 'safety', '2026-12-08T15:00:00Z');
  await answer(app, survey, '2026-12-09T12:00:00Z', { answers: { fund: 'yes', sure: 5 }, place: '2' });
  await app.cron(mondays[2]);
  const told = (await talliesOf(scene, 'safety')).get('2026-W50');
  expect(told?.questions.find(({ id }) => id === 'fund')).toMatchObject({ answered: 12 });
  expect(told?.questions.find(({ id }) => id === 'sure')).toMatchObject({ answered: 0, isTooFew: true });
});
