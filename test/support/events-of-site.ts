import { findContext } from '../../worker/actions/context.ts';
import { site } from './address.ts';
import { dateFrom } from './calendar.ts';
import { eventKit } from './event-kit.ts';
import { openKit } from './kits.ts';
import { storeSignatures } from './many-signatures.ts';
import { seatAll } from './seats.ts';

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
  return seatAll(site.db, action);
}
