import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { withSurvey } from '../../worker/surveys/cache.ts';
import { publishedAnswersOf } from '../../worker/surveys/digest/published-rules.ts';
import type { QuestionTally } from '../../worker/surveys/digest/rules.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { answer } from '../surveys/digest/survey-weeks.ts';
import { both, kitWithBudget, someLine } from './support.ts';

async function comparisonOfNovember(lines?: (survey: string) => object[]) {
  const app = testApp();
  await stopEarlierDigests(env.DB);
  const kit = kitWithBudget();
  const [safety] = kit.council.committees;
  kit.council.committees.push({ ...safety!, slug: 'parks', contact_email: `parks-${safety!.contact_email}` });
  if (lines) Object.assign(kit.budget[0]!, { lines: lines(kit.surveys[0]!.slug) });
  const publish = async (at: string) => {
    const opened = await openKit(env.DB, kit, new Date(at));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  };
  await publish('2026-11-23T15:00:00Z');
  app.setNow('2026-11-23T15:00:00Z');
  const context = await withSurvey(app.deps, (await findContext(env.DB, kit.surveys[0]!.slug))!, app.now());
  if (!context) throw new Error('the survey was not opened');
  let minute = 0;
  return {
    app,
    answer: async (at: string, training: number) => {
      minute += 1;
      const when = new Date(Date.parse(at) + minute * 60_000).toISOString();
      return answer(app, context, when, {
        answers: { fund: 'yes', budget: { training, parks: 100 - training } },
      });
    },
    close: (at: string) => app.cron(at),
    async move(committee: string, at: string) {
      kit.surveys[0]!.committee = committee;
      await publish(at);
    },
    async json() {
      const response = await app.request(`/api/v1/campaigns/${kit.campaign.slug}`);
      const { budget } = await response.json<{ budget: { lines: { answers: object | null }[] }[] }>();
      return budget[0]!.lines[0]!.answers;
    },
    async shown(at: string) {
      app.setNow(at);
      const html = await (await app.request(`/budget/${kit.budget[0]!.slug}`)).text();
      return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    },
  };
}

test('residents’ answers stand beside their line as the weekly digest told them, and never as they are now', async () => {
  const { answer: take, close, shown, json } = await comparisonOfNovember();
  for (const amount of [10, 20, 30, 40, 60]) await take('2026-11-24T15:00:00Z', amount);
  const before = await shown('2026-11-25T15:00:00Z');
  expect(before).not.toContain('Median');
  expect(before).toContain('once five people or more have answered and a week has ended');
  await close('2026-11-30T13:00:00Z');
  const told = 'Median 30% middle half 20% to 40% 5 people';
  const after = await shown('2026-11-30T14:00:00Z');
  expect(after).toContain(told);
  expect(after).toContain('as counted at the end of Sunday, November 29, 2026');
  expect(after).toContain('Residents, median: $75,000');
  expect(after).toContain('The question: “How much for what?”');
  expect(after).toContain('Line by line, in dollars a year');
  expect(after).toContain('median in dollars: $75,000, at $2,500 for 1% [');
  expect(after).toContain('At least half of the people gave an answer in the middle half.');
  expect(await json()).toEqual({
    ...{ n: 5, median: 30, middle_half: [20, 40], unit: '%', week: '2026-W48' },
    one_is: {
      amount: 2500,
      source: { name: 'Adopted budget', url: null, page: '84', year: 2026 },
    },
  });
  // One more person: neither at once, nor in the next week, because the difference would be their answer.
  await take('2026-12-01T15:00:00Z', 95);
  expect(await shown('2026-12-02T15:00:00Z')).toContain(told);
  await close('2026-12-07T13:00:00Z');
  const held = await shown('2026-12-07T14:00:00Z');
  expect(held).toContain(told);
  expect(held).toContain('as counted at the end of Sunday, November 29, 2026');
  for (const amount of [90, 90, 90, 90]) await take('2026-12-08T15:00:00Z', amount);
  await close('2026-12-14T13:00:00Z');
  expect(await shown('2026-12-14T14:00:00Z')).toContain('Median 75% middle half 30% to 90% 10 people');
});

