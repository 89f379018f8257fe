import { env } from 'cloudflare:workers';
import { goOnWithInvalidations } from '../../worker/invalidation/go-on.ts';
import { findInvalidation } from '../../worker/invalidation/store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import type { TestApp } from '../support/app.ts';
import type { OrganizerClient } from '../support/organizer.ts';

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
