import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { answer, askedAndConfirmed, type Campaign } from './support.ts';

const app = testApp();
const { db } = app.deps;
let campaign: Campaign;

beforeAll(async () => {
  campaign = (await openPetition(db)).campaign;
});

test('nobody learns who asked: not by pages, feed, API, console, log, the database or a link that was not mailed', async () => {
  const secret = { name: 'Zebulon', email: 'zebulon@secret-inbox.example' };
  const own = await askedAndConfirmed(app, campaign, secret);
  const owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  const list = await owner.read('/questions');
  const id = /id="question-([\w-]{22})"/.exec(list)?.[1] ?? '';
  const form = await owner.read(`/questions/${id}/answer`);
  expect((await owner.post(`/questions/${id}/answer`, { ...answer, seen: '0' })).status).toBe(303);
  const { slug } = campaign;
  const open = await Promise.all(
    [
      `/campaigns/${slug}`,
      `/campaigns/${slug}/questions`,
      `/campaigns/${slug}/updates.xml`,
      `/api/v1/campaigns/${slug}`,
      '/sitemap.xml',
    ].map(async (path) => (await app.request(path)).text()),
  );
  const stored = await db.prepare('SELECT * FROM asked_questions').all();
  const acts = await db.prepare('SELECT * FROM acts').all();
  const seen = [
    ...open,
    ...[list, form, await owner.read('/questions'), await owner.read('/log'), await owner.read('')],
    ...[JSON.stringify(stored.results), JSON.stringify(acts.results)],
  ];
  for (const text of seen) expect(text).not.toMatch(/zebulon|secret-inbox/i);

  const token = own.split('/').at(-1) ?? '';
  const guessed = [
    `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    token.slice(0, 22),
    id,
    'A'.repeat(token.length),
  ];
  for (const one of guessed) {
    const [got, confirmed, erased] = [
      await app.request(`/questions/${one}`),
      await app.post(`/questions/${one}/confirm`, {}),
      await app.post(`/questions/${one}/erase`, {}),
    ];
    expect([one, got.status, confirmed.status, erased.status]).toEqual([one, 404, 404, 404]);
  }
  expect((await app.request(own)).status).toBe(200);
});
