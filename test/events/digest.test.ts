import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { comes, openEvent } from '../support/events.ts';
import { stopEarlierDigests } from '../support/factories.ts';

const app = testApp();
const digestOf = async (campaign: string) =>
  (await app.mailTo(`${campaign.replace('-campaign', '')}@example.org`))[0]?.text.replace(/\s+/g, ' ') ?? '';

test('the committee reads what is public and coming, and how many come once they are five', async () => {
  await stopEarlierDigests(env.DB);
  const { action, campaign } = await openEvent(app);
  for (const name of ['Ana', 'Bo', 'Cleo', 'Dee']) await comes(app, action.slug, { name });
  await app.cron('2026-11-30T12:00:00Z');
  const few = await digestOf(campaign.slug);
  expect(few).toContain('A small workshop');
  expect(few).toContain('Thursday, January 14, 2027, 6:00 pm to 8:00 pm, Eastern Time. The library.');
  expect(few).toContain('Fewer than five people have signed up and confirmed.');
  expect(few).not.toContain('Secret');

  await comes(app, action.slug, { name: 'Eve' });
  await app.cron('2026-12-07T12:00:00Z');
  expect(await digestOf(campaign.slug)).toContain('5 people have signed up and confirmed.');
  app.setNow('2027-01-20T15:00:00Z');
  await app.cron('2027-01-25T12:00:00Z');
  expect(await digestOf(campaign.slug)).not.toContain('A small workshop');
});
