import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { mondayMorning, oweDigests, passWeek } from '../support/calendar.ts';
import type { PartnerJson } from '../support/coalition.ts';
import { openOwnCoalition } from '../support/own-kit.ts';
import { partnerPage } from '../support/partner-links.ts';
import {
  confirmByMail,
  cron,
  freshEmail,
  mailbox,
  mailedLink,
  petitionJson,
  read,
  readJson,
  send,
  signByForm,
} from '../support/visitor.ts';

/** The source in the form of a page that a reader opens with this query. */
async function sourceInForm(petition: string, query: string): Promise<string> {
  const html = await read(`/petitions/${petition}${query}`);
  return /name="source" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

test('three partners bring people in, one person comes through two of them, and the credit follows to page and digest', async () => {
  const { petition, committee } = await openOwnCoalition('three-partners');
  const pages = Object.fromEntries(
    await Promise.all(
      ['church', 'clinic', 'club'].map(async (slug) => [slug, await partnerPage(petition, slug)] as const),
    ),
  );
  const sign = async (given_name: string, email: string, source: string) => {
    const query = source === '' ? '' : `?source=${source}`;
    const person = { given_name, email, zip: '28202', source: await sourceInForm(petition, query) };
    expect((await signByForm(petition, person)).status).toBe(303);
  };
  const ana = freshEmail('ana');

  // Ana signs with the church's form, the others with a poster, with a link and without a source.
  await sign('Ana', ana, 'church-form');
  await confirmByMail(ana);
  for (const [name, source] of [
    ['Ben', 'clinic-poster'],
    ['Cem', 'clinic-poster'],
    ['Dia', 'club-link'],
    ['Eli', ''],
  ] as const) {
    const email = freshEmail(name.toLowerCase());
    await sign(name, email, source);
    await confirmByMail(email);
  }

  // Ana signs again with the clinic's poster. The clinic's page shows it once she presses "Yes, that was me".
  await sign('Ana', ana, 'clinic-poster');
  const seenBy = async (slug: string) => (await readJson<PartnerJson>(`${pages[slug]}.json`)).actions[0];
  expect(await seenBy('clinic')).toMatchObject({
    signed: 3,
    credited: 2,
    counted_elsewhere: 0,
    not_counted: 1,
  });
  const [told] = await mailbox(ana);
  expect(told?.text).toContain('Yes, that was me');
  expect(await read(new URL(await mailedLink(ana, '/confirm/')).pathname)).toContain('but never who');
  await send(new URL(await mailedLink(ana, '/confirm/')).pathname);
  expect(await seenBy('clinic')).toMatchObject({
    signed: 3,
    credited: 2,
    counted_elsewhere: 1,
    not_counted: 0,
  });
  expect(await seenBy('church')).toMatchObject({ signed: 1, credited: 1, counted_elsewhere: 0 });

  // The totals by partner are the same on every partner's page, and match the public numbers.
  const credits = [
    { partner: 'clinic', name: 'The clinic', credited: 2 },
    { partner: 'church', name: 'The church', credited: 1 },
    { partner: 'club', name: 'The club', credited: 1 },
    { partner: null, name: null, credited: 1 },
  ];
  for (const slug of ['church', 'clinic', 'club']) {
    expect(await seenBy(slug)).toMatchObject({ confirmed: 5, by_partner: credits });
  }
  const { counts, by_source } = await petitionJson(petition);
  expect(counts).toMatchObject({ received: 6, confirmed: 5, duplicate: 1 });
  expect(Object.fromEntries(by_source.map(({ source, confirmed }) => [source, confirmed]))).toEqual({
    'church-form': 1,
    'clinic-poster': 2,
    'club-link': 1,
    direct: 1,
  });

  // The committee's digest shows the same numbers by partner.
  await passWeek(site.db, petition, new Date());
  await oweDigests(site.db, petition, 1);
  await cron(mondayMorning(new Date()));
  const [digest] = await mailbox(committee);
  expect(digest?.text).toMatch(
    /By partner of the campaign\s+Partner +Number\n +The clinic +2\n +The church +1\n +The club +1\n +The campaign itself +1\n[ -]+\n +All verified signatures +5\n/,
  );
  const staff = new URL(await mailedLink(committee, '/tallies/')).pathname;
  expect(await read(staff)).toContain('By partner of the campaign');
});
