import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { kitWithTraining, learnerOf } from './support.ts';

test('the committee reads how many were trained beside the signatures, which stay as they are', async () => {
  const app = testApp();
  await stopEarlierDigests(env.DB);
  const kit = kitWithTraining();
  await openKit(env.DB, kit, new Date('2026-11-23T15:00:00Z'));
  const train = async (at: string, toTheEnd: boolean) => {
    app.setNow(at);
    const learner = learnerOf(app, kit.campaign.slug);
    await learner.begin();
    if (toTheEnd) await learner.goToEnd();
  };
  await train('2026-11-25T15:00:00Z', true);
  await train('2026-11-29T23:00:00Z', true);
  await train('2026-11-29T23:10:00Z', false);
  // On Monday in Charlotte: of the next week.
  await train('2026-11-30T05:30:00Z', true);
  await app.cron('2026-11-30T13:00:00Z');
  const [mail] = await app.mailTo(kit.council.committees[0]?.contact_email ?? '');
  expect(mail?.text).toContain('The training was finished 2 times, 2 of them in this week.');
  expect(mail?.text).toContain('It was begun 3 times.');
  expect(mail?.text).toContain('never added to them');
  expect(mail?.html).toContain('The training was finished 2 times');
  const staff = /\/tallies\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  const page = await (await app.request(staff)).text();
  expect(page).toContain('The training was finished 2 times');
  const json = await (await app.request(`${staff}.json`)).json<{ weeks: object[] }>();
  expect(json.weeks.at(-1)).toMatchObject({
    petitions: [{ confirmed: 0 }],
    training: [{ campaign: kit.campaign.slug, started: 3, finished: 2, finished_in_week: 2 }],
  });
});

test('once the petition is closed, a week gets a digest only if somebody finished the training in it', async () => {
  const app = testApp();
  await stopEarlierDigests(env.DB);
  const kit = kitWithTraining();
  const petitions = kit.petitions.map((one) => ({ ...one, closes_on: '2026-11-27' }));
  await openKit(env.DB, { ...kit, petitions }, new Date('2026-11-23T15:00:00Z'));
  const finish = async (at: string) => {
    app.setNow(at);
    const learner = learnerOf(app, kit.campaign.slug);
    await learner.begin();
    await learner.goToEnd();
  };
  await finish('2026-11-25T15:00:00Z');
  for (const monday of ['2026-11-30', '2026-12-07', '2026-12-14']) await app.cron(`${monday}T13:00:00Z`);
  await finish('2026-12-16T15:00:00Z');
  await app.cron('2026-12-21T13:00:00Z');
  const mails = await app.mailTo(kit.council.committees[0]?.contact_email ?? '');
  const weeks = mails.map(({ text }) => /The training was finished (.*?)\./.exec(text)?.[1]);
  expect(weeks.toSorted()).toEqual(['2 times, 1 of them in this week', 'once, in this week']);
});
