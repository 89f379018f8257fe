import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { makeSignatureId } from '../../worker/signatures/keys.ts';
import { openPerson } from '../../worker/signatures/sealing.ts';
import { findSignature } from '../../worker/signatures/store.ts';
import { parseSubmission } from '../../worker/signatures/submission-rules.ts';
import type { TestApp } from '../support/app.ts';
import { press } from '../support/press.ts';
import { type Act, inboxes, names, sources, streets, zips } from './acts.ts';
import { pathOfLink } from './support.ts';

type Sign = Extract<Act, { act: 'sign' }>;
type Change = Exclude<Act, { act: 'sign' | 'wait' }>;
type Done = { act: Change; id: string; status: number; location: string };

/** Performs all acts at the same time, and compares everybody's answer with what is stored afterwards. */
export async function performAtOnce(
  app: TestApp,
  context: ActionContext,
  acts: Act[],
  wave: number,
): Promise<void> {
  const ids = await idsOf(context);
  const done: Done[] = [];
  await Promise.all(
    acts.map(async (act, n) => {
      if (act.act === 'wait') return;
      if (act.act === 'sign')
        return signAs(app, context, act, `a-token-of-wave-${act.again ? 0 : wave}-${n % 4}`);
      const id = ids[act.which % Math.max(ids.length, 1)];
      if (id !== undefined) done.push({ act, id, ...(await change(app, id, act)) });
    }),
  );
  for (const [id, about] of Map.groupBy(done, (one) => one.id)) {
    await expectTold(app, id, about, { nobodyErased: !done.some(({ act }) => act.act === 'erase') });
  }
}

async function idsOf({ action: petition }: ActionContext): Promise<string[]> {
  const { results } = await env.DB.prepare('SELECT id FROM signatures WHERE action_id = ? ORDER BY id')
    .bind(petition.id)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

async function signAs(
  app: TestApp,
  { action: petition }: ActionContext,
  act: Sign,
  form_token: string,
): Promise<void> {
  const body = {
    given_name: names[act.name],
    email: inboxes[act.inbox],
    zip: zips[act.zip],
    street: streets[act.street],
    source: sources[act.source],
  };
  const signed = await app.postJson(`/api/v1/petitions/${petition.slug}/signatures`, { ...body, form_token });
  expect(signed.status).toBe(202);
  const submission = parseSubmission(body);
  if (!submission.ok) throw new Error('not what people send');
  const id = await makeSignatureId(app.deps.keyring, petition.id, form_token, submission.value);
  const stored = await env.DB.prepare(
    `SELECT (SELECT count(*) FROM signatures WHERE id = ?1 AND action_id = ?2) AS signatures,
      (SELECT count(*) FROM outbox WHERE ref = ?1 AND kind = 'confirm') AS mails`,
  )
    .bind(id, petition.id)
    .first<{ signatures: number; mails: number }>();
  expect(stored?.signatures).toBe(1);
  // An address gets at most five mails, so there may be none.
  expect(stored?.mails).toBeLessThanOrEqual(1);
}

async function change(app: TestApp, id: string, act: Change) {
  if (act.act === 'invalidate') return { status: 303, location: '' };
  const isConfirm = act.act === 'confirm';
  const link = await pathOfLink(app, isConfirm ? 'confirm' : 'my', id);
  const fields = act.act === 'correct' ? correctionOf(act) : {};
  const response = await (isConfirm ? press(app, link) : app.post(`${link}/${act.act}`, fields));
  expect(response.status).toBeLessThan(500);
  return { status: response.status, location: response.headers.get('location') ?? '' };
}

function correctionOf(act: Extract<Act, { act: 'correct' }>): Record<string, string> {
  return { given_name: names[act.name] ?? '', zip: zips[act.zip] ?? '' };
}

/** Checks that what the people were told about one signature is true. */
async function expectTold(
  app: TestApp,
  id: string,
  done: Done[],
  { nobodyErased }: { nobodyErased: boolean },
) {
  const stands = await findSignature(env.DB, id);
  const person = stands && (await openPerson(app.deps.keyring, stands));
  const told = (verb: string, location: string) =>
    done.some(({ act, ...one }) => act.act === verb && one.location.includes(location));
  if (told('erase', 'done=erased')) expect(stands?.erasedAt).not.toBeNull();
  if (told('withdraw', 'done=withdrawn')) expect(stands?.state).toBe('withdrawn');
  if (done.length > 1 || !nobodyErased || !stands) return;
  if (told('confirm', 'thank-you')) {
    expect(stands.state === 'confirmed' || stands.reason === 'same-person').toBe(true);
  }
  const corrected = done.find(
    ({ act, location }) => act.act === 'correct' && location.includes('done=corrected'),
  );
  if (corrected?.act.act === 'correct') {
    expect(person?.givenName).toBe(correctionOf(corrected.act).given_name?.trim());
    expect(stands.zip).toBe(correctionOf(corrected.act).zip);
  }
}

/** Confirmed signatures of one inbox share their ZIP and are at most two, and each place matches its ZIP. */
export async function expectHouseholds({ action: petition }: ActionContext): Promise<void> {
  const { results } = await env.DB.prepare(
    `SELECT hex(inbox_key) FROM signatures WHERE action_id = ? AND state = 'confirmed'
    GROUP BY inbox_key HAVING count(DISTINCT zip) > 1 OR count(*) > 2`,
  )
    .bind(petition.id)
    .all();
  expect(results).toEqual([]);
  const misplaced = await env.DB.prepare(
    `SELECT place, zip FROM signatures WHERE action_id = ? AND zip IS NOT NULL
      AND place <> CASE zip WHEN '28202' THEN '1' WHEN '28205' THEN 'unknown' ELSE 'outside' END`,
  )
    .bind(petition.id)
    .all();
  expect(misplaced.results).toEqual([]);
}
