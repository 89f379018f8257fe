import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { answer, askedAndConfirmed, type Campaign } from './support.ts';

const app = testApp();
const { db } = app.deps;
let campaign: Campaign;
let owner: OrganizerClient;
let moderator: OrganizerClient;
let page = '';

beforeAll(async () => {
  campaign = (await openPetition(db)).campaign;
  owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  moderator = await organizerIn(app, campaign, { role: 'moderator' });
  page = `/campaigns/${campaign.slug}/questions`;
});

const publicPage = async (lang = 'en') => (await app.request(`${page}?lang=${lang}`)).text();

/** The id of the question that waits longest. */
async function waiting(): Promise<string> {
  return /id="question-([\w-]{22})"/.exec(await owner.read('/questions'))?.[1] ?? '';
}

async function undo(done: Response): Promise<Response> {
  const act = /done=([^&]+)/.exec(done.headers.get('location') ?? '')?.[1] ?? '';
  return owner.post(`/acts/${act}/undo`, { back: `/organize/campaigns/${campaign.slug}/questions` });
}

test('an answer with its source and date is public in both languages, and its asker is told once', async () => {
  const own = await askedAndConfirmed(app, campaign);
  expect(await owner.read('')).toContain('1 question waits for an answer');
  const list = await owner.read('/questions');
  expect(list).toContain('How much does the training cost the city?');
  expect(list).not.toContain('ana@asks.example');
  const id = await waiting();
  const form = await owner.read(`/questions/${id}/answer`);
  expect(form).toContain('name="answer.es"');
  const bad = await owner.post(`/questions/${id}/answer`, {
    ...answer,
    seen: '0',
    source: '',
    'answer.es': '',
  });
  expect(bad.status).toBe(422);
  const back = await bad.text();
  expect(back).toContain('The answer (Spanish): Fill this in');
  expect(back).toContain('What does the training cost?');
  const done = await owner.post(`/questions/${id}/answer`, { ...answer, seen: '0' });
  expect(done.status).toBe(303);

  const shown = await publicPage();
  expect(shown).toContain('<strong>$1.2 million</strong>');
  expect(shown).toContain('Source: City budget 2027, page 41. Answered on Wednesday, November 25, 2026.');
  expect(await publicPage('es')).toContain('¿Cuánto cuesta la capacitación?');
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(shown)?.[1] ?? '';
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'FAQPage',
    mainEntity: [{ name: 'What does the training cost?', acceptedAnswer: { '@type': 'Answer' } }],
  });
  const told = (await app.mailTo('ana@asks.example')).filter(({ subject }) =>
    subject.startsWith('Your question'),
  );
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('About $1.2 million in the first year.');
  expect(told[0]?.html).toContain('<strong>$1.2 million</strong>');
  expect(await (await app.request(own)).text()).toContain('It was answered:');
});

test('a question that is like another gets the answer that is there', async () => {
  await askedAndConfirmed(app, campaign, {
    email: 'bo@asks.example',
    question: 'What is the cost of the training?',
  });
  const id = await waiting();
  const entry = /<option value="(\w{26})"/.exec(await moderator.read('/questions'))?.[1] ?? '';
  const stale = await moderator.post(`/questions/${id}/decide`, { decision: 'merge', entry, seen: '7' });
  expect(stale.status).toBe(409);
  const done = await moderator.post(`/questions/${id}/decide`, { decision: 'merge', entry, seen: '0' });
  expect(done.status).toBe(303);
  const told = (await app.mailTo('bo@asks.example'))[0];
  expect(told?.text).toContain('What does the training cost?');
});

test('hidden with a reason, undone before the mail goes, and then answered: only the answer is told', async () => {
  await askedAndConfirmed(app, campaign, { email: 'eva@asks.example' });
  const id = await waiting();
  expect((await moderator.get(`/questions/${id}/answer`)).status).toBe(403);
  const hidden = await owner.post(`/questions/${id}/decide`, {
    ...{ decision: 'hide', reason: 'not-about-this', seen: '0' },
  });
  expect(hidden.status).toBe(303);
  expect(await owner.read('/questions')).toContain('No question waits.');
  expect((await undo(hidden)).status).toBe(303);
  expect(await waiting()).toBe(id);
  const done = await owner.post(`/questions/${id}/answer`, { ...answer, 'asked.en': 'Who pays?', seen: '2' });
  expect(done.status).toBe(303);
  const told = (await app.mailTo('eva@asks.example')).filter(({ subject }) =>
    subject.startsWith('Your question'),
  );
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('Who pays?');
  // Undone, the answer leaves the page and the question waits again.
  await undo(done);
  expect(await publicPage()).not.toContain('Who pays?');
  const again = await owner.post(`/questions/${id}/decide`, {
    decision: 'hide',
    reason: 'insult',
    seen: '4',
  });
  expect(again.status).toBe(303);
  expect((await app.mailTo('eva@asks.example'))[0]?.text).toMatch(/it insults\s+somebody\./);
});

