import { expect, test } from 'vitest';
import { candidates, drawFrom, leavesHash } from '../../worker/samples/draw-rules.ts';
import { clopperPearson } from '../../worker/samples/interval-rules.ts';
import type { Statement, StatementSample } from '../../worker/statements/rules/statement.ts';
import { verifySite } from '../../worker/verify/site.ts';
import { members, now, siteOf, text } from './told-site.ts';

/* A site that signs all that it says, and lies. */

type Answers = Record<string, string>;

async function check(weeks: Partial<Statement>[], answers: Answers = {}) {
  const site = await siteOf(weeks);
  const newest = new Map(weeks.flatMap(({ samples = [] }) => samples).map((sample) => [sample.id, sample]));
  site.answers.set('/api/v1/actions/p/samples', JSON.stringify({ samples: [...newest.values()] }));
  for (const [path, answer] of Object.entries(answers)) site.answers.set(path, answer);
  return verifySite(site.get, { keys: null, remembered: null });
}

const problemsOf = async (weeks: Partial<Statement>[], answers?: Answers) =>
  (await check(weeks, answers)).problems;

const texts = '/api/v1/actions/p/texts';
const petition = '/api/v1/petitions/p';

test('a text that changes its hash or vanishes from the statements is caught', async () => {
  const [one, other, two] = [text(1, 'one'), text(1, 'other'), text(2, 'two')];
  const kept = 'each text of the statement before it is still there, with the same hash';
  expect(await problemsOf([{}, {}])).toEqual([]);
  expect(await problemsOf([{ texts: [other] }, { texts: [one] }])).toEqual([
    `Not so: p, 2026-W47: ${kept}.`,
    'Not so: p: text 1 is the one that was signed.',
  ]);
  expect(await problemsOf([{ texts: [one, two] }, { texts: [one] }])).toEqual([
    `Not so: p, 2026-W47: ${kept}.`,
    'Not so: p: text 2 is the one that was signed.',
  ]);
  // A statement names the newest three hundred.
  const many = Array.from({ length: 301 }, (_, n) => text(n + 1, 'one'));
  const problems = await problemsOf([{ texts: many.slice(0, 300) }, { texts: many.slice(1) }]);
  expect(problems.join()).not.toContain(kept);
});

test('numbers of now that only an invented or negative state balances are caught', async () => {
  const wrong = ['Not so: p: the numbers that the site shows now add up.'];
  const shown = (counts: object) => ({
    [petition]: JSON.stringify({ ...now, counts: { ...now.counts, ...counts } }),
  });
  expect(await problemsOf([{}], shown({ received: 63, zzz: 3 }))).toEqual(wrong);
  expect(await problemsOf([{}], shown({ received: 57, withdrawn: -3 }))).toEqual(wrong);
  expect(await problemsOf([{}], shown({ received: 60.5, withdrawn: 0.5 }))).toEqual(wrong);
  expect((await check([{}])).notes).toContain(
    'p: the site shows 60 confirmed now; the last statement says 60.',
  );
});

test('an answer of another form is one problem, and the rest is still checked', async () => {
  for (const answer of [
    '<html>',
    'null',
    '{}',
    '{"texts":[null]}',
    '{"texts":[{"version":1,"body":[[]]}]}',
  ]) {
    const { problems, checked } = await check([{}], { [texts]: answer });
    expect(problems).toEqual([`Not so: p: ${texts} answers with its texts.`]);
    expect(checked).toContain('p: the numbers that the site shows now add up.');
    const wrong = await problemsOf([{}], { [petition]: answer });
    expect(wrong).toEqual(['Not so: p: the numbers that the site shows now add up.']);
  }
});

test('an answer that does not arrive is one problem, and after five of them nothing more is asked', async () => {
  const site = await siteOf([{}]);
  const asked: string[] = [];
  const without = (lost: (path: string) => boolean) =>
    verifySite(
      async (path) => {
        if (!lost(path)) return site.get(path);
        asked.push(path);
        throw new Error('timeout');
      },
      { keys: null, remembered: null },
    );
  const { problems, checked } = await without((path) => path === petition);
  expect(problems).toEqual([`Not so: ${petition} can be read (timeout).`]);
  expect(checked).toContain('p: text 1 is the one that was signed.');
  asked.length = 0;
  await without((path) => !path.startsWith('/log/'));
  expect(asked.length).toBe(5);
});

test('a name that is no slug is no statement, so it reaches no address and no terminal', async () => {
  for (const action of ['p\u001b[2J', '../log', 'P', '', 'a--b'])
    expect(await problemsOf([{ action }])).toContain('Not so: Entry 0 of the log is a statement.');
});

const announced: StatementSample = {
  ...{ id: 1, announced_at: '2026-11-12T00:00:00.000Z', source: 'dice', seed_on: '2026-11-17' },
  ...{ week: '2026-W46', size: 30, state: 'announced', seed: null, draw: null, result: null },
};
const { leaves, numbers, passedOver } = drawFrom(candidates('4-1-1', members.length), {
  size: 30,
  counts: () => true,
});
const drawn: StatementSample = {
  ...announced,
  ...{ state: 'drawn', seed: '4-1-1' },
  draw: {
    ...{ tree_size: members.length, drawn: 30, numbers, passed_over: passedOver },
    leaves_sha256: leavesHash(leaves),
  },
};
const told = (yes: number, no: number) => ({
  ...{ asked: 30, not_asked: 0, answered: yes + no, yes, no },
  ...clopperPearson(yes, yes + no),
});
const few = { ...{ asked: 30, not_asked: 0, answered: 9 }, yes: null, no: null, low: null, high: null };
const closed = (result: StatementSample['result']): StatementSample => ({
  ...drawn,
  state: 'closed',
  result,
});
const weeksOf = (...samples: StatementSample[]) => samples.map((sample) => ({ samples: [sample] }));

