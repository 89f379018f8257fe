import { describe, expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { mondayMorning } from '../support/calendar.ts';
import { lookAtAll } from '../support/looks.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import {
  confirmByMail,
  countsOf,
  cron,
  freshEmail,
  leadsTo,
  mailbox,
  mailedLink,
  peekMailbox,
  petitionJson,
  read,
  readJson,
  send,
  signByForm,
} from '../support/visitor.ts';

const slug = 'arrest-traffickers';
const minute = 60_000;

describe('a newcomer', () => {
  test('finds the petition from the home page, signs, confirms from the mail and is counted', async () => {
    const campaign = hrefIn(await read('/'), '/campaigns/');
    const petition = hrefIn(await read(campaign), '/petitions/');
    expect(petition).toBe(`/petitions/${slug}`);
    const before = await petitionJson(slug);

    const email = freshEmail('newcomer');
    const person = { given_name: 'Nell', family_name: 'Newcomer', email, zip: '28205', district: '4' };
    const signed = await signByForm(slug, { ...person, source: 'poster', show_name: 'yes' });
    expect(signed.status).toBe(303);
    expect(leadsTo(signed)).toBe(`/petitions/${slug}/check-your-email`);
    expect(await read(leadsTo(signed))).toContain('petitions@example.org');
    const waiting = await petitionJson(slug);
    expect(waiting.counts.confirmed).toBe(before.counts.confirmed);
    expect(waiting.counts.unconfirmed).toBe(before.counts.unconfirmed + 1);

    // The queue sends it; the cron job is not needed.
    await expect
      .poll(async () => (await peekMailbox(email)).map(({ state }) => state))
      .toEqual(['delivered']);
    const link = await mailedLink(email, '/confirm/');
    const page = await read(link);
    expect(page).toContain('Nell Newcomer');
    expect(page).toContain('District 4');
    await read(link);
    expect(await countsOf(slug)).toEqual(waiting.counts);

    const confirmed = await send(link);
    expect(confirmed.status).toBe(303);
    expect(leadsTo(confirmed)).toContain(`/petitions/${slug}/thank-you`);
    const after = await petitionJson(slug);
    expect(await read(leadsTo(confirmed))).toMatch(
      after.counts.confirmed === 1 ? /One person/ : /\d+ people/,
    );
    expect(leadsTo(await send(link))).toBe(leadsTo(confirmed));
    expect(await countsOf(slug)).toEqual(after.counts);

    expect(after.counts).toEqual({
      ...before.counts,
      received: before.counts.received + 1,
      confirmed: before.counts.confirmed + 1,
    });
    expect(inDistrict(after, '4')).toBe(inDistrict(before, '4') + 1);
    expect(balanceOf(after)).toEqual(balanced(after.counts.confirmed));
    expect(await read(`/petitions/${slug}`)).not.toContain('Nell Newcomer');
    await lookAtAll({ db: site.db, keyring: siteKeyring() }, { slug });
    await expect.poll(() => read(`/petitions/${slug}`)).toContain('Nell Newcomer');
  });
});

describe('the committee', () => {
  test('gets one digest on Monday at 07:00 on the city’s clock, with the numbers that the public has', async () => {
    const { petition: slug, committee } = await openOwnKit('monday-digest');
    const email = freshEmail('monday');
    await signByForm(slug, { given_name: 'Mona', email, zip: '28202' });
    await confirmByMail(email);
    await signByForm(slug, { given_name: 'Wendy', email: freshEmail('wendy'), zip: '28202' });
    const due = mondayMorning(new Date(), 1);

    await cron(new Date(due.getTime() - minute));
    expect(await mailbox(committee)).toEqual([]);
    await cron(due);
    await cron(due);
    await cron(new Date(due.getTime() + 15 * minute));
    const mails = await mailbox(committee);
    expect(mails).toHaveLength(1);

    const { counts } = await petitionJson(slug);
    expect(counts).toMatchObject({ received: 2, confirmed: 1, unconfirmed: 1 });
    expect(mails[0]?.subject).toMatch(/ has 1 signature \(\+1\)$/);
    const staff = await mailedLink(committee, '/tallies/');
    const told = await readJson<{ weeks: { petitions: { petition: string; counts: typeof counts }[] }[] }>(
      `${new URL(staff).pathname}.json`,
    );
    const week = told.weeks.at(-1)?.petitions.find(({ petition }) => petition === slug);
    expect(week?.counts).toEqual(counts);
    const { received, ...parts } = counts;
    expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(received);
  });
});

function hrefIn(html: string, start: string): string {
  return new RegExp(`href="(${start}[^"#?]+)`).exec(html)?.[1] ?? '';
}

type Petition = Awaited<ReturnType<typeof petitionJson>>;

function inDistrict({ by_district }: Petition, code: string): number {
  return by_district.find(({ district }) => district === code)?.confirmed ?? 0;
}

function balanceOf({ counts, by_district, outside, unknown, by_day }: Petition) {
  const { received, ...states } = counts;
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
  return {
    left: received - sum(Object.values(states)),
    places: sum(by_district.map(({ confirmed }) => confirmed)) + outside + unknown,
    days: sum(by_day.map(({ confirmed }) => confirmed)),
  };
}

function balanced(confirmed: number) {
  return { left: 0, places: confirmed, days: confirmed };
}
