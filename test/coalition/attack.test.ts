import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { listPartners } from '../../worker/coalition/store.ts';
import { testApp } from '../support/app.ts';
import {
  type Coalition,
  coalitionKit,
  openCoalition,
  openedCoalition,
  partnerPath,
  revokePartner,
} from '../support/coalition.ts';
import { organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let coalition: Coalition;
let other: Coalition;

beforeEach(async () => {
  coalition = await openCoalition(db);
  other = await openCoalition(db);
});

const pageOf = async ({ partners }: Coalition, slug: string) =>
  `${await partnerPath(app, partners[slug])}/coalition`;
const read = async (of: Coalition, slug: string) => (await app.request(await pageOf(of, slug))).text();
const idsIn = (html: string) => [...html.matchAll(/id="entry-(\w{26})"/g)].map(([, id = '']) => id);

test('an entry of another campaign cannot be changed or read, by a partner or by an organizer', async () => {
  await app.post(await pageOf(other, 'church'), { step: 'add-agenda', agenda: 'Theirs', who: '', on: '' });
  const [entry = ''] = idsIn(await read(other, 'church'));
  for (const step of ['done', 'off']) {
    const answer = await app.post(await pageOf(coalition, 'church'), { step, entry, seen: 'open' });
    expect([step, answer.status]).toEqual([step, 409]);
  }
  const owner = await organizerIn(app, coalition.context.campaign, { role: 'owner' });
  const decided = await owner.post(`/coalition/agenda/${entry}`, { decision: 'off', seen: 'open' });
  expect(decided.status).toBe(404);
  for (const before of [entry, '~', '0', 'Z'.repeat(26)]) {
    const list = await app.request(`${await pageOf(coalition, 'church')}/agenda?before=${before}`);
    expect([before, (await list.text()).includes('Theirs')]).toEqual([before, false]);
  }
  expect(await read(other, 'club')).toContain('Theirs');
  // Nor is an idea credited to a partner of another campaign.
  const credited = { idea: 'Whose', partner: 'nobody-here' };
  expect((await owner.post('/coalition/idea', credited)).status).toBe(400);
});

test('a press on a page whose link was replaced meanwhile stores nothing, whatever it was', async () => {
  const old = await pageOf(coalition, 'club');
  await revokePartner(db, coalition.partners.club?.id ?? 0);
  for (const fields of [
    { step: 'add-idea', idea: 'Late' },
    { step: 'add-agenda', agenda: 'Late', who: '', on: '' },
    { step: 'agree', version: '1' },
    { step: 'withdraw', version: '1' },
  ]) {
    expect((await app.post(old, fields)).status).toBe(410);
  }
  expect(await read(coalition, 'church')).not.toContain('Late');
});

test('presses at the same moment store one agreement, one item and one act', async () => {
  const page = await pageOf(coalition, 'clinic');
  const owner = await organizerIn(app, coalition.context.campaign, { role: 'owner' });
  const agreeing = [1, 2, 3].map(() => app.post(page, { step: 'agree', version: '1' }));
  expect((await Promise.all(agreeing)).map(({ status }) => status)).toEqual([303, 303, 303]);
  const found = await db
    .prepare('SELECT count(*) AS n FROM norm_agreements WHERE partner_id = ?')
    .bind(coalition.partners.clinic?.id)
    .first<number>('n');
  expect(found).toBe(1);
  const adding = [1, 2, 3].map(() => owner.post('/coalition/agenda', { agenda: 'Once', who: '', on: '' }));
  const statuses = (await Promise.all(adding)).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([303, 409, 409]);
  const [entry = ''] = idsIn(await owner.read('/coalition/agenda'));
  const taking = [1, 2, 3].map(() =>
    owner.post(`/coalition/agenda/${entry}`, { decision: 'off', seen: 'open' }),
  );
  expect((await Promise.all(taking)).map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
});

test('an undoing after another change is refused: the later one is undone first', async () => {
  const owner = await organizerIn(app, coalition.context.campaign, { role: 'moderator' });
  const actOf = (answer: Response) => /done=(\w+)/.exec(answer.headers.get('location') ?? '')?.[1];
  const undo = async (act: string | undefined) =>
    (await owner.post(`/acts/${act}/undo`, { back: '' })).status;
  const added = actOf(await owner.post('/coalition/agenda', { agenda: 'Item', who: '', on: '' }));
  const [entry = ''] = idsIn(await owner.read('/coalition/agenda'));
  const decide = (decision: string, seen: string) =>
    owner.post(`/coalition/agenda/${entry}`, { decision, seen });
  const finished = actOf(await decide('done', 'open'));
  const off = actOf(await decide('off', 'done'));
  expect([await undo(added), await undo(finished)]).toEqual([409, 409]);
  expect([await undo(off), await undo(finished), await undo(added)]).toEqual([303, 303, 303]);
  expect(idsIn(await owner.read('/coalition/agenda'))).toEqual([]);
  expect(await undo(added)).toBe(409);
});

test('with as many partners as a kit may have, each page is read in one piece and stays small', async () => {
  const kit = coalitionKit();
  const [first] = kit.campaign.partners;
  if (!first) throw new Error('no partner');
  const text = (what: string, n: number) => ({ en: `${what} number ${n}`, es: `${what} número ${n}` });
  kit.campaign.partners = [
    ...kit.campaign.partners,
    ...Array.from({ length: 97 }, (_, n) => ({
      ...{ ...first, slug: `partner-${n}`, name: text('Organization', n), role: text('Does its part as', n) },
      ...{ brings: text('People for task', n), decides: text('What it does for task', n) },
    })),
  ];
  const crowded = await openedCoalition(db, kit);
  const partners = await listPartners(db, crowded.context.campaign.id);
  expect(partners).toHaveLength(100);
  for (const slug of ['church', 'partner-96']) {
    const html = await read(crowded, slug);
    expect(html.match(/<th scope="row"/g)).toHaveLength(100);
    expect(gzipSync(html).length).toBeLessThan(20_000);
  }
  kit.campaign.partners = Array.from({ length: 300 }, (_, n) => ({ ...first, slug: `partner-${n}` }));
  await expect(openedCoalition(db, kit)).rejects.toThrow('partners');
});
