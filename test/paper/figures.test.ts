import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { confirmedAs } from '../signatures/support.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition, stopEarlierDigests } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { enteredSheet } from './support.ts';

const app = testApp();
const spoken = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

test('paper is a number of its own on the page, in the API, the digest and the staff page', async () => {
  await stopEarlierDigests(env.DB);
  const petition = await openPetition(env.DB, { thresholds: [2] });
  const { slug } = petition.action;
  const organizer = await organizerIn(app, petition.campaign, { role: 'moderator' });
  const json = async () =>
    (await app.request(`/api/v1/petitions/${slug}`)).json() as Promise<Record<string, unknown>>;
  expect(await json()).not.toHaveProperty('paper');
  expect(await (await app.request(`/petitions/${slug}`)).text()).not.toContain('On paper');
  await confirmedAs(app, slug, {
    ...{ given_name: 'Web', family_name: 'Signer', email: `web@${slug}.example`, zip: '28202' },
  });
  await enteredSheet(organizer, [
    ['Ana', 'Lopez', '28205'],
    ['Ben', 'Lopez', '28205'],
    ['Ben', 'Lopez', '28205'],
    ['Web', 'Signer', '28202'],
    ['Cal', 'Lopez', '28205', `cal@${slug}.example`],
    ['?', '', ''],
    ['-', '', ''],
  ]);
  expect(await json()).toMatchObject({
    counts: { received: 2, confirmed: 1, unconfirmed: 1 },
    thresholds: [{ signatures: 2, reached_at: null }],
    paper: {
      entered: 5,
      without_address: 2,
      with_address: 1,
      duplicate: 2,
      illegible: 1,
      crossed_out: 1,
      entered_twice: 0,
      error_rate: null,
    },
  });
  const said = 'On paper, and not in this number: 2 signatures without an email address.';
  expect(spoken(await (await app.request(`/petitions/${slug}`)).text())).toContain(said);
  expect(spoken(await (await app.request(`/petitions/${slug}?lang=es`)).text())).toContain(
    'En papel, y fuera de este número: 2 firmas sin correo electrónico.',
  );

  await app.cron('2026-11-30T13:00:00Z');
  const [mail] = await app.mailTo(`${slug.replace(/-petition$/, '')}@example.org`);
  app.setNow(aWednesday);
  const lines = [
    '2 signatures on paper without an email address. They are in none of the other numbers.',
    'Not among them: one line with an address, counted above once confirmed by email; 2 lines with a name and ZIP code that was there before, on paper or online; 2 lines illegible or crossed out.',
    'No line has been entered twice yet, so no error rate is known.',
  ];
  const staff = /https?:\/\/[^"\s]+(\/tallies\/[^"\s?]+)/.exec(mail?.html ?? '')?.[1] ?? '';
  const page = await (await app.request(staff)).text();
  for (const line of lines) {
    expect(spoken(mail?.html ?? '')).toContain(line);
    expect(spoken(mail?.text ?? '')).toContain(line);
    expect(spoken(page)).toContain(line);
  }
  const { weeks } = (await (await app.request(`${staff}.json`)).json()) as { weeks: unknown };
  expect(JSON.stringify(weeks)).toContain('"without_address":2');
});
