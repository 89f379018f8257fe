import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { confirm } from '../../worker/signatures/confirm.ts';
import { findSignature } from '../../worker/signatures/store.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { lookAtAll } from '../support/looks.ts';
import { press } from '../support/press.ts';
import { watchDb } from '../support/watched-db.ts';
import { expectBalance } from './account.ts';
import { anyAct } from './acts.ts';
import { confirmedAs, jsonPath, pathOfLink, signedAs } from './support.ts';
import { expectHouseholds, performAtOnce } from './waves.ts';

const waves = fc.array(fc.array(anyAct, { minLength: 4, maxLength: 14 }), { minLength: 3, maxLength: 6 });

test('whatever people do at the same moment, everybody is told the truth and the account balances', async () => {
  await fc.assert(
    fc.asyncProperty(waves, async (history) => {
      const app = testApp();
      const context = await openPetition(env.DB, { asksStreet: true });
      for (const [wave, acts] of history.entries()) {
        await performAtOnce(app, context, acts, wave);
        await expectBalance(app, context);
        await expectHouseholds(context);
        for (const act of acts)
          if (act.act === 'wait') app.setNow(new Date(app.now().getTime() + act.days * day));
      }
    }),
    { numRuns: 6 },
  );
});

/** The whole application, with the refs of each batch that carried more than one write. */
function watchedApp() {
  const rounds: string[][] = [];
  const db = watchDb({
    call(work, said) {
      if (said.at(-1)?.sql.includes('AS contentVersion'))
        rounds.push(JSON.parse(String(said.at(-1)?.values[0])));
      return work();
    },
  });
  return { app: testApp({}, { db }), rounds };
}

const person = ({ action: petition }: ActionContext, name: string, more = {}) => {
  return { given_name: name, email: `${name}@${petition.slug}.example`, zip: '28202', ...more };
};

test('what five people do at once is one transaction, and each gets their own answer', async () => {
  const { app, rounds } = watchedApp();
  const context = await openPetition(env.DB);
  const { slug } = context.action;
  const [ana, ben, cem, dia] = [
    await signedAs(app, slug, person(context, 'ana')),
    await confirmedAs(app, slug, person(context, 'ben')),
    await confirmedAs(app, slug, person(context, 'cem')),
    await confirmedAs(app, slug, person(context, 'dia')),
  ];
  rounds.length = 0;
  const { keyring } = app.deps;
  // Signing reads less than the other requests, so it is delayed until they have read too.
  const sign = async () => {
    await keyring.token('my', ana.id);
    return app.postJson(`/api/v1/petitions/${slug}/signatures`, person(context, 'eli'));
  };
  const answers = await Promise.all([
    app.post(ana.confirm, {}),
    app.post(`${ben.mine}/correct`, { given_name: 'Benno', zip: '28202' }),
    app.post(`${cem.mine}/withdraw`, {}),
    app.post(`${dia.mine}/erase`, {}),
    sign(),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 202]);
  expect(rounds.flat()).toHaveLength(5);
  expect(rounds.length).toBeLessThan(5);
  expect((await findSignature(env.DB, ana.id))?.state).toBe('confirmed');
  expect((await findSignature(env.DB, cem.id))?.state).toBe('withdrawn');
  expect((await findSignature(env.DB, dia.id))?.erasedAt).not.toBeNull();
  await expectBalance(app, context);
});

test('presses that come at once are judged by one read, and none of them reads for itself', async () => {
  const context = await openPetition(env.DB);
  const { slug } = context.action;
  const plain = testApp();
  const links = await Promise.all(
    ['ana', 'ben', 'cem', 'dia', 'eli', 'fay'].map(async (name) => {
      expect((await plain.postJson(jsonPath(slug), person(context, name))).status).toBe(202);
    }),
  );
  const { results } = await env.DB.prepare('SELECT id FROM signatures WHERE action_id = ?')
    .bind(context.action.id)
    .all<{ id: string }>();
  expect(results).toHaveLength(links.length);
  const confirms = await Promise.all(results.map(({ id }) => pathOfLink(plain, 'confirm', id)));
  const said: string[] = [];
  const db = watchDb({
    call(work, statements) {
      said.push(...statements.map(({ sql }) => sql));
      return work();
    },
  });
  const app = testApp({}, { db });
  const answers = await Promise.all(confirms.map((path) => app.post(path, {})));
  expect(answers.every((answer) => answer.headers.get('location')?.includes('thank-you'))).toBe(true);
  const ofSignatures = (sql: string) => /^\s*SELECT/.test(sql) && /FROM signatures mine/.test(sql);
  expect(said.filter(ofSignatures).length).toBeLessThan(confirms.length);
  expect(said.filter((sql) => /WHERE (mine\.)?id = \?/.test(sql) && /FROM signatures/.test(sql))).toEqual([]);
  await expectBalance(app, context);
});

