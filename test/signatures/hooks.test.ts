import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { CountedHook } from '../../worker/actions/counted-hooks.ts';
import type { Feature } from '../../worker/main/feature.ts';
import { features } from '../../worker/main/features.ts';
import { createHouse } from '../../worker/main/house.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { endBounced } from '../../worker/signatures/end-bounced.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { openSurvey } from '../support/surveys.ts';
import { confirmedResponse } from '../surveys/support.ts';
import { anyAct } from './acts.ts';
import { confirmedAs, type Links, signedAs } from './support.ts';
import { performAtOnce } from './waves.ts';

const listen =
  (what: 'starts' | 'stops'): CountedHook =>
  (db, { changed }) => [
    db
      .prepare(`INSERT INTO heard (what, id) SELECT '${what}', id FROM (${changed.ids('?1')})`)
      .bind(changed.value),
  ];

/** A feature that stores something personal for each signature, and records which hooks it gets. */
const listener: Feature = {
  name: 'listener',
  tables: ['heard', 'diaries'],
  whenCounted: { starts: listen('starts'), stops: listen('stops') },
  whenErased: (db, { ids }) => [
    db
      .prepare(
        `DELETE FROM diaries WHERE signature_id IN (SELECT value FROM json_each(?))
          AND EXISTS (SELECT 1 FROM signatures WHERE id = signature_id AND erased_at IS NOT NULL)`,
      )
      .bind(JSON.stringify(ids)),
  ],
};
const house = createHouse([...features, listener]);

beforeAll(async () => {
  await env.DB.batch([
    env.DB.prepare('CREATE TABLE heard (n INTEGER PRIMARY KEY, what TEXT, id TEXT) STRICT'),
    env.DB.prepare('CREATE TABLE diaries (signature_id TEXT PRIMARY KEY) STRICT'),
  ]);
});

async function heardOf(id: string): Promise<string[]> {
  const { results } = await env.DB.prepare('SELECT what FROM heard WHERE id = ? ORDER BY n')
    .bind(id)
    .all<{ what: string }>();
  return results.map(({ what }) => what);
}

async function statesOf(actionId: number) {
  const { results } = await env.DB.prepare(
    'SELECT id, state, confirmed_at FROM signatures WHERE action_id = ?',
  )
    .bind(actionId)
    .all<{ id: string; state: string; confirmed_at: number | null }>();
  return results;
}

const waves = fc.array(fc.array(anyAct, { minLength: 6, maxLength: 14 }), { minLength: 2, maxLength: 4 });

test('whatever people do at the same moment, a hook sees each start and each stop once', async () => {
  await fc.assert(
    fc.asyncProperty(waves, async (history) => {
      const app = testApp({}, { house });
      const context = await openPetition(env.DB, { asksStreet: true });
      for (const [wave, acts] of history.entries()) {
        // In these tests, striking off is a plain SQL statement that calls no hooks.
        const ours = acts.filter(({ act }) => act !== 'invalidate');
        await performAtOnce(app, context, ours, wave);
      }
      for (const { id, state, confirmed_at } of await statesOf(context.action.id)) {
        const begun = confirmed_at === null ? [] : ['starts'];
        const ended = confirmed_at === null || state === 'confirmed' ? [] : ['stops'];
        expect(await heardOf(id), state).toEqual([...begun, ...ended]);
      }
    }),
    { numRuns: 6 },
  );
});

test('a correction to the name of somebody in the same street stops nothing, and withdrawing does, once', async () => {
  const app = testApp({}, { house });
  const { action } = await openPetition(env.DB, { asksStreet: true });
  const person = (name: string) => ({
    given_name: name,
    email: `${name}@${action.slug}.example`,
    zip: '28202',
    street: '1 Oak St',
  });
  await confirmedAs(app, action.slug, person('Ana'));
  const ben = await confirmedAs(app, action.slug, person('Ben'));
  const namedAna = { given_name: 'Ana', zip: '28202' };
  await Promise.all([app.post(`${ben.mine}/correct`, namedAna), app.post(`${ben.mine}/correct`, namedAna)]);
  await app.post(`${ben.mine}/withdraw`, {});
  expect(await heardOf(ben.id)).toEqual(['starts', 'stops']);
});

/** Every way in which a signature loses its personal data. */
const ways: Record<string, (app: TestApp, links: Links) => Promise<unknown> | Response> = {
  'its owner erases it': (app, { mine }) => app.post(`${mine}/erase`, {}),
  'nobody confirms it': async (app) => {
    for (const days of [3, 10, 31]) await app.cron(new Date(aWednesday.getTime() + days * day));
  },
  'its mail comes back': async (app, { id }) => {
    await endBounced(app.deps, id, app.now());
    await app.cron(new Date(aWednesday.getTime() + 31 * day));
  },
  'retention ends': async (app) => {
    for (const days of [48, 56, 64, 72]) await app.cron(new Date(aWednesday.getTime() + days * day));
  },
};

test.each(Object.entries(ways))('what another feature stores is deleted when %s', async (_name, lose) => {
  const app = testApp({}, { house });
  const { action } = await openPetition(env.DB, { closesOn: '2027-01-10', retentionDays: 5 });
  const links = await signedAs(app, action.slug, {
    given_name: 'Ana',
    email: `ana@${action.slug}.example`,
    zip: '28202',
  });
  await env.DB.prepare('INSERT INTO diaries VALUES (?)').bind(links.id).run();
  await app.cron(new Date(aWednesday.getTime() + day));
  const kept = () => env.DB.prepare('SELECT 1 FROM diaries WHERE signature_id = ?').bind(links.id).first();
  expect(await kept()).not.toBeNull();
  await lose(app, links);
  expect(await kept()).toBeNull();
  expect(await heardOf(links.id)).toEqual([]);
});

test('a response that ends so takes its answers and its mails with it, and is counted still', async () => {
  const app = testApp({}, { house });
  const context = await openSurvey(app, { closesOn: '2026-12-31', retentionDays: 5 });
  const { id } = await confirmedResponse(app, context);
  for (const at of ['2027-01-01', '2027-01-09']) await app.cron(`${at}T12:00:00Z`);
  const row = await env.DB.prepare(
    `SELECT responses.sealed, (SELECT count(*) FROM outbox WHERE ref = ?1 AND content IS NOT NULL) AS mails
    FROM responses WHERE signature_id = ?1`,
  )
    .bind(id)
    .first();
  expect(row).toEqual({ sealed: null, mails: 0 });
  expect(await heardOf(id)).toEqual(['starts']);
});