test('a myth stands once between two facts, and every version of it stays readable', async () => {
  const myth = {
    ...answer,
    'fact.en': 'Trained officers make more arrests of traffickers.',
    'fact.es': 'Los agentes capacitados arrestan a más tratantes.',
    'asked.en': 'Training means fewer arrests.',
    'asked.es': 'Con la capacitación hay menos arrestos.',
  };
  expect((await owner.post('/new-question-entry?kind=myth', { ...myth, 'fact.en': '' })).status).toBe(422);
  const done = await owner.post('/new-question-entry?kind=myth', myth);
  expect(done.status).toBe(303);
  const shown = await publicPage();
  expect(shown.split('Trained officers make more arrests').length - 1).toBe(2);
  expect(shown.split('Training means fewer arrests.').length - 1).toBe(1);
  expect(shown.indexOf('Fact: Trained')).toBeLessThan(shown.indexOf('Training means'));
  expect(shown).not.toContain('"name":"Training means');

  const id = /question-entries\/(\w{26})">Training means/.exec(await owner.read('/questions'))?.[1] ?? '';
  const edit = await owner.post(`/question-entries/${id}`, {
    ...myth,
    'fact.en': 'A newer fact.',
    seen: '1',
  });
  expect(edit.status).toBe(303);
  const late = await owner.post(`/question-entries/${id}`, { ...myth, 'fact.en': 'A lost fact.', seen: '1' });
  expect(late.status).toBe(409);
  const meanwhile = await late.text();
  expect(meanwhile).toContain('A newer fact.');
  expect(meanwhile).toContain('A lost fact.');
  expect(await publicPage()).toContain('Changed on Wednesday, November 25, 2026. Earlier versions are kept.');
  const versions = await (await app.request(`/campaigns/${campaign.slug}/question-versions/${id}`)).text();
  expect(versions).toContain('A newer fact.');
  expect(versions).toContain('Trained officers make more arrests');
  await undo(edit);
  expect(await publicPage()).not.toContain('A newer fact.');
  const off = await owner.post(`/question-entries/${id}/turn`, { decision: 'hide' });
  expect(await publicPage()).not.toContain('Training means fewer arrests.');
  expect((await app.request(`/campaigns/${campaign.slug}/question-versions/${id}`)).status).toBe(404);
  await undo(off);
  expect(await publicPage()).toContain('Training means fewer arrests.');
});

test('the same myth that is published again, such as after a step back, is there once', async () => {
  const myth = {
    ...answer,
    'fact.en': 'Once.',
    'fact.es': 'Una vez.',
    'asked.en': 'Twice.',
    'asked.es': '2.',
  };
  const send = (fields = {}) => owner.post('/new-question-entry?kind=myth', { ...myth, ...fields });
  const both = await Promise.all([send(), send()]);
  const again = await send();
  for (const done of [...both, again]) expect(done.status).toBe(303);
  expect(again.headers.get('location')).toMatch(/\/questions(\?lang=en)?$/);
  const list = await owner.read('/questions');
  expect(list.match(/question-entries\/\w{26}">Twice\./g)).toHaveLength(1);
  await send({ 'answer.en': 'Another reason.' });
  expect((await owner.read('/questions')).match(/question-entries\/\w{26}">Twice\./g)).toHaveLength(2);
});

test('what is changed is called by its name: an answer or a myth', async () => {
  const id = /question-entries\/(\w{26})">Twice/.exec(await owner.read('/questions'))?.[1] ?? '';
  const myth = {
    ...answer,
    'fact.en': 'New.',
    'fact.es': 'Una vez.',
    'asked.en': 'Twice.',
    'asked.es': '2.',
  };
  expect((await owner.post(`/question-entries/${id}`, { ...myth, seen: '1' })).status).toBe(303);
  expect((await owner.post(`/question-entries/${id}/turn`, { decision: 'hide' })).status).toBe(303);
  expect((await owner.post(`/question-entries/${id}/turn`, { decision: 'show' })).status).toBe(303);
  const log = await owner.read('/log');
  for (const told of ['A myth was changed', 'A myth was taken off the pages', 'A myth was put back']) {
    expect(log).toContain(told);
  }
});

test('hostile texts of an organizer stay text', async () => {
  const bad = {
    'asked.en': '</script><script>alert(1)</script>',
    'answer.en': '[x](javascript:alert(1)) <b>b</b>',
  };
  const done = await owner.post('/new-question-entry', { ...answer, ...bad });
  expect(done.status).toBe(303);
  const shown = await publicPage();
  expect(shown).not.toContain('<script>alert');
  expect(shown).not.toContain('href="javascript');
  const url = { ...answer, source_url: 'javascript:alert(1)', answered_on: '2030-01-01' };
  const refused = await owner.post('/new-question-entry', url);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Enter a web address');
});

test('nobody decides on a question of another campaign', async () => {
  await askedAndConfirmed(app, campaign, { email: 'zoe@asks.example' });
  const id = await waiting();
  const other = (await openPetition(db)).campaign;
  const stranger = await organizerIn(app, other, { role: 'owner', hasPasskey: true });
  const tried = await stranger.post(`/questions/${id}/decide`, {
    decision: 'hide',
    reason: 'insult',
    seen: '0',
  });
  expect(tried.status).toBe(409);
  expect((await stranger.get(`/questions/${id}/answer`)).status).toBe(410);
  const answered = await stranger.post(`/questions/${id}/answer`, { ...answer, seen: '0' });
  expect(answered.status).toBe(409);
  expect(await waiting()).toBe(id);
});
