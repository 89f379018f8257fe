import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { moveNextDigestStatement } from '../../worker/councils/digest-store.ts';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { renderDigestMails } from '../../worker/digests/render-mails.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { campaignOfAugust, historyOf } from './history.ts';
import { digestMaking, sections, storedDigests } from './stored.ts';

const db = env.DB;
// Mondays at 07:00 in New York: summer time until November 1, 2026.
const mondays = {
  september7: '2026-09-07T11:00:00Z',
  september14: '2026-09-14T11:00:00Z',
  september21: '2026-09-21T11:00:00Z',
  september28: '2026-09-28T11:00:00Z',
  october5: '2026-10-05T11:00:00Z',
  october12: '2026-10-12T11:00:00Z',
};

async function committeeOf(actionId: number) {
  const row = await db
    .prepare('SELECT c.* FROM committees c JOIN actions p ON c.id = p.committee_id WHERE p.id = ?')
    .bind(actionId)
    .first<{ id: number; contact_email: string; next_digest_at: number; frequency: string }>();
  return row!;
}

const make = (at: string) => makeDueDigests(digestMaking(), new Date(at));
const digestsOf = async (actionId: number) => storedDigests((await committeeOf(actionId)).id);
const mailsAbout = async (actionId: number) => {
  const { id } = await committeeOf(actionId);
  const { results } = await db
    .prepare(`SELECT ref FROM outbox WHERE kind = 'digest' AND ref LIKE ? ORDER BY ref`)
    .bind(`${id}-%`)
    .all<{ ref: string }>();
  return results.map(({ ref }) => ref.replace(/^\d+-/, ''));
};
const setFrequency = async (actionId: number, frequency: string) =>
  db
    .prepare('UPDATE committees SET frequency = ? WHERE id = ?')
    .bind(frequency, (await committeeOf(actionId)).id)
    .run();

beforeEach(() => stopEarlierDigests(db));

