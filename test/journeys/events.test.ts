import { expect, test } from 'vitest';
import { type ConfirmSubject, linkToken } from '../../worker/signatures/links.ts';
import { site } from '../support/address.ts';
import { openOwnEvent } from '../support/own-kit.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { countsOf, freshEmail, leadsTo, press, read, send, sendJson } from '../support/visitor.ts';

const racing = 200;
const places = 30;

/** In waves, so that no more sockets are open than a browser of each would have. */
async function all<Given, Made>(of: readonly Given[], make: (one: Given) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < of.length; from += 50)
    made.push(...(await Promise.all(of.slice(from, from + 50).map(make))));
  return made;
}

type Row = { id: string; seat: string; number: number };

async function lineOf(slug: string): Promise<Row[]> {
  const { results } = await site.db
    .prepare(
      `SELECT signature_id AS id, seat, number FROM sign_ups
      WHERE action_id = (SELECT id FROM actions WHERE slug = ?) AND seat <> 'none' ORDER BY number`,
    )
    .bind(slug)
    .all<Row>();
  return results;
}

/** The paths that were mailed. Looking for 200 mails in the mailbox takes too long. */
async function linksOfAll(slug: string, purpose: 'confirm' | 'my') {
  const { results } = await site.db
    .prepare(
      `SELECT id, action_id AS actionId, lower(hex(inbox_key)) AS inboxKey, link_generation AS linkGeneration
      FROM signatures WHERE action_id = (SELECT id FROM actions WHERE slug = ?)`,
    )
    .bind(slug)
    .all<ConfirmSubject>();
  return all(results, async (subject) => {
    return { id: subject.id, path: `/${purpose}/${await linkToken(siteKeyring(), purpose, subject)}` };
  });
}

test('200 people race for 30 places: 30 have one, the rest wait in order, and the next moves up, told once', async () => {
  const slug = await openOwnEvent('race', {
    times: [{ slug: 'first', starts: '2099-01-14T18:00', ends: '2099-01-14T20:00', capacity: places }],
  });
  const people = Array.from({ length: racing }, (_, n) => freshEmail(`racer-${n}`));
  const sent = await all(people, (email) =>
    sendJson(`/api/v1/events/${slug}/sign-ups`, { given_name: 'Ana', email, zip: '28202', slot: 'first' }),
  );
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([202]));
  const links = await linksOfAll(slug, 'confirm');
  expect(links).toHaveLength(racing);
  // All at once.
  const pressed = await Promise.all(links.map(({ path }) => press(path)));
  expect(new Set(pressed.map(({ status }) => status))).toEqual(new Set([303]));
  expect(leadsTo(pressed[0] as Response)).toContain(`/events/${slug}/thank-you`);

  const line = await lineOf(slug);
  expect(line.map(({ number }) => number)).toEqual(Array.from({ length: racing }, (_, n) => n + 1));
  expect(line.map(({ seat }) => seat)).toEqual(
    Array.from({ length: racing }, (_, n) => (n < places ? 'has' : 'waits')),
  );
  expect(await countsOf(slug)).toMatchObject({ received: racing, confirmed: racing, unconfirmed: 0 });

  // One of those with a place cancels, twice.
  const own = await linksOfAll(slug, 'my');
  const pathOf = (number: number) => own.find(({ id }) => id === line[number - 1]?.id)?.path ?? '';
  expect(await read(pathOf(1))).toContain('You have a place.');
  expect(await read(pathOf(places + 1))).toContain('You are next on the waiting list.');
  expect(await read(pathOf(places + 3))).toContain('You are on the waiting list. 2 before you.');
  for (const _ of [1, 2]) await send(`${pathOf(1)}/withdraw`);
  const after = await lineOf(slug);
  expect(after.filter(({ seat }) => seat === 'has')).toHaveLength(places);
  expect(after[places - 1]).toMatchObject({ number: places + 1, seat: 'has' });
  expect(await read(pathOf(places + 1))).toContain('You have a place.');
  expect(await read(pathOf(places + 2))).toContain('You are next on the waiting list.');
  const told = await site.db.prepare("SELECT ref, kind FROM outbox WHERE kind LIKE 'event-moved-up:%'").all();
  expect(told.results).toEqual([{ ref: after[places - 1]?.id, kind: `event-moved-up:first.${places + 1}` }]);
});
