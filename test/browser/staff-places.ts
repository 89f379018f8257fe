import { site } from '../support/address.ts';
import { mondayMorning, oweDigests, passWeek } from '../support/calendar.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { cron, freshEmail, send, signAndConfirm } from '../support/visitor.ts';
import { longNamed, type Place, pathInMail, press } from './places.ts';

/** What committee staff see after three weeks: numbers, a trend, a correction. `name` as in openOwnKit. */
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

/** Staff pages: before the first digest, after three weeks, an earlier week, a replaced link; and how often mail comes. */
export async function staffPlaces(): Promise<Place[]> {
  const { petition, committee, staff } = await staffAfterThreeWeeks('looks-staff');
  const delivery = await pathInMail(committee, '/digests/');
  const replaced = await openOwnKit('looks-replaced');
  await cron(mondayMorning(new Date(), 1));
  const old = await pathInMail(replaced.committee, '/tallies/');
  await send(`${old}/replace`);
  const early = await openOwnKit('looks-early', { thresholds: [1, 100] });
  await signAndConfirm(early.petition, { given_name: 'Early', email: freshEmail('early'), zip: '28202' });
  return [
    { name: 'staff page', path: staff },
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
  const committee = '(SELECT committee_id FROM petitions WHERE slug = ?)';
  const first = site.db.prepare(`SELECT min(week) AS week FROM digests WHERE committee_id = ${committee}`);
  return (await first.bind(petition).first<string>('week')) ?? '';
}