describe('when digests are made', () => {
  test('the first one is of the week in which the petition opened, a quiet week too', async () => {
    const { action: petition } = await campaignOfAugust();
    await make('2026-09-07T10:59:59Z');
    expect(await digestsOf(petition.id)).toEqual([]);
    await make(mondays.september7);
    const [first, ...others] = await digestsOf(petition.id);
    expect(others).toEqual([]);
    expect(first?.content).toMatchObject({
      week: '2026-W36',
      weekStartsOn: '2026-08-31',
      weekEndsOn: '2026-09-06',
      asOf: '2026-09-07T04:00:00.000Z',
      dueOn: '2026-09-07',
      petitions: [{ slug: petition.slug, confirmed: 0, change: 0, changeSince: null, corrections: [] }],
    });
    expect(await mailsAbout(petition.id)).toEqual(['2026-W36']);
  });

  test('repeated and simultaneous runs make one digest and one mail', async () => {
    const { action: petition } = await campaignOfAugust();
    await historyOf(petition).sign('2026-09-02T12:00:00Z');
    await Promise.all(Array.from({ length: 6 }, () => make(mondays.september7)));
    await make('2026-09-07T11:15:00Z');
    expect((await digestsOf(petition.id)).map(({ content }) => content.week)).toEqual(['2026-W36']);
    expect(await mailsAbout(petition.id)).toEqual(['2026-W36']);
    const { next_digest_at } = await committeeOf(petition.id);
    expect(new Date(next_digest_at).toISOString()).toBe('2026-09-14T11:00:00.000Z');
  });

  test('a run that is three weeks late makes each week’s digest with the numbers at its end', async () => {
    const { action: petition } = await campaignOfAugust();
    const { sign, become, receive } = historyOf(petition);
    const first = await sign('2026-09-02T12:00:00Z');
    await make(mondays.september7);
    await sign('2026-09-09T12:00:00Z', { place: '2' });
    await sign('2026-09-10T12:00:00Z', { place: 'outside' });
    await become(first, 'withdrawn', '2026-09-16T12:00:00Z');
    await receive('2026-09-23T12:00:00Z');
    await sign('2026-09-28T06:00:00Z');
    await make('2026-09-30T00:00:00Z');
    const digests = await digestsOf(petition.id);
    expect(
      digests.map(({ content }) => [
        content.week,
        content.petitions[0]?.confirmed,
        content.petitions[0]?.change,
      ]),
    ).toEqual([
      ['2026-W36', 1, 1],
      ['2026-W37', 3, 2],
      ['2026-W38', 2, -1],
      ['2026-W39', 2, 0],
    ]);
    expect(digests[2]?.content.petitions[0]?.corrections).toEqual([
      { week: '2026-W36', weekEndsOn: '2026-09-06', what: 'withdrawn', count: 1 },
    ]);
    expect(digests[3]?.content.petitions[0]?.account).toMatchObject({ received: 4, unconfirmed: 1 });
    expect(await mailsAbout(petition.id)).toEqual(['2026-W36', '2026-W37', '2026-W38', '2026-W39']);
  });

  test('a digest stays what it was, whatever happens to its signatures later', async () => {
    const { action: petition } = await campaignOfAugust();
    const { sign, become, move } = historyOf(petition);
    const one = await sign('2026-09-02T12:00:00Z');
    const other = await sign('2026-09-03T12:00:00Z');
    await make(mondays.september7);
    const before = await digestsOf(petition.id);
    await become(one, 'invalidated', '2026-09-08T12:00:00Z');
    await move(other, '2', '2026-09-09T12:00:00Z');
    await make(mondays.september14);
    const after = await digestsOf(petition.id);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.content.petitions[0]?.corrections).toMatchObject([
      { week: '2026-W36', what: 'invalidated', count: 1 },
      { week: '2026-W36', what: 'moved', count: 1 },
    ]);
  });

  test('the hour is the one of the city, before and after the clocks go back', async () => {
    const { action: petition } = await campaignOfAugust({ opensOn: '2026-10-20' });
    await make('2026-10-26T11:00:00Z');
    await make('2026-11-02T11:59:59Z');
    expect((await digestsOf(petition.id)).map(({ content }) => content.week)).toEqual(['2026-W43']);
    await make('2026-11-02T12:00:00Z');
    const [, second] = await digestsOf(petition.id);
    expect(second?.content).toMatchObject({ week: '2026-W44', asOf: '2026-11-02T05:00:00.000Z' });
  });

  test('a signature of Sunday night in the city is in the week, whatever day it is elsewhere', async () => {
    const { action: petition } = await campaignOfAugust({ timeZone: 'America/Los_Angeles' });
    const { sign } = historyOf(petition, 'America/Los_Angeles');
    await sign('2026-09-07T06:59:59.999Z');
    await sign('2026-09-07T07:00:00Z');
    await make('2026-09-07T14:00:00Z');
    expect((await digestsOf(petition.id))[0]?.content.petitions[0]).toMatchObject({ confirmed: 1 });
  });

  test('a closed petition stays until its last week is reported, and appears again with a correction', async () => {
    const { action: petition } = await campaignOfAugust({ closesOn: '2026-09-09' });
    const { sign, become } = historyOf(petition);
    const one = await sign('2026-09-08T12:00:00Z');
    await sign('2026-09-08T13:00:00Z');
    await make('2026-09-21T11:00:00Z');
    await become(one, 'withdrawn', '2026-09-22T12:00:00Z');
    await make('2026-10-05T11:00:00Z');
    expect(
      (await digestsOf(petition.id)).map(({ content }) => [content.week, content.petitions[0]?.state]),
    ).toEqual([
      ['2026-W36', 'open'],
      ['2026-W37', 'closed'],
      ['2026-W39', 'closed'],
    ]);
    expect((await digestsOf(petition.id))[2]?.content.petitions[0]).toMatchObject({
      confirmed: 1,
      change: -1,
      changeSince: { week: '2026-W37' },
    });
  });

  test('a petition that closed in a quiet week is reported as closed, and then no more', async () => {
    const { action: petition } = await campaignOfAugust({ closesOn: '2026-09-09' });
    await make(mondays.september28);
    expect(
      (await digestsOf(petition.id)).map(({ content }) => [content.week, content.petitions[0]?.state]),
    ).toEqual([
      ['2026-W36', 'open'],
      ['2026-W37', 'closed'],
    ]);
  });

  test('a petition that opens two years after its campaign is in the first digest after it', async () => {
    const { action: petition } = await campaignOfAugust({ opensOn: '2028-09-05', closesOn: null });
    await make('2028-09-11T11:00:00Z');
    expect((await digestsOf(petition.id)).map(({ content }) => content.week)).toEqual(['2028-W36']);
  });

  test('a threshold that was reached after the week is no part of it', async () => {
    const { action: petition } = await campaignOfAugust();
    const { sign } = historyOf(petition);
    for (const hour of ['10', '11', '12']) await sign(`2026-09-08T${hour}:00:00Z`);
    await db
      .prepare('UPDATE thresholds SET reached_at = ? WHERE action_id = ? AND signatures = 3')
      .bind(Date.parse('2026-09-08T12:00:00Z'), petition.id)
      .run();
    await make(mondays.september14);
    expect(
      (await digestsOf(petition.id)).map(({ content }) => {
        const { reached, next } = content.petitions[0]!.thresholds;
        return [reached.map(({ signatures }) => signatures), next?.signatures];
      }),
    ).toEqual([
      [[], 3],
      [[3], 10],
    ]);
  });

  test('a run that was overtaken by another one does not undo its work', async () => {
    const { action: petition } = await campaignOfAugust();
    const { id } = await committeeOf(petition.id);
    await make(mondays.september14);
    const overtaken = { from: new Date(mondays.september7), to: new Date(mondays.september14) };
    await moveNextDigestStatement(db, id, overtaken).run();
    expect((await committeeOf(petition.id)).next_digest_at).toBe(Date.parse(mondays.september21));
  });

  test('a removed petition is reported once more, and drafts never', async () => {
    const { action: petition } = await campaignOfAugust({ petitions: 2 });
    const { committee_id } = (await db
      .prepare('SELECT committee_id FROM actions WHERE id = ?')
      .bind(petition.id)
      .first<{ committee_id: number }>())!;
    const other = `committee_id = ${committee_id} AND id <> ${petition.id}`;
    await db.prepare(`UPDATE actions SET state = 'draft' WHERE ${other}`).run();
    await make(mondays.september7);
    await db.prepare(`UPDATE actions SET state = 'removed' WHERE id = ?`).bind(petition.id).run();
    await db.prepare(`UPDATE actions SET state = 'open' WHERE ${other}`).run();
    await make(mondays.september14);
    await make(mondays.september21);
    expect(
      (await digestsOf(petition.id)).map(({ content }) => content.petitions.map(({ state }) => state)),
    ).toEqual([['open'], ['removed', 'open'], ['open']]);
  });

  test('numbers that do not add up are not sent, and do not block other committees', async () => {
    const broken = await campaignOfAugust();
    const sound = await campaignOfAugust();
    await historyOf(broken.action).sign('2026-09-02T12:00:00Z');
    await db
      .prepare(`UPDATE signature_counts SET n = 7 WHERE action_id = ? AND kind = 'place'`)
      .bind(broken.action.id)
      .run();
    await expect(make(mondays.september7)).rejects.toThrow('1 committees');
    expect(await digestsOf(broken.action.id)).toEqual([]);
    expect(await digestsOf(sound.action.id)).toHaveLength(1);
    await db
      .prepare(`UPDATE signature_counts SET n = 1 WHERE action_id = ? AND kind = 'place'`)
      .bind(broken.action.id)
      .run();
    await make('2026-09-07T11:15:00Z');
    expect(await digestsOf(broken.action.id)).toHaveLength(1);
  });
});

