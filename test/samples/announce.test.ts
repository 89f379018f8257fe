import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { verifySite } from '../../worker/verify/site.ts';
import { textOf } from '../responses/support.ts';
import { testApp } from '../support/app.ts';
import { openPetition, stopEarlierDigests } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { storeReaders } from '../support/readers.ts';
import { announced, statementOf } from './support.ts';

const app = testApp();
const wednesday = '2026-11-25T15:00:00Z';
const endOfW48 = '2026-11-30T13:00:00Z';

beforeEach(async () => {
  await stopEarlierDigests(env.DB);
  app.setNow(wednesday);
});

async function petitionOf(people: number, prefix: string) {
  const context = await openPetition(env.DB);
  await storeReaders(app, context, { n: people, prefix });
  const again = () => organizerIn(app, context.campaign, { role: 'editor', hasPasskey: true });
  return { ...context.action, campaign: context.campaign, editor: await again(), again };
}

const get = async (path: string) => {
  const answer = await app.request(path);
  return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null;
};
const problemsOf = async (slug: string) => {
  const { problems } = await verifySite(get, { keys: null, remembered: null });
  return problems.filter((problem) => problem.includes(slug));
};
const read = async (path: string) => textOf(await (await app.request(path)).text());
const samplesOf = async (slug: string) =>
  (await (await app.request(`/api/v1/actions/${slug}/samples`)).json<{ samples: { id: number }[] }>())
    .samples;

type Listed = { schema: { properties: { samples: { items: { required: string[] } } } } };
type Api = {
  paths: Record<string, { get: { responses: Record<string, { content: { 'application/json': Listed } }> } }>;
};

test('a sample of a week that has its statement already is refused, because its tree is known', async () => {
  const { slug, again } = await petitionOf(3, 'ann');
  // Cron was ahead of the clock.
  await app.cron(endOfW48);
  app.setNow(wednesday);
  const answer = await (await again()).post('/samples', {
    ...{ petition: slug, size: '40', days: '14', source: 'ten dice', seed_on: '2026-11-30' },
  });
  expect(answer.status).toBe(409);
  const page = await answer.text();
  expect(page).toContain('The statement of this week is already signed');
  expect(page).toContain('value="ten dice"');
  expect(await samplesOf(slug)).toEqual([]);
  // In the next week it is welcome.
  app.setNow('2026-12-02T15:00:00Z');
  await announced(await again(), slug, { seed_on: '2026-12-07' });
  expect(await samplesOf(slug)).toMatchObject([{ week: '2026-W49', state: 'announced' }]);
});

test('of two people everybody is asked, and the form, the page and the public page say so', async () => {
  const { slug, editor, again } = await petitionOf(2, 'two');
  const form = textOf(await editor.read('/samples'));
  expect(form).toContain('(2 count: everybody is asked)');
  expect(form).toContain('If no more signatures count, everybody is asked.');
  expect(textOf(await editor.read('/samples?lang=es'))).toContain('(cuentan 2: se pregunta a todas)');
  const path = await announced(editor, slug, { size: '20' });
  const soon = '2 signatures count now. If no more than 20 count when the week ends, everybody is asked';
  const few = 'If fewer than 20 people answer, what they said is not told.';
  for (const page of [textOf(await editor.read(path)), await read(`/samples/${slug}`)]) {
    expect(page).toContain(soon);
    expect(page).toContain(few);
  }
  expect(await read(`/samples/${slug}?lang=es`)).toContain('Ahora cuentan 2 firmas.');
  await app.cron(endOfW48);
  const monday = await again();
  await monday.post(`${path}/seed`, { seed: '4-1-1-6' });
  const sure = '2 signatures counted when the week ended, so everybody was drawn';
  for (const page of [textOf(await monday.read(path)), await read(`/samples/${slug}`)]) {
    expect(page).toContain(sure);
    expect(page).not.toContain('could be drawn');
  }
});

test('of many people chance decides, and no page says that everybody is asked', async () => {
  const { slug, editor } = await petitionOf(24, 'man');
  expect(textOf(await editor.read('/samples'))).toContain('(24 count)');
  await announced(editor, slug, { size: '20' });
  expect(await read(`/samples/${slug}`)).not.toContain('everybody is asked');
});

