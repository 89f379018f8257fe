import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { actsQuery } from '../../../worker/organize/act-store.ts';
import { runQuery } from '../../../worker/platform/query.ts';
import { minute } from '../../../worker/platform/time/clock.ts';
import { compareNames } from '../../../worker/signatures/decide-pair.ts';
import { findSignature } from '../../../worker/signatures/store.ts';
import { testApp } from '../../support/app.ts';
import { openPetition } from '../../support/factories.ts';
import { organizerIn } from '../../support/organizer.ts';
import { publicCounts } from '../../support/people.ts';
import { expectBalance } from '../account.ts';
import { confirmedAs } from '../support.ts';

const app = testApp();
const { db } = app.deps;

async function town() {
  const context = await openPetition(env.DB, { asksStreet: true });
  const { campaign, action } = context;
  const moderator = await organizerIn(app, campaign, { role: 'moderator', hasPasskey: true });
  let made = 0;
  const sign = async (fields: Record<string, string>) => {
    made += 1;
    app.setNow(new Date(app.now().getTime() + minute));
    const person = { given_name: 'Jo', family_name: 'Diaz', zip: '28202', street: '' };
    return confirmedAs(app, action.slug, { ...person, email: `p${made}@${action.slug}.example`, ...fields });
  };
  const pairs = async () => {
    const { results } = await db
      .prepare('SELECT id, one, other, likeness, state FROM signature_pairs WHERE action_id = ? ORDER BY id')
      .bind(action.id)
      .all<{ id: number; one: string; other: string; likeness: string; state: string }>();
    return results;
  };
  const act = async () => (await runQuery(db, actsQuery(db, campaign.id, { most: 1 })))[0];
  const undo = async () => moderator.post(`/acts/${(await act())?.id}/undo`);
  const possible = () =>
    db
      .prepare("SELECT n FROM signature_counts WHERE action_id = ? AND kind = 'possible'")
      .bind(action.id)
      .first<number>('n');
  return { context, slug: action.slug, moderator, sign, pairs, act, undo, possible };
}

const stateOf = async (id: string) => (await findSignature(db, id))?.state;

test('a couple and two namesakes are told apart, and what was decided does not come back', async () => {
  const { context, slug, moderator, sign, pairs, act, undo } = await town();
  // A couple in one inbox: their names are nothing alike.
  await sign({ given_name: 'Ana', email: `home@${slug}.example` });
  await sign({ given_name: 'Luis', email: `home@${slug}.example` });
  // Two namesakes at one ZIP code.
  const one = await sign({ source: 'poster' });
  const two = await sign({});
  // One person who typed their name in two ways.
  const eva = await sign({ given_name: 'Eva', email: `eva@${slug}.example` });
  const evva = await sign({ given_name: 'Evva', email: `eva@${slug}.example` });
  await compareNames(app.deps);
  const waiting = (await pairs()).filter(({ state }) => state === 'waiting');
  expect(waiting.map(({ likeness }) => likeness)).toEqual(['zip', 'inbox']);
  expect((await pairs()).map(({ state }) => state)).toEqual(['unlike', 'waiting', 'waiting']);

  const page = await moderator.read('/duplicates');
  expect(page).toContain('The same name and ZIP code, from two inboxes');
  expect(page).toContain('Names that differ by a letter or two, from one inbox');
  expect(page).toContain(one.id.slice(0, 8));
  expect(page).not.toContain('Diaz');
  expect(await moderator.read('')).toContain('2 possible duplicates wait');

  const [names, inbox] = waiting.map(({ id }) => `/duplicates/${id}`);
  // As everywhere, a sealed person opens for a reason alone.
  expect((await moderator.post(`${names}/open`)).status).toBe(400);
  expect(await act()).not.toMatchObject({ kind: 'open-person' });
  const opened = await (await moderator.post(`${names}/open`, { why: 'duplicate' })).text();
  expect(opened).toContain('Jo Diaz');
  expect(await act()).toMatchObject({ kind: 'open-person', reason: 'duplicate' });

  const fields = { seen: 'waiting' };
  expect((await moderator.post(`${names}/decide`, { ...fields, decision: 'different' })).status).toBe(303);
  expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(['confirmed', 'confirmed']);
  await moderator.post(`${inbox}/decide`, { ...fields, decision: 'same-second' });
  expect([await stateOf(eva.id), await stateOf(evva.id)]).toEqual(['duplicate', 'confirmed']);
  const history = await moderator.read(`/signatures/${eva.id}`);
  expect(history).toMatch(/<td[^>]*>Duplicate: found to be the same person<\/td>/);
  expect(history).not.toContain('Last change by its owner');
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 5, duplicate: 1 });
  await expectBalance(app, context);
  expect(await moderator.read('/duplicates')).toContain('No possible duplicates wait');
  // A second press decides nothing.
  const again = await moderator.post(`${inbox}/decide`, { ...fields, decision: 'different' });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('changed meanwhile');

  await undo();
  expect(await stateOf(eva.id)).toBe('confirmed');
  expect(await moderator.read('/duplicates')).toContain('Names that differ by a letter or two');
  expect(await moderator.read('/duplicates')).not.toContain('The same name and ZIP code');
  await moderator.post(`${inbox}/decide`, { ...fields, decision: 'aside' });
  expect(await stateOf(evva.id)).toBe('flagged');
  await undo();
  await expectBalance(app, context);
});