describe('how often a committee gets mail', () => {
  test('monthly: every week is made, and the first of each month is mailed with the changes since the last mail', async () => {
    const { action: petition } = await campaignOfAugust();
    await setFrequency(petition.id, 'monthly');
    const { sign } = historyOf(petition);
    for (const day of ['02', '09', '16', '23', '30']) await sign(`2026-09-${day}T12:00:00Z`);
    await make('2026-11-03T12:00:00Z');
    const digests = await digestsOf(petition.id);
    expect(digests).toHaveLength(9);
    expect(await mailsAbout(petition.id)).toEqual(['2026-W36', '2026-W40', '2026-W44']);
    const [september, quiet, , , october] = digests;
    expect(september?.content.petitions[0]).toMatchObject({ change: 1, sinceLastMail: null });
    expect(quiet?.content.petitions[0]).toMatchObject({ sinceLastMail: null });
    expect(october?.content).toMatchObject({
      dueOn: '2026-10-05',
      petitions: [{ change: 1, sinceLastMail: { week: '2026-W36', weekEndsOn: '2026-09-06', change: 4 } }],
    });
  });

  test('a digest that was not to be mailed is not, whoever asks for it', async () => {
    const { action: petition } = await campaignOfAugust();
    await setFrequency(petition.id, 'thresholds');
    await make(mondays.september7);
    await setFrequency(petition.id, 'weekly');
    const [digest] = await digestsOf(petition.id);
    const mails = await renderDigestMails(
      testApp().deps,
      [{ id: 'one', ref: digest!.id, kind: 'digest' }],
      sections,
    );
    expect(mails.get('one')).toBeNull();
  });

  test.each(['thresholds', 'stopped'])('%s: every week is made and none is mailed', async (frequency) => {
    const { action: petition } = await campaignOfAugust();
    await setFrequency(petition.id, frequency);
    await make(mondays.september14);
    expect(await digestsOf(petition.id)).toHaveLength(2);
    expect(await mailsAbout(petition.id)).toEqual([]);
  });

  test('a digest that waits in the outbox is not sent to a committee that has stopped meanwhile', async () => {
    const { deps } = testApp();
    const { action: petition } = await campaignOfAugust();
    await make(mondays.september7);
    const [digest] = await digestsOf(petition.id);
    const render = () => renderDigestMails(deps, [{ id: 'one', ref: digest!.id, kind: 'digest' }], sections);
    expect((await render()).get('one')).toMatchObject({ to: (await committeeOf(petition.id)).contact_email });
    await setFrequency(petition.id, 'stopped');
    expect((await render()).get('one')).toBeNull();
  });
});
