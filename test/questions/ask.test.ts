import { beforeAll, expect, test } from 'vitest';
import { day } from '../../worker/platform/time/clock.ts';
import { endKept } from '../../worker/questions/ask.ts';
import { nameToGreet } from '../../worker/questions/rules.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { ask, askedAndConfirmed, type Campaign, ownQuestion, typed } from './support.ts';

const app = testApp();
const { db } = app.deps;
let campaign: Campaign;
let page = '';

beforeAll(async () => {
  campaign = (await openPetition(db)).campaign;
  page = `/campaigns/${campaign.slug}/questions`;
});

async function stored(): Promise<Record<string, unknown>[]> {
  const rows = db.prepare('SELECT * FROM asked_questions WHERE campaign_id = ? ORDER BY received_at, rowid');
  return (await rows.bind(campaign.id).all()).results;
}

test('a question is sealed, reaches nobody until its owner confirms it, and a second press changes nothing', async () => {
  const sent = await ask(app, campaign);
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${page}/sent`]);
  const [row] = await stored();
  expect(row).toMatchObject({ state: 'unconfirmed', confirmed_at: null });
  expect(JSON.stringify(row)).not.toContain('asks.example');
  const [mail] = await app.mailTo('ana@asks.example');
  expect(mail?.subject).toBe('Confirm your question about “A small campaign”');
  // A stranger may have typed the name and somebody else's address.
  expect(mail?.text).not.toContain('Ana');
  const own = await ownQuestion(app, 'ana@asks.example');
  const before = await (await app.request(own)).text();
  expect(before).toContain(typed);
  expect(before).toContain('It has not reached the organizers yet.');
  expect((await stored())[0]?.state).toBe('unconfirmed');
  for (const _ of [1, 2]) expect((await app.post(`${own}/confirm`, {})).status).toBe(303);
  expect((await stored())[0]).toMatchObject({ state: 'waiting', decisions: 0 });
  expect(await (await app.request(own)).text()).toContain('It waits for the organizers.');
});

test('the answer is the same for an address that has asked, that gets no more mails or that nobody has', async () => {
  const asked = ['ana@asks.example', 'nobody@asks.example', ...Array(7).fill('often@asks.example')];
  const answers = [];
  for (const email of asked) {
    const sent = await ask(app, campaign, { email });
    answers.push([sent.status, sent.headers.get('location')]);
  }
  expect(new Set(answers.map(String)).size).toBe(1);
  expect(await app.mailTo('often@asks.example')).toHaveLength(5);
});

test('one inbox gets no more such mails because there are more campaigns', async () => {
  for (let n = 0; n < 3; n += 1) {
    const { campaign: other } = await openPetition(db);
    for (const _ of [1, 2, 3]) await ask(app, other, { email: 'everywhere@asks.example' });
  }
  expect(await app.mailTo('everywhere@asks.example')).toHaveLength(5);
});

test.each([
  ['Ana', 'Ana'],
  ['Visit https://evil.example now', null],
  ['evil.example', null],
  ['evil．example', null],
  ['a@evil', null],
  ['Dr. J. Pérez', 'Dr. J. Pérez'],
  ['', null],
])('a greeting carries no address or link: %s', (name, greeted) => {
  expect(nameToGreet(name)).toBe(greeted);
});

test('the same form sent twice is one question and one mail', async () => {
  const before = (await stored()).length;
  const form_token =
    /name="form_token" value="([^"]+)"/.exec(await (await app.request(page)).text())?.[1] ?? '';
  await ask(app, campaign, { email: 'twice@asks.example', form_token });
  await ask(app, campaign, { email: 'twice@asks.example', form_token });
  expect((await stored()).length).toBe(before + 1);
  expect(await app.mailTo('twice@asks.example')).toHaveLength(1);
});

test('bad input comes back with what was typed and a line for each field', async () => {
  const wrong = await ask(app, campaign, { question: 'Why?', email: 'nobody', agree: '', name: 'Eva' });
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  for (const line of [
    'Your question is too short to answer.',
    'Enter an email address like',
    'Check the box so that we can answer in public',
  ]) {
    expect(html).toContain(line);
  }
  expect(html).toContain('value="Eva"');
  const hostile = await ask(app, campaign, { question: `<script>alert(1)</script>${'x'.repeat(2000)}` });
  const back = await hostile.text();
  expect(hostile.status).toBe(422);
  expect(back).toContain('Shorten it to 1,000 characters');
  expect(back).not.toContain('<script>alert');
  expect((await ask(app, campaign, { form_token: 'made-up' })).status).toBe(422);
  expect((await ask(app, campaign, { website: 'x' })).status).toBe(422);
  const spanish = await ask(app, campaign, { question: '' }, '?lang=es');
  expect(await spanish.text()).toContain('Escriba su pregunta');
  // The other language keeps what was typed.
  const switched = await ask(app, campaign, { step: 'language', question: 'Half a' }, '?lang=es');
  expect(switched.status).toBe(200);
  expect(await switched.text()).toContain('Half a');
});

test('its owner can delete it, and what nobody decides on is erased in time', async () => {
  const own = await askedAndConfirmed(app, campaign, { email: 'gone@asks.example' });
  const deleted = await app.post(`${own}/erase`, {});
  expect(deleted.headers.get('location')).toBe(`${page}/deleted`);
  expect(await (await app.request(`${page}/deleted`)).text()).toContain('Your question was deleted.');
  const ended = await app.request(own);
  expect(ended.status).toBe(410);
  const after = await ended.text();
  expect(after).not.toContain(typed);
  expect(after).toContain('What you typed was deleted.');
  expect((await stored()).at(-1)).toMatchObject({ state: 'withdrawn', sealed: null });

  await ask(app, campaign, { email: 'late@asks.example' });
  const link = await ownQuestion(app, 'late@asks.example');
  await endKept(app.deps, new Date(aWednesday.getTime() + 8 * day));
  expect((await stored()).some(({ state }) => state === 'unconfirmed')).toBe(false);
  expect((await app.request(link)).status).toBe(410);
  await endKept(app.deps, new Date(aWednesday.getTime() + 181 * day));
  const kept = (await stored()).filter(({ sealed }) => sealed !== null);
  expect(kept).toEqual([]);
  expect((await stored())[0]?.state).toBe('lapsed');
  expect((await app.request('/questions/made-up')).status).toBe(404);
});

test('a campaign that is at risk asks to leave details out, and the privacy page says what is kept', async () => {
  const privacy = await (await app.request(`/campaigns/${campaign.slug}/privacy`)).text();
  expect(privacy).toContain('If you ask a question: your question, your email address');
  const front = await (await app.request(`/campaigns/${campaign.slug}`)).text();
  expect(front).toContain('Questions and answers');
  expect(front).toContain(`href="${page}"`);
  expect((await app.request('/campaigns/nobody/questions')).status).toBe(404);
});
