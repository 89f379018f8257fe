import { site } from '../support/address.ts';
import { mondayMorning, oweDigests, passWeek } from '../support/calendar.ts';
import { openOwnKit, openOwnSurvey } from '../support/own-kit.ts';
import { confirmByMail, cron, freshEmail, send, sendJson, signAndConfirm } from '../support/visitor.ts';
import { longNamed, type Place, pathInMail, press } from './places.ts';

/** What committee staff see after three weeks: numbers, a trend and a correction. `name` as in openOwnKit. */
export async function staffAfterThreeWeeks(name: string) {
  const now = new Date();
  const { petition, committee } = await openOwnKit(name, { thresholds: [3, 100] });
  for (let week = 0; week < 2; week += 1) {
    for (let n = 0; n < 6; n += 1) {
      const email = freshEmail('signer');
      const given_name = `${longNamed.given_name} ${week}${n}`;
      await signAndConfirm(petition, { ...longNamed, given_name, email, district: n % 2 ? '1' : '2' });
    }
    await passWeek(site.db, petition, now);
  }
  const gone = freshEmail('gone');
  await signAndConfirm(petition, { given_name: 'Gone', email: gone, zip: '28202' });
  await passWeek(site.db, petition, now);
  await send(`${await pathInMail(gone, '/my/')}/withdraw`);
  await oweDigests(site.db, petition, 3);
  await cron(mondayMorning(now, 1));
  return { petition, committee, staff: await pathInMail(committee, '/tallies/') };
}

/** What staff see of a survey: two weeks of answers from several districts, one of them too small to be shown alone. */
export async function staffOfSurvey(name: string): Promise<string> {
  const now = new Date();
  const survey = await openOwnSurvey(name);
  for (let n = 0; n < 14; n += 1) {
    await answerAndConfirm(survey, n);
    if (n === 4) await passWeek(site.db, survey, now);
  }
  await site.db.prepare(`UPDATE responses SET words_state = 'shown' WHERE words_state = 'waiting'`).run();
  await passWeek(site.db, survey, now);
  await oweDigests(site.db, survey, 2);
  await cron(mondayMorning(now));
  return pathInMail(`${name}@example.org`, '/tallies/');
}

const spends = [
  { parks: 40, training: 60 },
  { parks: 30, training: 70 },
  { parks: 55, training: 45 },
];
const why = [{ fund: 'no' }, { fund: 'yes', how: ['tax', 'fee'] }];
const orders = [
  ['third', 'first', 'second'],
  ['first', 'second', 'third'],
];

async function answerAndConfirm(survey: string, n: number) {
  const email = freshEmail('answers');
  const answers = {
    ...(why[n % 2] ?? {}),
    order: orders[n % 2],
    budget: spends[n % 3],
    sure: 1 + (n % 5),
    where: '1',
    own: 'Teach every officer.',
  };
  const place = n < 12 ? { zip: '28205', district: n < 6 ? '1' : '2' } : { zip: '10001' };
  const person = { given_name: `${longNamed.given_name} ${n}`, email, ...place, share_words: true };
  const sent = await sendJson(`/api/v1/surveys/${survey}/responses`, { ...person, answers });
  if (sent.status !== 202) throw new Error(`answering was answered ${sent.status}: ${await sent.text()}`);
  await confirmByMail(email);
}

/**
 * Staff pages before the first digest, after three weeks, for an earlier week and after the link was replaced, and the
 * page that sets how often mail comes.
 */
export async function staffPlaces(): Promise<Place[]> {
  const { petition, committee, staff } = await staffAfterThreeWeeks('looks-staff');
  const delivery = await pathInMail(committee, '/digests/');
  const replaced = await openOwnKit('looks-replaced');
  await cron(mondayMorning(new Date(), 1));
  const old = await pathInMail(replaced.committee, '/tallies/');
  await send(`${old}/replace`);
  const early = await openOwnKit('looks-early', { thresholds: [1, 100] });
  await signAndConfirm(early.petition, { given_name: 'Early', email: freshEmail('early'), zip: '28202' });
  const surveyed = await staffOfSurvey('looks-surveyed');
  return [
    { name: 'staff page', path: staff },
    { name: 'staff page, a survey', path: surveyed },
    {
      name: 'staff page, a survey with its tables open',
      path: surveyed,
      act: (page) => page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`),
    },
    { name: 'staff page, an earlier week', path: `${staff}?week=${await firstWeek(petition)}` },
    { name: 'staff page, no such week', path: `${staff}?week=2020-W01` },
    { name: 'staff page, replaced link', path: old },
    { name: 'staff page, before the first week', path: await pathInMail(early.committee, '/tallies/') },
    { name: 'delivery', path: delivery },
    { name: 'delivery, chosen', path: `${delivery}?done=yes` },
    {
      name: 'delivery, with an error',
      path: delivery,
      act: async (page) => {
        await page.evaluate('document.querySelector("[name=frequency]:checked").value = "hourly"');
        await press(page, 'main form button');
        await page.getByRole('alert').waitFor();
      },
    },
  ];
}

async function firstWeek(petition: string): Promise<string> {
  const committee = '(SELECT committee_id FROM actions WHERE slug = ?)';
  const first = site.db.prepare(`SELECT min(week) AS week FROM digests WHERE committee_id = ${committee}`);
  return (await first.bind(petition).first<string>('week')) ?? '';
}
