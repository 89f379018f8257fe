import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { turnSwitch } from '../../worker/platform/switches.ts';
import { aWednesday, testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import { counted, kitWithTraining, learnerOf } from './support.ts';

const app = testApp();
const { slug: town } = charlotte.campaign;

beforeAll(async () => {
  expect((await openKit(env.DB, charlotte, aWednesday)).ok).toBe(true);
});

async function openTraining(): Promise<string> {
  const kit = kitWithTraining();
  expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
  return kit.campaign.slug;
}

/** The place of the right answer of Charlotte's question on a page. */
function rightOf(html: string): number {
  const questions = charlotte.lessons.flatMap(({ questions }) => questions);
  const text = html.replaceAll('&#39;', "'").replaceAll('&quot;', '"');
  const question = questions.find(({ situation: { en, es } }) => text.includes(en) || text.includes(es));
  return question?.answers.findIndex((answer) => 'right' in answer && answer.right) ?? -1;
}

test.each(['en', 'es'])('a resident goes through all six lessons in %s, without a script', async (lang) => {
  const learner = learnerOf(app, town, { lang });
  await learner.open();
  const words = charlotte.training;
  for (const { title, lead } of charlotte.lessons) {
    expect(learner.page()).toContain(title[lang as 'en']);
    expect(learner.page()).toContain(lead[lang as 'en']);
  }
  expect(await learner.begin()).toBe(200);
  expect(learner.page()).toContain(charlotte.lessons[0]?.lesson[0]?.heading[lang as 'en']);
  expect(learner.page()).toContain('22 U.S.C. § 7102');
  await learner.goToEnd(rightOf);
  expect(learner.page()).toContain(lang === 'en' ? '12 of 12 right' : '12 de 12 correctas');
  expect(learner.page()).toContain(`${app.deps.settings.publicUrl}/campaigns/${town}/training`);
  expect(await learner.makeCertificate('Ana María O’Neill-Núñez')).toBe(200);
  expect(learner.page()).toContain('Ana María O’Neill-Núñez');
  expect(learner.page()).toContain(words.certificate[lang as 'en']);
});

test('a wrong answer gets its reason and a second try, then every reason', async () => {
  const learner = learnerOf(app, await openTraining());
  await learner.begin();
  await learner.press('next');
  await learner.answer(0);
  expect(learner.page()).toContain('Not quite.');
  expect(learner.page()).toContain('Reason 0 of a');
  expect(learner.page()).not.toContain('Reason 1 of a');
  await learner.press('again');
  await learner.answer(2);
  expect(learner.page()).toContain('Not this time.');
  for (const nth of [0, 1, 2]) expect(learner.page()).toContain(`Reason ${nth} of a`);
  await learner.press('next');
  await learner.answer(0);
  await learner.press('again');
  await learner.answer(1);
  expect(learner.page()).toContain('<b>Right</b>');
  await learner.goToEnd();
  expect(learner.page()).toContain('1 of 3 right at the first try');
});

test('only a first try counts, a page that is sent again counts nothing, and each source has its own', async () => {
  const campaign = await openTraining();
  const one = learnerOf(app, campaign, { source: 'poster' });
  await one.open();
  const form = one.fields();
  await one.begin();
  // A double click, and the page opened again from the history.
  await one.send('run', form);
  await one.press('next');
  const question = one.fields();
  const again = () => one.send('run', { ...question, step: 'answer', answer: '1' });
  await one.answer(0);
  await again();
  await again();
  await one.goToEnd();
  await one.send('run', { ...one.fields(), at: '9', step: 'next' });
  const other = learnerOf(app, campaign, { source: 'nobody-knows' });
  await other.begin();
  await other.goToEnd();
  expect(await counted(env.DB, campaign)).toEqual({
    ...{ 'started poster': 1, 'started other': 1, 'finished poster': 1, 'finished other': 1 },
    ...{ 'answered one/a poster': 1, 'answered one/a other': 1, 'right one/a other': 1 },
    ...{ 'answered one/b poster': 1, 'answered one/b other': 1 },
    ...{ 'right one/b poster': 1, 'right one/b other': 1 },
    ...{ 'answered two/c poster': 1, 'answered two/c other': 1 },
    ...{ 'right two/c poster': 1, 'right two/c other': 1 },
  });
});

test('without an answer it says so, and another language keeps the place', async () => {
  const learner = learnerOf(app, await openTraining());
  await learner.begin();
  await learner.press('next');
  expect(await learner.press('answer')).toBe(422);
  expect(learner.page()).toContain('href="#answer-0"');
  expect(await learner.press('answer', { answer: '7' })).toBe(422);
  expect(await learner.press('language')).toBe(200);
  expect(learner.page()).toContain('What do you do about a?');
  await learner.answer(0);
  await learner.press('language');
  expect(learner.page()).toContain('Reason 0 of a');
  await learner.press('back');
  expect(learner.page()).toContain('A part');
});

test('nobody comes to the end past an open question', async () => {
  const learner = learnerOf(app, await openTraining());
  await learner.begin();
  await learner.press('next', { at: '4' });
  expect(learner.page()).toContain('What do you do about a?');
  expect(await learner.makeCertificate('Ana')).toBe(422);
  expect(learner.page()).toContain('What do you do about a?');
});

test('a state that is not ours, of another campaign or too old begins again and counts nothing', async () => {
  const [campaign, another] = [await openTraining(), await openTraining()];
  const learner = learnerOf(app, campaign);
  await learner.begin();
  const { state = '', at = '' } = learner.fields();
  const stranger = learnerOf(app, another);
  const wrong = [`${state.slice(0, -2)}xx`, '', 'nonsense', `${state}A`, 'A'.repeat(1000)];
  for (const one of wrong) expect(await learner.send('run', { state: one, at, step: 'next' })).toBe(422);
  expect(await stranger.send('run', { state, at, step: 'next' })).toBe(422);
  expect(stranger.page()).toContain('Please begin again');
  expect(await learner.send('run', { form_token: 'nonsense' })).toBe(422);
  expect(await learner.send('run', { state, at: '-1', step: 'next' })).toBe(200);
  app.setNow('2026-12-02T15:01:00Z');
  expect(await learner.send('run', { state, at, step: 'next' })).toBe(422);
  app.setNow(aWednesday);
  expect(await counted(env.DB, another)).toEqual({});
});

test('questions that change meanwhile begin again; wording that changes does not', async () => {
  const kit = kitWithTraining();
  await openKit(env.DB, kit, aWednesday);
  const learner = learnerOf(app, kit.campaign.slug);
  await learner.begin();
  const state = learner.fields();
  kit.lessons[0]!.title = { en: 'Another title', es: 'Otro título' };
  await openKit(env.DB, kit, aWednesday);
  expect(await learner.send('run', { ...state, step: 'next' })).toBe(200);
  kit.lessons[0]!.questions.pop();
  await openKit(env.DB, kit, aWednesday);
  expect(await learner.send('run', { ...state, step: 'next' })).toBe(422);
});

test('the address of a page that a form answered leads to the start', async () => {
  for (const page of ['run', 'certificate', 'certificate/file']) {
    const answer = await app.request(`/campaigns/${town}/training/${page}?lang=es`);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/campaigns/${town}/training?lang=es`,
    ]);
  }
});

test('while nothing can be stored, people learn and are not counted', async () => {
  const campaign = await openTraining();
  await turnSwitch(env.DB, { name: 'read-only', isOn: true }, aWednesday);
  const learner = learnerOf(app, campaign);
  await learner.begin();
  await learner.goToEnd();
  expect(learner.isEnd()).toBe(true);
  await turnSwitch(env.DB, { name: 'read-only', isOn: false }, aWednesday);
  expect(await counted(env.DB, campaign)).toEqual({});
});

test('a lesson can be read by itself, and has a version to print with all reasons', async () => {
  const [first] = charlotte.lessons;
  for (const language of ['en', 'es'] as const) {
    const at = `/campaigns/${town}/training/lessons/${first?.slug}`;
    const read = await (await app.request(`${at}?lang=${language}`)).text();
    expect(read).toContain(first?.lesson[0]?.heading[language]);
    expect(read).not.toContain(first?.questions[0]?.situation[language]);
    const print = await (await app.request(`${at}/print?lang=${language}`)).text();
    for (const { reason } of first?.questions[0]?.answers ?? []) expect(print).toContain(reason[language]);
    expect(print).toContain(language === 'en' ? 'End with these numbers' : 'Termine con estos números');
    expect(print).toContain('1-888-373-7888');
  }
  expect((await app.request(`/campaigns/${town}/training/lessons/nothing`)).status).toBe(404);
});

test('more than a day’s number of one connection learn to the end and are not counted', async () => {
  const limits = { formMinAgeSeconds: 0, writesPerMinute: 20, signaturesADay: 2 };
  const limited = testApp({ limits });
  const campaign = await openTraining();
  const goes = async (from: string) => {
    const learner = learnerOf(limited, campaign, { from });
    await learner.begin();
    await learner.goToEnd();
    expect(await learner.makeCertificate('Ana')).toBe(200);
  };
  for (let nth = 0; nth < 4; nth += 1) await goes('203.0.113.9');
  expect(await counted(env.DB, campaign)).toMatchObject({ 'started direct': 2, 'finished direct': 2 });
  await goes('203.0.113.10');
  expect(await counted(env.DB, campaign)).toMatchObject({ 'started direct': 3, 'finished direct': 3 });
});