test('a sample holds whose statements say the same over the weeks', async () => {
  expect(await problemsOf(weeksOf(announced, drawn, closed(told(15, 5))))).toEqual([]);
  expect(await problemsOf(weeksOf(announced, drawn, closed(few), closed(few)))).toEqual([]);
});

test('a sample is drawn again for each statement, with all its numbers', async () => {
  const draws = 'Not so: p, 2026-W48: sample 1: its seed draws its leaves.';
  const same = 'Not so: p, 2026-W48: sample 1 is the one that was told before.';
  const shown = 'Not so: p: sample 1 is shown as the statements tell it.';
  const other = { ...drawn, seed: 'another' };
  expect(await problemsOf(weeksOf(announced, drawn, other))).toEqual([same, draws, shown]);
  for (const wrong of [{ drawn: 29 }, { numbers: numbers + 1 }, { passed_over: 1 }]) {
    const sample = { ...drawn, draw: { ...drawn.draw!, ...wrong } };
    expect(await problemsOf(weeksOf(announced, announced, sample))).toEqual([draws]);
  }
});

test('what was told of a sample stays: where its seed comes from, its seed and its result', async () => {
  const same = 'Not so: p, 2026-W49: sample 1 is the one that was told before.';
  const first = [announced, drawn, closed(told(15, 5))];
  const shown = { '/api/v1/actions/p/samples': JSON.stringify({ samples: first.slice(-1) }) };
  for (const last of [closed(told(16, 4)), drawn, { ...drawn, seed: null, draw: null }])
    expect(await problemsOf(weeksOf(...first, last), shown)).toEqual([same]);
  for (const changed of [{ source: 'cards' }, { announced_at: '2026-11-13T00:00:00.000Z' }, { size: 29 }])
    expect(await problemsOf(weeksOf(...first, { ...announced, ...changed }))).toContain(same);
});

test('a sample that was not over does not vanish, and its state does not go back', async () => {
  const gone = (week: string, before: string) =>
    `Not so: p, ${week}: sample 1, which was not over in ${before}, is still told.`;
  expect(await problemsOf([...weeksOf(announced, drawn), {}])).toEqual([gone('2026-W48', '2026-W47')]);
  expect(await problemsOf([...weeksOf(announced), {}, {}])).toEqual([gone('2026-W47', '2026-W46')]);
  // Over: it need not be told again.
  expect(await problemsOf([...weeksOf(announced, drawn, closed(told(15, 5))), {}])).toEqual([]);
  const cancelled: StatementSample = { ...drawn, state: 'cancelled' };
  expect(await problemsOf([...weeksOf(announced, drawn, cancelled), {}])).toEqual([]);
  const same = 'Not so: p, 2026-W49: sample 1 is the one that was told before.';
  const asking: StatementSample = { ...drawn, state: 'asking' };
  expect(await problemsOf(weeksOf(announced, drawn, cancelled, asking))).toEqual([same]);
  expect(await problemsOf(weeksOf(announced, drawn, asking, cancelled))).toEqual([same]);
});

test('the samples that the site shows are those of the statements', async () => {
  const samples = '/api/v1/actions/p/samples';
  const weeks = weeksOf(announced, drawn, closed(told(15, 5)));
  const shown = (...list: object[]) => ({ [samples]: JSON.stringify({ samples: list }) });
  expect(await problemsOf(weeks, shown(closed(told(15, 5))))).toEqual([]);
  const other = 'Not so: p: sample 1 is shown as the statements tell it.';
  expect(await problemsOf(weeks, shown(closed(told(16, 4))))).toEqual([other]);
  expect(await problemsOf(weeks, shown())).toEqual([other]);
  const second = { ...announced, id: 2 };
  expect(await problemsOf(weeks, shown(closed(told(15, 5)), second))).toEqual([
    'Not so: p: sample 2 is in the statement of the week of its announcement, 2026-W46.',
  ]);
  // Announced since the last statement.
  expect(await problemsOf(weeks, shown(closed(told(15, 5)), { ...second, week: '2026-W49' }))).toEqual([]);
  for (const answer of ['<html>', '{"samples":[null]}'])
    expect(await problemsOf(weeks, { [samples]: answer })).toEqual([
      `Not so: p: ${samples} answers with its samples.`,
    ]);
});

test('answers are told exactly from twenty on', async () => {
  const fits = 'Not so: p, 2026-W48: sample 1: its answers and its range fit together.';
  const nothing = { yes: null, no: null, low: null, high: null };
  for (const result of [
    { ...told(15, 5), ...nothing },
    { ...told(20, 0), no: null },
    { ...told(20, 0), no: null, low: null, high: null },
    told(15, 4),
    { ...few, yes: 9 },
  ])
    expect(await problemsOf(weeksOf(announced, drawn, closed(result)))).toEqual([fits]);
});