test('as many pairs wait as the digest tells possible duplicates, whoever comes, leaves and comes back', async () => {
  const { moderator, sign, pairs, possible } = await town();
  const waiting = async () => (await pairs()).filter(({ state }) => state === 'waiting').length;
  const all = [await sign({}), await sign({}), await sign({}), await sign({})];
  expect([await waiting(), await possible()]).toEqual([3, 3]);
  await app.post(`${all[0]?.mine}/withdraw`, {});
  expect([await waiting(), await possible()]).toEqual([2, 2]);
  const aside = { decision: 'set-aside', seen: 'confirmed', reason: 'odd' };
  await moderator.post(`/signatures/${all[1]?.id}/decide`, aside);
  expect([await waiting(), await possible()]).toEqual([1, 1]);
  await moderator.post(`/signatures/${all[1]?.id}/decide`, {
    ...aside,
    decision: 'take-back',
    seen: 'flagged',
  });
  expect([await waiting(), await possible()]).toEqual([2, 2]);
  await sign({ zip: '28205', street: '1 Oak St' });
  await sign({ zip: '28299', street: '1 OAK ST.' });
  expect([await waiting(), await possible()]).toEqual([3, 3]);
  expect((await pairs()).some(({ likeness }) => likeness === 'street')).toBe(true);
  expect(await moderator.read('/duplicates?lang=es')).toContain('El mismo nombre y la misma calle');
});

test('pairs of another campaign are not found', async () => {
  const { sign, pairs } = await town();
  await sign({});
  await sign({});
  const id = (await pairs())[0]?.id;
  const other = await openPetition(env.DB);
  const stranger = await organizerIn(app, other.campaign, { role: 'owner', hasPasskey: true });
  const fields = { seen: 'waiting', decision: 'different' };
  expect((await stranger.post(`/duplicates/${id}/decide`, fields)).status).toBe(404);
  expect((await stranger.post(`/duplicates/${id}/open`)).status).toBe(404);
  expect(await stranger.read('/duplicates')).toContain('No possible duplicates wait');
});

test('pages of pairs go by key', async () => {
  const { moderator, sign } = await town();
  for (let n = 0; n < 13; n += 1) await sign({});
  const first = await moderator.read('/duplicates');
  const next = /href="([^"]*after=[^"]*)"/.exec(first)?.[1]?.replace('&amp;', '&') ?? '';
  const codes = (page: string) => [...page.matchAll(/id="(pair-\d+)"/g)].map(([, id]) => id);
  const second = await moderator.read(next);
  expect(codes(first)).toHaveLength(10);
  expect(codes(second)).toHaveLength(2);
  expect(codes(first).filter((id) => codes(second).includes(id))).toEqual([]);
});