test('an announcement has no Undo: it is cancelled, by an act of its own, and stays listed', async () => {
  const { slug, editor } = await petitionOf(3, 'und');
  const posted = await editor.post('/samples', {
    ...{ petition: slug, size: '40', days: '14', source: 'ten dice', seed_on: '2026-11-30' },
  });
  const done = await editor.read(posted.headers.get('location') ?? '');
  expect(textOf(done)).toContain('was announced');
  expect(done).not.toMatch(/\/undo"/);
  expect(textOf(done)).toContain('It stays listed as cancelled');
  const { id } = (await samplesOf(slug))[0]!;
  const cancelled = await editor.post(`/samples/${id}/cancel`, { seen: 'announced', reason: 'wrong day' });
  expect(await editor.read(cancelled.headers.get('location') ?? '')).not.toMatch(/\/undo"/);
  expect(await samplesOf(slug)).toMatchObject([{ id, state: 'cancelled' }]);
  expect(await read(`/samples/${slug}`)).toContain('Cancelled. Nobody was asked.');
});

test('the list of statements and the page of the petition lead to the samples where there are any', async () => {
  const { slug, editor } = await petitionOf(3, 'lin');
  const link = `href="/samples/${slug}`;
  const pages = [`/statements/${slug}`, `/petitions/${slug}`, `/petitions/${slug}?lang=es`];
  const json = async () => (await app.request(`/api/v1/petitions/${slug}`)).json();
  for (const page of pages) expect(await (await app.request(page)).text()).not.toContain(link);
  expect(await json()).toMatchObject({ samples: null });
  await announced(editor, slug);
  app.setNow('2026-11-25T15:01:00Z');
  for (const page of pages) expect(await (await app.request(page)).text()).toContain(link);
  expect(await json()).toMatchObject({ samples: `/api/v1/actions/${slug}/samples` });
  expect((await app.request('/api/v1/actions/made-up/samples')).status).toBe(404);
  const { paths } = await (await app.request('/openapi.json')).json<Api>();
  const { content } = paths['/api/v1/actions/{action}/samples']!.get.responses['200']!;
  const [answer] = await samplesOf(slug);
  expect(Object.keys(answer!).toSorted()).toEqual(
    content['application/json'].schema.properties.samples.items.required.toSorted(),
  );
});

test('a sample that is deleted by hand is missed at once, and by the next statement', async () => {
  const { slug, editor, again } = await petitionOf(30, 'del');
  const path = await announced(editor, slug, { size: '20' });
  const id = Number(path.split('/').at(-1));
  await app.cron(endOfW48);
  const monday = await again();
  await monday.post(`${path}/seed`, { seed: '4-1-1-6' });
  expect(await samplesOf(slug)).toMatchObject([{ id, state: 'drawn', draw: { drawn: 20 } }]);
  expect(await problemsOf(slug)).toEqual([]);
  await app.cron('2026-12-07T13:00:00Z');
  const whole = await verifySite(get, { keys: null, remembered: null });
  expect(whole.problems).toEqual([]);
  await env.DB.batch([
    env.DB.prepare('DELETE FROM sample_people WHERE sample_id = ?').bind(id),
    env.DB.prepare('DELETE FROM samples WHERE id = ?').bind(id),
  ]);
  const missed = `Not so: ${slug}: sample ${id} is shown as the statements tell it.`;
  expect(await problemsOf(slug)).toEqual([missed]);
  await app.cron('2026-12-14T13:00:00Z');
  expect((await statementOf(app, slug, '2026-W50')).samples).toBeUndefined();
  expect(await problemsOf(slug)).toEqual([
    `Not so: ${slug}, 2026-W50: sample ${id}, which was not over in 2026-W49, is still told.`,
    missed,
  ]);
});

test('a sample that was announced once its tree was known is named', async () => {
  const { slug, again } = await petitionOf(3, 'aft');
  await app.cron(endOfW48);
  app.setNow('2026-12-02T15:00:00Z');
  const path = await announced(await again(), slug, { seed_on: '2026-12-07' });
  const id = Number(path.split('/').at(-1));
  await env.DB.prepare("UPDATE samples SET week = '2026-W48', announced_at = ?2 WHERE id = ?1")
    .bind(id, Date.parse(wednesday))
    .run();
  expect(await problemsOf(slug)).toEqual([
    `Not so: ${slug}: sample ${id} is in the statement of the week of its announcement, 2026-W48.`,
  ]);
});
