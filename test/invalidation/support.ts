import { env } from 'cloudflare:workers';
import type { ActionContext } from '../../worker/actions/context.ts';
import { goOnWithInvalidations } from '../../worker/invalidation/go-on.ts';
import { findInvalidation } from '../../worker/invalidation/store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import type { TestApp } from '../support/app.ts';
import type { OrganizerClient } from '../support/organizer.ts';

/** Rows as they are after signing and confirming, without the work of it. */
export async function storeSignatures(
  { action }: Pick<ActionContext, 'action'>,
  given: {
    n: number;
    at: Date;
    state?: 'confirmed' | 'unconfirmed';
    source?: string;
    place?: string;
    connection?: string;
    domain?: string;
    prefix: string;
  },
): Promise<void> {
  const {
    n,
    at,
    state = 'confirmed',
    source = 'direct',
    place = '1',
    connection = null,
    domain = null,
    prefix,
  } = given;
  const numbers = `(WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?1)
    SELECT i FROM numbers)`;
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO signatures (id, action_id, text_version, state, person_key, inbox_key, name_zip_key, place, zip, source,
        language, keep_informed, sealed, received_at, changed_at, changed_week, due_at, connection_key, domain_key, name_key)
      SELECT printf('%s%0' || (22 - length(?8)) || 'd', ?8, i), ?2, 1, 'unconfirmed', randomblob(16), randomblob(16),
        randomblob(16), ?3, '28202', ?4, 'en', 0, x'00', ?5 + i * 1000, ?5, '2026-W48', ?5 + 172800000, unhex(?6),
        unhex(?7), randomblob(16)
      FROM ${numbers}`,
    ).bind(n, action.id, place, source, at.getTime(), connection, domain, prefix),
    ...(state === 'confirmed'
      ? [
          env.DB.prepare(
            `UPDATE signatures SET state = 'confirmed', inbox_slot = 1, receipt = randomblob(16), due_at = NULL,
              confirmed_at = received_at, confirmed_on = '2026-11-25', confirmed_week = '2026-W48'
            WHERE action_id = ?1 AND state = 'unconfirmed' AND source = ?2 AND changed_at = ?3 AND connection_key IS unhex(?4)`,
          ).bind(action.id, source, at.getTime(), connection),
        ]
      : []),
  ]);
}

/** As the queue does: a piece, a pause, a piece, until there is nothing left to do. */
export async function workOff(app: TestApp, { pieces = 1000 } = {}): Promise<void> {
  for (let piece = 0; piece < pieces; piece += 1) {
    app.setNow(new Date(app.now().getTime() + 1000));
    const due = await env.DB.prepare('SELECT 1 FROM invalidations WHERE next_at IS NOT NULL').first();
    if (!due) return;
    await goOnWithInvalidations(app.deps, app.now(), shippedHouse.hooks);
  }
}

export const idIn = (response: Response) =>
  /invalidations\/([0-9A-Z]{26})/.exec(response.headers.get('location') ?? '')?.[1] ?? '';

/** Counts by the form, and goes on until it is counted. */
export async function counted(
  app: TestApp,
  client: OrganizerClient,
  fields: Record<string, string>,
): Promise<string> {
  const answer = await client.post('/invalidations', fields);
  const id = idIn(answer);
  if (id === '') throw new Error(`${answer.status} ${await answer.text()}`);
  await workOff(app);
  return id;
}

export async function stateOf(id: string) {
  return (await findInvalidation(env.DB, id))?.state;
}

/** Presses a button of the page on which it is decided, as it is shown now. */
export async function decide(
  client: OrganizerClient,
  id: string,
  fields: Record<string, string>,
): Promise<Response> {
  const page = await client.read(`/invalidations/${id}/decide`);
  const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '';
  return client.post(`/invalidations/${id}/decide`, { seen, ...fields });
}

export async function undo(client: OrganizerClient, id: string): Promise<Response> {
  const page = await client.read(`/invalidations/${id}/undo`);
  const path = /action="([^"]*\/acts\/[^"]*\/undo)"/.exec(page)?.[1] ?? '';
  return client.post(path, { back: '' });
}

export async function states(actionId: number): Promise<Record<string, number>> {
  const { results } = await env.DB.prepare(
    'SELECT state, count(*) AS n FROM signatures WHERE action_id = ? GROUP BY state ORDER BY state',
  )
    .bind(actionId)
    .all<{ state: string; n: number }>();
  return Object.fromEntries(results.map(({ state, n }) => [state, n]));
}
