import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findCommittee } from '../../worker/councils/store.ts';
import { committeeLinks } from '../../worker/digests/links.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { askedOf, linkMailedTo, openAsking, readPage, textOf } from './support.ts';

const app = testApp();

test('a commitment that is missed is overdue on the page, for staff, in the digest, the feed, the API and the console, in both languages', async () => {
  await stopEarlierDigests(env.DB);
  const context = await openAsking();
  const { committee, slug } = context.action;
  await askedOf(app, context, '2026-11-25T15:00:00Z');
  const link = await linkMailedTo(app, context);
  app.setNow('2026-11-26T15:00:00Z');
  const sent = await app.post(link, {
    ...{ 'seen.train': '0', 'answer.train': 'yes', 'text.train': 'We will train them.' },
    ...{ 'seen.check': '0', 'answer.check': 'will-look', 'due.check': '2026-12-01' },
  });
  expect(sent.status).toBe(303);
  const feed = async (language: string) =>
    (await app.request(`/campaigns/${context.campaign.slug}/updates.xml?lang=${language}`)).text();
  // Still the first of December in Riverton.
  app.setNow('2026-12-02T04:59:00Z');
  expect(await feed('en')).not.toContain('overdue');
  app.setNow('2026-12-07T12:00:00Z');
  await app.cron('2026-12-07T12:15:00Z');

  const late = { en: 'overdue by 6 days', es: '6 días de retraso' };
  const item = {
    en: 'Safety Committee: commitment overdue, it was for Tuesday, December 1, 2026',
    es: 'Safety Committee (es): compromiso vencido, era para el martes, 1 de diciembre de 2026',
  };
  const { staffUrl } = await committeeLinks(app.deps, { id: committee.id, staffLink: 1 });
  const staff = new URL(staffUrl).pathname;
  const editor = await organizerIn(app, context.campaign, { role: 'editor' });
  for (const language of ['en', 'es'] as const) {
    for (const path of [`/petitions/${slug}`, `/petitions/${slug}/answers`, staff, link]) {
      expect([path, await readPage(app, `${path}?lang=${language}`)]).toEqual([
        path,
        expect.stringContaining(late[language]),
      ]);
    }
    expect(await feed(language)).toContain(item[language]);
  }
  expect(textOf(await editor.read('/responses'))).toContain(late.en);
  const email = (await findCommittee(env.DB, committee.id))?.contactEmail ?? '';
  const digest = (await app.mailTo(email))[0];
  expect(digest?.text.replace(/\s+/g, ' ')).toContain(late.en);
  const api = await app.request(`/api/v1/petitions/${slug}`);
  expect(await api.text()).toContain('"state":"overdue","days_overdue":6');

  // The committee corrects it by the same link: the version before stays readable, and nothing is late any more.
  const corrected = await app.post(link, {
    ...{ 'seen.train': '1', 'answer.train': 'yes', 'text.train': 'We will train them.' },
    ...{ 'seen.check': '1', 'answer.check': 'partly', 'text.check': 'Every second year.' },
  });
  expect(corrected.status).toBe(303);
  expect(await readPage(app, `/petitions/${slug}`)).not.toContain('overdue');
  expect(await feed('en')).not.toContain('overdue');
  const versions = await readPage(app, `/petitions/${slug}/answers`);
  expect(versions).toContain('Version 2, Monday, December 7, 2026. It holds now');
  expect(versions).toContain('Version 1, Thursday, November 26, 2026. Replaced later');
});