test('they stay as they were told while the survey is addressed to another committee, and back', async () => {
  const { answer: take, close, shown, json, move } = await comparisonOfNovember();
  for (const amount of [10, 20, 30, 40, 60]) await take('2026-11-24T15:00:00Z', amount);
  await close('2026-11-30T13:00:00Z');
  await move('parks', '2026-12-01T12:00:00Z');
  await take('2026-12-01T15:00:00Z', 95);
  const told = {
    ...{ n: 5, median: 30, middle_half: [20, 40], unit: '%', week: '2026-W48' },
    one_is: { amount: 2500, source: { name: 'Adopted budget', url: null, page: '84', year: 2026 } },
  };
  expect(await json()).toEqual(told);
  await close('2026-12-07T13:00:00Z');
  expect(await json()).toEqual(told);
  await move('safety', '2026-12-08T12:00:00Z');
  expect(await json()).toEqual(told);
  await close('2026-12-14T13:00:00Z');
  expect(await json()).toEqual(told);
  const page = await shown('2026-12-14T14:00:00Z');
  expect(page).toContain('Median 30% middle half 20% to 40% 5 people');
  expect(page).toContain('as counted at the end of Sunday, November 29, 2026');
});

test('where answers are all that is known, the table does not say dollars', async () => {
  const {
    answer: take,
    close,
    shown,
  } = await comparisonOfNovember((survey) => [
    someLine('training', { answers: { survey, question: 'budget', line: 'training' } }),
  ]);
  for (const amount of [10, 20, 30, 40, 60]) await take('2026-11-24T15:00:00Z', amount);
  await close('2026-11-30T13:00:00Z');
  const page = await shown('2026-11-30T14:00:00Z');
  expect(page).toContain('Median 30%');
  expect(page).toContain('Line by line');
  expect(page).not.toContain('in dollars a year');
});

test('nothing is shown of four people, after the week has ended too', async () => {
  const { answer: take, close, shown, json } = await comparisonOfNovember();
  for (const amount of [10, 20, 30, 40]) await take('2026-11-24T15:00:00Z', amount);
  await close('2026-11-30T13:00:00Z');
  const page = await shown('2026-11-30T14:00:00Z');
  expect(page).not.toContain('Median');
  expect(page).toContain('once five people or more');
  expect(await json()).toBeNull();
});

const line = { id: 'a', label: both('A'), today: 0, mean: 2, median: 2, raised: 0, same: 0, cut: 0 };
const tally = (answered: number, n: number, more: object = {}) =>
  ({
    ...{
      id: 'q',
      kind: 'allocation',
      title: both('Q'),
      unit: both('%'),
      answered,
      suggestion: null,
      byArea: [],
    },
    lines: [{ ...line, n, middle: [1, 3] }],
    ...more,
  }) as unknown as QuestionTally;

test('a line that fewer were asked about than answered, a line without a middle and a kind without amounts are left out', () => {
  const of = (question: QuestionTally, part: string | null = 'a') =>
    publishedAnswersOf(question, { part, week: '2026-W48' });
  expect(of(tally(9, 9))).toEqual({ n: 9, median: 2, middle: [1, 3], unit: both('%'), week: '2026-W48' });
  expect(of(tally(9, 9, { asOf: '2026-W47' }))?.week).toBe('2026-W47');
  expect(of(tally(9, 8))).toBeNull();
  expect(of(tally(9, 4))).toBeNull();
  expect(of(tally(4, 4))).toBeNull();
  expect(of(tally(0, 9, { isTooFew: true }))).toBeNull();
  expect(of(tally(9, 9), 'b')).toBeNull();
  expect(of(tally(9, 9), null)).toBeNull();
  expect(of(tally(9, 9, { lines: [{ ...line, n: 9 }] }))).toBeNull();
  expect(of(tally(9, 9, { kind: 'single', options: [] }))).toBeNull();
  expect(of(tally(9, 9, { kind: 'gone' }))).toBeNull();
  const values = [1, 2, 3, 4, 5].map((value) => ({ value, n: 1 }));
  const scale = tally(5, 5, { kind: 'scale', values, median: 3, unit: undefined });
  expect(of(scale, null)).toEqual({ n: 5, median: 3, middle: [2, 4], unit: null, week: '2026-W48' });
  expect(of(scale, 'a')).toBeNull();
});
