import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { weekIn } from '../../worker/platform/time/clock.ts';
import { site } from '../support/address.ts';
import { dateFrom, mondayMorning, newYork, oweDigests, passWeek } from '../support/calendar.ts';
import { openOwnKit } from '../support/own-kit.ts';
import {
  cron,
  freshEmail,
  type Mail,
  mailbox,
  mailedLink,
  petitionJson,
  read,
  readJson,
  send,
  signAndConfirm,
  signByForm,
} from '../support/visitor.ts';

type Week = {
  week: string;
  petitions: { confirmed: number; change: number; corrections: { what: string; count: number }[] }[];
};

const secondWeek = {
  confirmed: 6,
  change: 1,
  counts: {
    received: 9,
    confirmed: 6,
    unconfirmed: 2,
    duplicate: 0,
    flagged: 0,
    withdrawn: 1,
    invalidated: 0,
  },
  possible_duplicates: 0,
  by_district: [
    { district: '1', confirmed: 2 },
    { district: '2', confirmed: 3 },
  ],
  outside: 1,
  unknown: 0,
};

test('after two weeks of signing, withdrawing and correcting, the mail, the page, CSV, JSON and the public numbers agree', async () => {
  const now = new Date();
  const monday = mondayMorning(now);
  const { petition, committee } = await openOwnKit('two-weeks', {
    opensOn: dateFrom(mondayMorning(now, -1), 0),
    closesOn: dateFrom(now, 100),
    thresholds: [100],
  });
  const email = await signInTheFirstWeek(petition);
  await passWeek(site.db, petition, now);
  await oweDigests(site.db, petition, 1);
  await cron(monday);
  await actInTheSecondWeek(petition, email);
  await cron(mondayMorning(now, 1));

  const mails = await mailbox(committee);
  expect(mails.map(({ subject }) => / has (\d+ signatures \([^)]+\))$/.exec(subject)?.[1])).toEqual([
    '6 signatures (+1)',
    '5 signatures (+5)',
  ]);
  const staff = new URL(await mailedLink(committee, '/tallies/')).pathname;
  const told = await readJson<{ weeks: Week[]; now: unknown[] }>(`${staff}.json`);
  const weeks = [weekIn(newYork, mondayMorning(now, -1)), weekIn(newYork, now)];
  expect(told.weeks.map(({ week }) => week)).toEqual(weeks);
  const [first, second] = told.weeks.map(({ petitions }) => petitions[0]);
  expect(first).toMatchObject({ confirmed: 5, change: 5, corrections: [] });
  expect(withoutNames(second)).toMatchObject(secondWeek);
  expect(second?.corrections).toEqual([
    { week: weeks[0], what: 'moved', count: 1 },
    { week: weeks[0], what: 'withdrawn', count: 1 },
  ]);
  expect(withoutNames(told.now[0])).toMatchObject({ counts: secondWeek.counts });
  const { counts, by_district, outside, unknown } = secondWeek;
  expect(withoutNames(await petitionJson(petition))).toMatchObject({ counts, by_district, outside, unknown });

  expectSameInTheCsv(await read(`${staff}.csv`), weeks);
  expectSameInWords([mails[0]!, await read(staff)]);
});

/** Five people confirm: two in district 1, one in 2, one outside, one unknown. A sixth never confirms. */
async function signInTheFirstWeek(petition: string) {
  const email = { ana: freshEmail('ana'), carla: freshEmail('carla') };
  await signAndConfirm(petition, { given_name: 'Ana', email: email.ana, zip: '28202' });
  await signAndConfirm(petition, {
    given_name: 'Ben',
    email: freshEmail('ben'),
    zip: '28205',
    district: '2',
  });
  await signAndConfirm(petition, { given_name: 'Carla', email: email.carla, zip: '28205' });
  await signAndConfirm(petition, {
    given_name: 'Dov',
    email: freshEmail('dov'),
    zip: '28299',
    district: '1',
  });
  await signAndConfirm(petition, { given_name: 'Eva', email: freshEmail('eva'), zip: '10001' });
  await signByForm(petition, { given_name: 'Finn', email: freshEmail('finn'), zip: '28202' });
  return email;
}

/** Ana withdraws, Carla's ZIP turns out to be in district 2, Gus and Hana sign, Hana twice. */
async function actInTheSecondWeek(petition: string, email: { ana: string; carla: string }) {
  const own = async (who: string) => new URL(await mailedLink(who, '/my/')).pathname;
  expect((await send(`${await own(email.ana)}/withdraw`)).status).toBe(303);
  const carla = { given_name: 'Carla', zip: '28205', district: '2' };
  expect((await send(`${await own(email.carla)}/correct`, carla)).status).toBe(303);
  await signAndConfirm(petition, { given_name: 'Gus', email: freshEmail('gus'), zip: '28202' });
  const hana = { given_name: 'Hana', email: freshEmail('hana'), zip: '28205', district: '2' };
  await signByForm(petition, { ...hana, given_name: 'HANA' });
  await signAndConfirm(petition, hana);
}

function expectSameInTheCsv(csv: string, weeks: string[]) {
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  const inWeek = data.filter(({ week }) => week === weeks[1]);
  expect(inWeek.map(({ place, confirmed }) => `${place} ${confirmed}`)).toEqual([
    '1 2',
    '2 3',
    'outside 1',
    'unknown 0',
    'total 6',
  ]);
  const { confirmed: _total, ...account } = secondWeek.counts;
  const asText = Object.fromEntries(Object.entries(account).map(([state, n]) => [state, String(n)]));
  expect(inWeek.at(-1)).toMatchObject({ change: '1', corrected: '2', possible_duplicates: '0', ...asText });
  expect(data.filter(({ place, week }) => place === 'total' && week === weeks[0])).toMatchObject([
    { confirmed: '5', change: '5', corrected: '0' },
  ]);
}

function expectSameInWords([mail, page]: [Mail, string]) {
  for (const text of [mail.text, wordsOf(mail.html), wordsOf(page)]) {
    const said = text.replace(/\s+/g, ' ');
    for (const line of [
      /6 verified/,
      /District 1 2\b/,
      /District 2 3\b/,
      /Outside Charlotte 1\b|Outside Riverton 1\b/,
      /[Dd]uplicate\D* 0\b/,
      /[Ww]ithdrawn\D* 1\b/,
      /[Rr]eceived\D* 9\b/,
    ]) {
      expect(said).toMatch(line);
    }
  }
}

function wordsOf(html: string): string {
  return html.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]+>/g, ' ');
}

function withoutNames(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === 'name' ? undefined : inner)));
}
