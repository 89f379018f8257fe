import { describe, expect, test } from 'vitest';
import { mondayMorning } from '../support/calendar.ts';
import { openOwnKit } from '../support/own-kit.ts';
import {
  countsOf,
  cron,
  freshEmail,
  leadsTo,
  mailbox,
  mailedLink,
  petitionJson,
  read,
  send,
  signAndConfirm,
  visit,
} from '../support/visitor.ts';

/** A committee that has got its first digest, and the paths of the two links in it. */
async function staffOf(name: string) {
  const { petition, committee } = await openOwnKit(name);
  await signAndConfirm(petition, { given_name: 'Sol', email: freshEmail('sol'), zip: '28202' });
  await cron(mondayMorning(new Date(), 1));
  const pathOf = async (start: string) => new URL(await mailedLink(committee, start)).pathname;
  return { petition, committee, page: await pathOf('/tallies/'), choice: await pathOf('/digests/') };
}

describe('committee staff', () => {
  test('replace a link that went to the wrong people: the old one says so, the new one comes by mail', async () => {
    const { page, committee } = await staffOf('replaced-link');
    expect((await visit(`${page}/replace`)).status).toBe(303);
    expect(await read(page)).toContain('1 verified');
    expect((await send(`${page}/replace`)).status).toBe(200);
    for (const suffix of ['', '.csv', '.json']) {
      const gone = await visit(page + suffix);
      expect(gone.status).toBe(410);
      expect(await gone.text()).toContain('This link was replaced');
    }
    const links = (await mailbox(committee)).flatMap((mail) => mail.links);
    const fresh = links.filter((link) => link.includes('/tallies/') && !link.includes(page));
    expect(fresh).not.toEqual([]);
    expect(await read(fresh[0] ?? '')).toContain('District 1');
  });

  test('choose how often they get mail by a button, never by opening the link', async () => {
    const { choice, committee } = await staffOf('how-often');
    const before = (await mailbox(committee)).length;
    expect(await read(choice)).toMatch(/value="weekly" checked/);
    for (const frequency of ['monthly', 'stopped']) {
      const saved = await send(choice, { frequency });
      expect(saved.status).toBe(303);
      expect(await read(leadsTo(saved))).toMatch(new RegExp(`value="${frequency}" checked`));
    }
    expect((await send(choice, { frequency: 'hourly' })).status).toBe(422);
    await cron(mondayMorning(new Date(), 2));
    // The committee got one mail about the change, but no digest after it.
    expect(await mailbox(committee)).toHaveLength(before + 1);
    expect((await send(choice, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await read(choice)).toMatch(/value="stopped" checked/);
  });

  test('hear once that a threshold is reached, though the count falls and rises again', async () => {
    const { petition, committee } = await openOwnKit('threshold', { thresholds: [2, 10] });
    const subjects = async () => (await mailbox(committee)).map(({ subject }) => subject);
    const first = freshEmail('one');
    await signAndConfirm(petition, { given_name: 'One', email: first, zip: '28202' });
    expect(await subjects()).toEqual([]);
    await signAndConfirm(petition, { given_name: 'Two', email: freshEmail('two'), zip: '28202' });
    expect(await subjects()).toEqual([expect.stringContaining('2 signatures')]);

    await send(`${new URL(await mailedLink(first, '/my/')).pathname}/withdraw`);
    expect((await countsOf(petition)).confirmed).toBe(1);
    await signAndConfirm(petition, { given_name: 'Three', email: freshEmail('three'), zip: '28202' });
    expect((await countsOf(petition)).confirmed).toBe(2);
    expect(await subjects()).toHaveLength(1);
    // Public pages may be a second older than the counts.
    await expect
      .poll(async () => (await petitionJson(petition)).thresholds[0])
      .toMatchObject({ signatures: 2, reached_at: expect.any(String) });
  });
});
