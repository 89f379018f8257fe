import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';

import { datedKit, openTimeline, tactic, timelineKit } from './support.ts';

const app = testApp();
const path = (campaign: string) => `/campaigns/${campaign}/timeline`;

async function digestOf(kit: ReturnType<typeof timelineKit>, now: string) {
  await app.cron(now);
  const [mail] = await app.mailTo(kit.council.committees[0]?.contact_email ?? '');
  const staff = /\/tallies\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  return { mail, text: mail?.text.replace(/\s+/g, ' ') ?? '', staff };
}

test('the committee reads the phase of today and the junctures that are coming, and nothing of the plan', async () => {
  await stopEarlierDigests(env.DB);
  const kit = timelineKit();
  const [first] = kit.campaign.junctures;
  if (first) Object.assign(first, { decides: { en: 'The money.', es: 'El dinero.' } });
  app.setNow('2026-11-23T15:00:00Z');
  const { owner } = await openTimeline(app, kit);

  await owner.post('/new-tactic', { ...tactic, title: 'Nobody may see this' });

  const { mail, text, staff } = await digestOf(kit, '2026-11-30T13:00:00Z');
  expect(text).toContain('Now: The policy.');
  expect(text).toContain('June 14, 2027, in 196 days: The vote. It decides: The money.');
  expect(text).toContain('November 2, 2027, in 337 days: The election.');
  expect(text).toContain(path(kit.campaign.slug));
  expect(mail?.html).toContain('in 196 days: The vote.');
  const page = await (await app.request(staff)).text();
  expect(page).toContain('in 196 days: The vote.');
  expect(page).toContain(`href="${path(kit.campaign.slug)}`);
  expect(await (await app.request(`${staff}?lang=es`)).text()).toContain(
    'dentro de 196 días: The vote (es).',
  );
  const json = await (await app.request(`${staff}.json`)).json<{ weeks: object[] }>();
  expect(json.weeks.at(-1)).toMatchObject({
    timeline: [
      {
        campaign: kit.campaign.slug,
        phases: ['The policy'],
        junctures: [
          { name: 'The vote', on: '2027-06-14', decides: 'The money.' },
          { name: 'The election', on: '2027-11-02', decides: null },
        ],
      },
    ],
  });
  expect(text + mail?.html + page + JSON.stringify(json)).not.toContain('Nobody may see this');
});

test('a juncture is told until its day, counted in days of the city, and no phase or juncture that is over', async () => {
  await stopEarlierDigests(env.DB);
  const kit = datedKit({
    phases: [{ ...timelineKit().campaign.phases[0], ends_on: '2026-12-06' }] as never,
    junctures: timelineKit().campaign.junctures.map((one, n) => {
      return { ...one, on: ['2026-12-01', '2026-12-07'][n] ?? '' };
    }),
  });
  app.setNow('2026-11-23T15:00:00Z');
  await openTimeline(app, kit);
  const week = async (now: string) => (await digestOf(kit, now)).text;
  const first = await week('2026-11-30T13:00:00Z');
  expect(first).toContain('in one day: The vote.');
  expect(first).toContain('in 7 days: The election.');
  const second = await week('2026-12-07T13:00:00Z');
  expect(second).toContain('December 7, 2026, the day of this report: The election.');
  expect(second).not.toContain('The vote');
  expect(second).not.toContain('Now: The policy');
  const third = await week('2026-12-14T13:00:00Z');
  expect(third).toContain('A small petition');
  expect(third).not.toContain('The election');
});
