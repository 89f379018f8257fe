import { env } from 'cloudflare:workers';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { storedDigests } from '../../digests/stored.ts';
import { allAnswers } from '../support.ts';
import { answer, goToCity, move, surveyOfNovember } from './survey-weeks.ts';

const firstMonday = '2026-11-30T12:15:00Z';
const secondMonday = '2026-12-07T12:15:00Z';

/** Twelve people answer and a digest reports it. Then some change their answers or their place, and eight more come. */
async function twoWeeksOfAnswers() {
  const weeks = await surveyOfNovember();
  const { app, context } = weeks;
  const people = [];
  for (let n = 0; n < 12; n += 1) {
    people.push(
      await answer(app, context, `2026-11-24T${10 + n}:00:00Z`, {
        answers: n < 9 ? allAnswers : { fund: 'no', sure: 1 },
        place: n < 7 ? '1' : '2',
      }),
    );
  }
  const go = (who: string | undefined, opened: string, reported?: string) =>
    goToCity(app, context, { who, opened, reported });
  await go(people[5]?.id, '2026-11-24T22:00:00Z', '2026-11-26T12:00:00Z');
  await go(people[6]?.id, '2026-11-25T12:00:00Z', '2026-12-01T12:00:00Z');
  await go(undefined, '2026-11-25T12:00:00Z', '2026-11-26T12:00:00Z');
  await app.cron(firstMonday);
  app.setNow('2026-12-01T12:00:00Z');
  await app.post(`${people[11]?.mine}/withdraw`, {});
  await move(people[1]!.id, '2', '2026-12-01T13:00:00Z');
  for (let n = 0; n < 8; n += 1)
    await answer(app, context, `2026-12-02T${10 + n}:00:00Z`, {
      answers: { ...allAnswers, fund: 'no' },
      place: '2',
    });
  await go(people[7]?.id, '2026-12-02T12:00:00Z');
  await app.cron(secondMonday);
  return { ...weeks, people };
}

const questionIn = (tally: { questions: { id: string }[] } | undefined, id: string) =>
  tally?.questions.find((question) => question.id === id);

