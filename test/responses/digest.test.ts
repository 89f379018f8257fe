import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findCommittee } from '../../worker/councils/store.ts';
import { committeeLinks } from '../../worker/digests/links.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { askedOf, linkMailedTo, openAsking, readPage } from './support.ts';

const app = testApp();

test('the weekly digest has what was asked with its answers, tells what is late, and leads to the form', async () => {
  await stopEarlierDigests(env.DB);
  const context = await openAsking();
  const { committee, title } = context.action;
  await askedOf(app, context, '2026-11-25T15:00:00Z');
  const link = await linkMailedTo(app, context);
  app.setNow('2026-11-26T15:00:00Z');
  await app.post(link, {
    ...{ 'seen.train': '0', 'seen.check': '0' },
    ...{ 'answer.train': 'will-look', 'text.train': 'We will hear the chief.', 'due.train': '2026-12-01' },
  });
  const email = (await findCommittee(env.DB, committee.id))?.contactEmail ?? '';
  /** Its lines are broken at 72 characters. */
  const newest = async () => (await app.mailTo(email))[0]?.text.replace(/\s+/g, ' ');

  await app.cron('2026-11-30T12:15:00Z');
  const first = await newest();
  expect(first).toContain(`What “${title.en}” asks, and the answers`);
  expect(first).toContain(
    'Train every officer: Safety Committee: Will look into it. It is to act by Tuesday, December 1, 2026',
  );
  expect(first).toContain('Check each year: Put to the Safety Committee on Wednesday, November 25, 2026.');
  expect(first).not.toContain('Pay for it');
  expect(first).toContain(link);
  expect(first).not.toMatch(/overdue|still waits for an answer/);

  // Two weeks later the answer is late, and so is what was promised.
  app.setNow('2026-12-14T12:00:00Z');
  await app.cron('2026-12-14T12:15:00Z');
  const late = await newest();
  expect(late).toContain(`“${title.en}” still waits for an answer to one ask, for 19 days.`);
  expect(late).toContain(`A commitment about “${title.en}” is overdue by 13 days.`);

  const { staffUrl } = await committeeLinks(app.deps, { id: committee.id, staffLink: 1 });
  const staff = await readPage(app, new URL(staffUrl).pathname);
  expect(staff).toContain('We will hear the chief.');
});

test('an answer is an item of the campaign’s feed with its committee, in each language', async () => {
  const context = await openAsking();
  await askedOf(app, context, '2026-11-25T15:00:00Z');
  const link = await linkMailedTo(app, context);
  app.setNow('2026-11-26T15:00:00Z');
  const feed = async (lang: string) =>
    (await app.request(`/campaigns/${context.campaign.slug}/updates.xml?lang=${lang}`)).text();
  expect(await feed('en')).not.toContain('Safety Committee');
  await app.post(link, { 'seen.train': '0', 'answer.train': 'yes', 'text.train': 'A <b>plan</b> & a date.' });
  const english = await feed('en');
  expect(english.match(/<item>/g)?.length).toBeGreaterThan(0);
  expect(english).toContain('Safety Committee');
  expect(english).not.toContain('<b>plan');
  expect(await feed('es')).toContain('Safety Committee (es)');
});
