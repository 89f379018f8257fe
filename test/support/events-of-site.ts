import { findContext } from '../../worker/actions/context.ts';
import { site } from './address.ts';
import { dateFrom } from './calendar.ts';
import { eventKit } from './event-kit.ts';
import { openKit } from './kits.ts';
import { storeSignatures } from './many-signatures.ts';

/**
 * Opens a campaign with an event of next week on the shared server. `name` becomes a slug that no other test may use.
 */
export async function openEventOnSite(
  name: string,
  {
    event = {},
    kit = {},
    daysAway = 7,
  }: { event?: Record<string, unknown>; kit?: Record<string, unknown>; daysAway?: number } = {},
) {
  const at = new Date();
  const on = dateFrom(at, daysAway);
  const slug = `${name}-event`;
  const whole = {
    ...eventKit({
      opensOn: dateFrom(at, -60),
      closesOn: dateFrom(at, 200),
      event: {
        slug,
        opens_on: dateFrom(at, -30),
        times: [
          { slug: 'first', starts: `${on}T10:00`, ends: `${on}T12:00`, capacity: 30 },
          { slug: 'second', starts: `${on}T14:00`, ends: `${on}T16:00`, capacity: 30 },
        ],
        ...event,
      },
    }),
    ...kit,
  };
  const named = JSON.parse(JSON.stringify(whole).replaceAll(whole.city.slug, name));
  const opened = await openKit(site.db, named, at);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const context = await findContext(site.db, slug);
  if (!context) throw new Error('the event was not opened');
  return context;
}

/** So many people who have a place at the first time, and their codes. */
export async function storeSignUps(action: { id: number }, n: number): Promise<string[]> {
  await storeSignatures(site.db, action, { n, at: new Date(), prefix: `0000000EV${action.id}X` });
  await site.db.batch([
    site.db
      .prepare(
        `INSERT INTO sign_ups (signature_id, action_id, slot, seat, number, changed_at)
        SELECT id, action_id, 'first', 'has', row_number() OVER (ORDER BY id), received_at
        FROM signatures WHERE action_id = ?`,
      )
      .bind(action.id),
    site.db
      .prepare("UPDATE event_slots SET taken = ?2 WHERE action_id = ?1 AND slug = 'first'")
      .bind(action.id, n),
  ]);
  const { results } = await site.db
    .prepare('SELECT code FROM door_codes WHERE action_id = ? ORDER BY code')
    .bind(action.id)
    .all<{ code: string }>();
  return results.map(({ code }) => code);
}