describe('a survey in two digests', () => {
  test('has the answers of the end of each week, corrections and all', async () => {
    const { tallies } = await twoWeeksOfAnswers();
    const [first, second] = await tallies();
    expect(first).toMatchObject({ confirmed: 12, change: 12, changeSince: null, corrections: [] });
    expect(questionIn(first, 'fund')).toMatchObject({
      answered: 12,
      choices: [
        { id: 'yes', n: 9 },
        { id: 'no', n: 3 },
      ],
      suggestion: { kept: 9, changed: 3, removed: 0 },
      byArea: [
        {
          place: '1',
          answered: 7,
          rows: [
            { id: 'yes', n: 7 },
            { id: 'no', n: 0 },
          ],
        },
        {
          place: '2',
          answered: 5,
          rows: [
            { id: 'yes', n: 2 },
            { id: 'no', n: 3 },
          ],
        },
      ],
    });
    expect(questionIn(first, 'budget')).toMatchObject({
      answered: 9,
      lines: [
        { id: 'parks', today: 40, mean: 30, median: 30, raised: 0, same: 0, cut: 9 },
        { id: 'training', today: 60, mean: 70, median: 70, raised: 9, same: 0, cut: 0 },
      ],
      suggestion: { kept: 9, changed: 0, removed: 3 },
      byArea: [],
    });
    expect(questionIn(first, 'order')).toMatchObject({
      options: [
        { id: 'first', mean: 2, firsts: 0 },
        { id: 'second', mean: 1, firsts: 9 },
        { id: 'third', mean: 3, firsts: 0 },
      ],
    });
    expect(questionIn(first, 'sure')).toMatchObject({ mean: 3.25, median: 4 });
    expect(questionIn(first, 'own')).toMatchObject({ kind: 'long-text', answered: 9 });

    expect(second).toMatchObject({ confirmed: 19, change: 7, changeSince: { week: '2026-W48' } });
    expect(second?.corrections.map(({ week, what, count }) => [week, what, count])).toEqual([
      ['2026-W48', 'moved', 1],
      ['2026-W48', 'withdrawn', 1],
    ]);
    expect(questionIn(second, 'fund')).toMatchObject({
      answered: 19,
      choices: [{ n: 9 }, { n: 10 }],
      areasAsOf: '2026-W48',
      byArea: [
        { place: '1', answered: 7 },
        { place: '2', answered: 5 },
      ],
    });
  });

  test('repeats all of it while the answers to one question changed by few', async () => {
    const { app, context, tallies, path, contactEmail } = await surveyOfNovember();
    for (let n = 0; n < 6; n += 1)
      await answer(app, context, `2026-11-24T1${n}:00:00Z`, { answers: allAnswers, place: '1' });
    await app.cron(firstMonday);
    await answer(app, context, '2026-12-01T10:00:00Z', { answers: { fund: 'no' }, place: '2' });
    await app.cron(secondMonday);
    const [first, second] = await tallies();
    const held = first?.questions.map((question) => ({ ...question, asOf: '2026-W48' }));
    expect(second?.questions).toEqual(held);
    const line = 'All answers are as of the week ending Sunday, November 29, 2026.';
    const page = spoken(await (await app.request(path)).text());
    const mails = await app.mailTo(contactEmail);
    for (const said of [page, mails.map(({ text }) => text.replace(/\s+/g, ' ')).join()])
      expect(said.split(line)).toHaveLength(2);
  });

  test('has three numbers, each with its own change', async () => {
    const { tallies } = await twoWeeksOfAnswers();
    expect((await tallies()).map(({ sends }) => sends)).toEqual([
      { opened: { n: 2, change: 2 }, reported: { n: 1, change: 1 } },
      { opened: { n: 3, change: 1 }, reported: { n: 2, change: 1 } },
    ]);
  });

  test('tells of nobody’s way but that of those who confirmed, and of theirs as long as they count', async () => {
    const { app, context, tallies } = await surveyOfNovember();
    const ana = await answer(app, context, '2026-11-24T10:00:00Z');
    const ben = await answer(app, context, '2026-11-24T11:00:00Z');
    await goToCity(app, context, {
      who: ana.id,
      opened: '2026-11-24T12:00:00Z',
      reported: '2026-11-24T13:00:00Z',
    });
    await goToCity(app, context, {
      who: ben.id,
      opened: '2026-11-24T12:00:00Z',
      reported: '2026-11-24T13:00:00Z',
    });
    for (let n = 0; n < 40; n += 1)
      await goToCity(app, context, { opened: '2026-11-24T12:00:00Z', reported: '2026-11-24T13:00:00Z' });
    await app.cron(firstMonday);
    app.setNow('2026-12-01T12:00:00Z');
    await app.post(`${ben.mine}/withdraw`, {});
    await app.cron(secondMonday);
    expect((await tallies()).map(({ sends }) => sends?.reported)).toEqual([
      { n: 2, change: 2 },
      { n: 1, change: -1 },
    ]);
  });

  test('says nothing of a survey of the city where there is no way to one', async () => {
    const { app, context, path, contactEmail, tallies } = await surveyOfNovember();
    await answer(app, context, '2026-11-24T10:00:00Z');
    const now = spoken(await (await app.request(path)).text());
    expect(now).toContain('1 person answered here as of');
    await app.cron(firstMonday);
    const week = spoken(await (await app.request(path)).text());
    const [mail] = await app.mailTo(contactEmail);
    for (const said of [now, week, `${mail?.html} ${mail?.text}`.replace(/\s+/g, ' ')]) {
      expect(said).not.toMatch(/city’s own survey|sent it|These three/);
    }
    expect((await tallies()).map(({ sends }) => sends)).toEqual([null]);
  });

  test('is the same if it is made late', async () => {
    const inTime = await twoWeeksOfAnswers();
    const late = await surveyOfNovember();
    for (let n = 0; n < 12; n += 1) {
      await answer(late.app, late.context, `2026-11-24T${10 + n}:00:00Z`, {
        answers: n < 9 ? allAnswers : { fund: 'no', sure: 1 },
        place: n < 7 ? '1' : '2',
      });
    }
    await answer(late.app, late.context, '2026-12-01T10:00:00Z', { answers: { fund: 'no' }, place: '2' });
    await late.app.cron(secondMonday);
    const [first] = await inTime.tallies();
    const [told, after] = await late.tallies();
    expect(told?.questions).toEqual(first?.questions);
    expect(questionIn(after, 'fund')).toMatchObject({ answered: 12, asOf: '2026-W48' });
  });

  test('is kept in the words it was asked in', async () => {
    const { context, tallies, app } = await twoWeeksOfAnswers();
    const before = await tallies();
    await env.DB.prepare(
      `UPDATE surveys SET content = replace(content, 'Should it be funded?', 'Another question')
      WHERE action_id = ?`,
    )
      .bind(context.action.id)
      .run();
    await app.cron('2026-12-14T12:15:00Z');
    const after = await tallies();
    expect(after.slice(0, 2)).toEqual(before);
    expect(questionIn(after[2], 'fund')).toMatchObject({ title: { en: 'Another question' } });
  });

  test('does not go out where its answers contradict its account', async () => {
    const { app, context, tallies } = await surveyOfNovember();
    await answer(app, context, '2026-11-24T12:00:00Z');
    const add = (n: number) =>
      env.DB.prepare(
        `UPDATE answer_counts SET n = n + ? WHERE action_id = ? AND question = 'fund' AND key = 'yes' AND place = ''`,
      )
        .bind(n, context.action.id)
        .run();
    await add(1);
    await expect(app.cron(firstMonday)).rejects.toThrow();
    expect(await tallies()).toEqual([]);
    await add(-1);
    await app.cron(firstMonday);
    expect(await tallies()).toHaveLength(1);
  });
});