test('a person who presses the button many times at once is counted once', async () => {
  const { app } = watchedApp();
  const context = await openPetition(env.DB);
  const ana = await signedAs(app, context.action.slug, person(context, 'ana'));
  const again = await signedAs(app, context.action.slug, person(context, 'ana'));
  const presses = [ana, again, ana, again, ana, again].map(({ confirm }) => press(app, confirm));
  const answers = await Promise.all(presses);
  expect(answers.every((answer) => answer.headers.get('location')?.includes('thank-you'))).toBe(true);
  const states = await Promise.all(
    [ana, again].map(async ({ id }) => (await findSignature(env.DB, id))?.state),
  );
  expect(states.sort()).toEqual(['confirmed', 'duplicate']);
  await expectBalance(app, context);
});

/** The application, in which something else happens right after the signature was read for a decision. */
function appWithASurprise(surprise: () => unknown): TestApp {
  let isDue = true;
  const db = watchDb({
    async call(work, said) {
      const seen = await work();
      if (isDue && said.some(({ sql }) => sql.includes('other.inbox_slot'))) {
        isDue = false;
        await surprise();
      }
      return seen;
    },
  });
  return testApp({}, { db });
}

test('a signature that is corrected between the look and the commit is judged again, at its new place', async () => {
  const app = testApp();
  const context = await openPetition(env.DB);
  const ana = await signedAs(app, context.action.slug, person(context, 'ana'));
  const { deps } = appWithASurprise(() =>
    app.post(`${ana.mine}/correct`, { given_name: 'Ana', zip: '90210' }),
  );
  await confirm(
    deps,
    { id: ana.id, inboxKey: null, context },
    { shown: null, district: '', replaces: null, now: app.now() },
  );
  const stands = await findSignature(env.DB, ana.id);
  expect(stands).toMatchObject({ state: 'confirmed', zip: '90210', place: 'outside' });
  await expectBalance(app, context);
});

test('two of one inbox who come to different ZIPs at the same moment are never both counted', async () => {
  const app = testApp();
  const context = await openPetition(env.DB);
  const { slug } = context.action;
  const email = `both@${slug}.example`;
  const ana = await confirmedAs(app, slug, person(context, 'Ana', { email }));
  const ben = await signedAs(app, slug, person(context, 'Ben', { email }));
  const { deps } = appWithASurprise(() =>
    app.post(`${ana.mine}/correct`, { given_name: 'Ana', zip: '90210' }),
  );
  const settled = await confirm(
    deps,
    { id: ben.id, inboxKey: null, context },
    { shown: null, district: '', replaces: null, now: app.now() },
  );
  expect(settled).toEqual({ ok: true, value: { state: 'duplicate', reason: 'shared-inbox' } });
  await expectHouseholds(context);
  await expectBalance(app, context);
});

test('of two corrections at the same moment none is lost in silence: both are told of what stands in the end', async () => {
  const { app } = watchedApp();
  const context = await openPetition(env.DB);
  const ana = await confirmedAs(app, context.action.slug, person(context, 'ana'));
  const answers = await Promise.all(
    ['Anna', 'Anne'].map((given_name) =>
      app.post(`${ana.mine}/correct`, { given_name, zip: '28202', show_name: 'yes' }),
    ),
  );
  expect(answers.map((answer) => answer.headers.get('location')?.includes('done=corrected'))).toEqual([
    true,
    true,
  ]);
  await lookAtAll(app.deps, { slug: context.action.slug });
  expect(['Anna', 'Anne']).toContain((await findSignature(env.DB, ana.id))?.shownName);
  await expectBalance(app, context);
});