const spoken = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the staff page of a committee with a survey', () => {
  test('shows the three numbers, the answers and the numbers of now, in both languages', async () => {
    const { app, path } = await twoWeeksOfAnswers();
    const page = spoken(await (await app.request(path)).text());
    expect(page).toContain('Tallies for the Safety Committee');
    expect(page).toMatch(/19 people answered here, confirmed by mail \+7/);
    expect(page).toMatch(/3 people opened the city’s own survey \+1/);
    expect(page).toMatch(/2 people said that they sent it to the city \+1/);
    expect(page).toContain('These three overlap and are never added up');
    expect(page).toMatch(/19 people answered here as of Monday, December 7, 2026/);
    expect(page).toMatch(/yes 9 \(47%\)/);
    expect(page).toMatch(/Of the responses confirmed in the week ending November 29, 2026, 1 was withdrawn/);
    expect(page).not.toMatch(/NaN|undefined|\[object/);
    const spanish = spoken(await (await app.request(`${path}?lang=es`)).text());
    expect(spanish).toMatch(/19 personas respondieron aquí y lo confirmaron por correo \+7/);
    expect(spanish).toContain('Should it be funded? (es)');
  });

  test('shows no answers before the first week is over, only how many', async () => {
    const { app, context, path } = await surveyOfNovember();
    await answer(app, context, '2026-11-24T12:00:00Z');
    const page = spoken(await (await app.request(path)).text());
    expect(page).toMatch(/1 person answered here as of Tuesday, November 24, 2026/);
    expect(page).not.toContain('Should it be funded?');
    const json = await (await app.request(`${path}.json`)).json();
    expect(json).toMatchObject({ weeks: [], surveys_now: [{ counts: { confirmed: 1 } }] });
    expect(JSON.stringify(json)).not.toContain('funded');
  });

  test('and every other place say nothing of four people’s answers but how many there are', async () => {
    const { app, context, path, contactEmail } = await surveyOfNovember();
    for (let n = 0; n < 4; n += 1)
      await answer(app, context, `2026-11-24T1${n}:00:00Z`, {
        answers: { fund: 'yes', sure: 4 },
        place: '1',
      });
    await app.cron(firstMonday);
    const { slug } = context.action;
    const read = async (at: string) => (await app.request(at)).text();
    const page = spoken(await read(path));
    expect(page.match(/Fewer than five people have answered/g)).toHaveLength(1);
    expect(page).not.toContain('Should it be funded?');
    expect(page).not.toContain('Suggested answers');
    expect(page).not.toMatch(/yes 4|4 \(100%\)/);
    const [mail] = await app.mailTo(contactEmail);
    expect(mail?.text).not.toMatch(/yes|100%|suggested answer/i);
    expect(mail?.text.match(/Fewer than five people have/g)).toHaveLength(1);
    const rows = (await read(`${path}/surveys/${slug}.csv`)).trim().split('\r\n').slice(1);
    for (const row of rows) expect(row).not.toMatch(/,[1-9]\d*,[^,]*,[^,]*$/);
    expect(rows.join()).toContain(',all,,Fewer than five');
    const json = JSON.parse(await read(`${path}.json`));
    for (const question of json.weeks[0].surveys[0].questions)
      expect([question.answered ?? 0, question.by_district]).toEqual([0, []]);
    expect(JSON.stringify(json.weeks[0].surveys[0].questions)).not.toMatch(/"(n|mean|median)":[1-9]/);
    for (const open of [`/surveys/${slug}`, `/campaigns/${context.campaign.slug}`])
      expect(spoken(await read(open))).not.toContain('yes 4');
  });

  test('of a survey that nobody has answered says so', async () => {
    const { app, path } = await surveyOfNovember();
    await app.cron(firstMonday);
    const page = spoken(await (await app.request(path)).text());
    expect(page).toContain('Nobody has answered and confirmed yet: this is the first tally.');
    expect(page).not.toMatch(/0 people answered here, confirmed|Nobody has answered this yet/);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('tells sentences only while they are shared and shown', async () => {
    const { app, context, path, contactEmail } = await surveyOfNovember();
    const people: Awaited<ReturnType<typeof answer>>[] = [];
    for (let n = 0; n < 6; n += 1) {
      const own = `Sentence number ${n}`;
      const at = `2026-11-24T1${n}:00:00Z`;
      people.push(await answer(app, context, at, { answers: { fund: 'yes', own }, shareWords: n < 5 }));
    }
    const moderate = (n: number, state: string) =>
      env.DB.prepare('UPDATE responses SET words_state = ? WHERE signature_id = ?')
        .bind(state, people[n]!.id)
        .run();
    for (const n of [0, 1, 2, 3]) await moderate(n, 'shown');
    await app.cron(firstMonday);
    const sentencesIn = (text: string) => [...new Set(text.match(/Sentence number \d/g))].sort();
    const shown = async () => sentencesIn(await (await app.request(path)).text());
    expect(await shown()).toEqual([1, 2, 3].map((n) => `Sentence number ${n}`));
    const [mail] = await app.mailTo(contactEmail);
    expect(sentencesIn(mail!.text)).toEqual(await shown());

    app.setNow('2026-12-01T12:00:00Z');
    await app.post(`${people[1]!.mine}/withdraw`, {});
    await moderate(2, 'hidden');
    expect(await shown()).toEqual(['Sentence number 3']);
    expect(sentencesIn(await (await app.request(`${path}.json`)).text())).toEqual(['Sentence number 3']);
    await app.post(`${people[3]!.mine}/erase`, {});
    expect(await shown()).toEqual([]);
    const [digest] = await storedDigests((await committeeIdOf(context.action.id)) ?? 0);
    expect(JSON.stringify(digest?.content)).not.toContain('Sentence number');
  });
});

function committeeIdOf(petition: number) {
  return env.DB.prepare('SELECT committee_id FROM actions WHERE id = ?')
    .bind(petition)
    .first<number>('committee_id');
}

describe('the downloads', () => {
  const rowsOf = (csv: string) =>
    Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true })
      .data;

  test('have the answers of every week, as the staff page does', async () => {
    const { app, path, context } = await twoWeeksOfAnswers();
    const { slug } = context.action;
    const response = await app.request(`${path}/surveys/${slug}.csv`);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="survey-tally-${slug}-2026-12-06.csv"`,
    );
    const rows = rowsOf(await response.text());
    const find = (week_ending: string, question_id: string, district: string, answer_id: string) =>
      rows.filter(
        (row) =>
          row.week_ending === week_ending &&
          row.question_id === question_id &&
          row.district === district &&
          row.answer_id === answer_id,
      );
    expect(find('2026-11-29', 'fund', 'all', '')).toMatchObject([{ people: '12' }]);
    expect(find('2026-12-06', 'fund', 'all', 'yes')).toMatchObject([{ people: '9', answer: 'yes' }]);
    expect(find('2026-12-06', 'fund', '2', 'yes')).toMatchObject([
      { people: '2', answers_as_of: '2026-11-29' },
    ]);
    expect(find('2026-12-06', 'fund', 'all', '~kept')).toMatchObject([{ people: '9' }]);
    expect(find('2026-11-29', 'budget', 'all', 'training')).toMatchObject([
      { people: '9', mean: '70', median: '70' },
    ]);
    expect(find('2026-11-29', 'budget', 'all', 'training~raised')).toMatchObject([{ people: '9' }]);
    expect(find('2026-11-29', 'order', 'all', 'second~first')).toMatchObject([{ people: '9' }]);
    expect(find('2026-11-29', 'sure', 'all', '4')).toMatchObject([{ people: '9' }]);
    expect(JSON.stringify(rows)).not.toContain('Please teach');

    const json = await (await app.request(`${path}.json`)).json<{ weeks: { surveys: unknown[] }[] }>();
    expect(json.weeks[1]?.surveys[0]).toMatchObject({
      survey: slug,
      confirmed: 19,
      sends: { opened: { n: 3, change: 1 }, reported: { n: 2, change: 1 } },
      questions: [
        {
          question: 'fund',
          answered: 19,
          answers: [
            { id: 'yes', n: 9 },
            { id: 'no', n: 10 },
          ],
        },
        {},
        {},
        {},
        {},
        {},
        {},
      ],
    });
  });

  test('name no group of fewer than five people, and say which are told together', async () => {
    const { app, path, context } = await surveyOfNovember();
    const groups = { '1': 6, '2': 3, outside: 2 };
    for (const [place, people] of Object.entries(groups)) {
      for (let n = 0; n < people; n += 1) {
        const at = `2026-11-24T1${n}:00:00Z`;
        const { id } = await answer(app, context, at, { answers: { fund: 'no' } });
        await move(id, place, at);
      }
    }
    await app.cron(firstMonday);
    const rows = rowsOf(await (await app.request(`${path}/surveys/${context.action.slug}.csv`)).text());
    const answered = rows.filter((row) => row.question_id === 'fund' && row.answer_id === '');
    expect(answered.map(({ district, people }) => [district, people])).toEqual([
      ['all', '11'],
      ['1', '6'],
      ['other areas (groups under 5 together)', '5'],
    ]);
    const page = spoken(await (await app.request(path)).text());
    expect(page).toContain('Other areas together');
    expect(page).toContain('so that no answer points to a person');
  });

  test('take no formula from a kit', async () => {
    const { app, path, context, committeeId } = await twoWeeksOfAnswers();
    await env.DB.prepare(
      `UPDATE digests SET content = json_set(content, '$.surveys[0].questions[0].title.en', '=cmd()')
      WHERE committee_id = ?`,
    )
      .bind(committeeId)
      .run();
    const csv = await (await app.request(`${path}/surveys/${context.action.slug}.csv`)).text();
    expect(new Set(rowsOf(csv).map(({ question }) => question)).has("'=cmd()")).toBe(true);
    expect(csv).not.toMatch(/(^|,)=cmd/m);
  });

  test('are none of a survey that is not for this committee', async () => {
    const { app, path } = await surveyOfNovember();
    const other = await surveyOfNovember();
    for (const file of [`${other.context.action.slug}.csv`, 'x', 'x.csv', '%22.csv']) {
      expect((await app.request(`${path}/surveys/${file}`)).status).toBe(404);
    }
  });
});
