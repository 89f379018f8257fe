import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { findContext } from '../../worker/actions/context.ts';
import { goOnAtOnce } from '../../worker/mailings/go-on.ts';
import { takeEvent } from '../../worker/platform/mail/events.ts';
import { textOf } from '../responses/support.ts';
import { confirmedAs } from '../signatures/support.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { readerOf, storeReaders } from '../support/readers.ts';
import { countedBy, draftBy, seenIn, statesOf } from './support.ts';

const app = testApp();

async function campaignWith(petitions = 1) {
  app.setNow('2026-11-25T15:00:00Z');
  const context = await openPetition(env.DB, { petitions });
  const owner = await organizerIn(app, context.campaign, { role: 'owner', hasPasskey: true });
  return { context, owner };
}

/** With the passkey shown just now, as the clock has moved. */
const again = (context: ActionContext) =>
  organizerIn(app, context.campaign, { role: 'editor', hasPasskey: true });

async function send(owner: OrganizerClient, path: string, seen: string) {
  const sent = await owner.post(`${path}/send`, { decision: 'send', seen });
  expect(sent.status).toBe(303);
}

const idOf = (path: string) => Number(path.split('/').at(-1));

async function mailed(path: string): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT ref FROM outbox WHERE mailing_id = ? AND state NOT IN ('waiting', 'cancelled') ORDER BY ref",
  )
    .bind(idOf(path))
    .all<{ ref: string }>();
  return results.map(({ ref }) => ref);
}

test('500 people, paused at 200, stopped for those who unsubscribe meanwhile, resumed: each of the rest is mailed once', async () => {
  const { context, owner } = await campaignWith();
  await storeReaders(app, context, { n: 250, prefix: 'en' });
  await storeReaders(app, context, { n: 250, prefix: 'es', language: 'es' });
  await storeReaders(app, context, { n: 20, prefix: 'not', wants: false });
  const path = await draftBy(owner);
  const seen = await countedBy(owner, path);
  expect(textOf(await owner.read(path))).toContain('500 people get it.');

  // The first hundred are in the outbox when the page comes back; the next follow once they are sent.
  await send(owner, path, seen);
  await app.mailTo('nobody@example.org');
  await goOnAtOnce(app.deps, idOf(path), app.now());
  await app.mailTo('nobody@example.org');
  expect(await statesOf(path)).toEqual({ sent: 200 });
  const half = await owner.read(path);
  expect(textOf(half)).toContain('200 of 500 sent.');
  expect((await owner.post(`${path}/stop`, { decision: 'pause', seen: seenIn(half) })).status).toBe(303);

  // Nothing goes while it is paused, whatever runs.
  await app.cron('2026-11-25T15:15:00Z');
  await app.cron('2026-11-25T15:15:00Z');
  expect(await statesOf(path)).toEqual({ sent: 200 });
  const before = new Set(await mailed(path));
  const rest = [...Array(250).keys()].flatMap((n) => [readerOf('en', n + 1), readerOf('es', n + 1)]);
  const leaving = rest.filter(({ id }) => !before.has(id)).slice(0, 30);
  const [{ text: mailText } = { text: '' }] = await app.mailTo(
    rest.find(({ id }) => before.has(id))?.email ?? '',
  );
  expect(mailText).toMatch(/\/my\/[\w-]+\/news\?lang=(en|es)&mail=\d+/);
  await env.DB.prepare('UPDATE signatures SET keep_informed = 0 WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(leaving.map(({ id }) => id)))
    .run();

  const paused = await owner.read(path);
  expect(textOf(paused)).toContain('Paused. 200 of 500 sent.');
  const resumed = { decision: 'resume', seen: seenIn(paused) };
  // A passkey that was shown too long ago is asked for again.
  expect((await owner.post(`${path}/send`, resumed)).status).toBe(403);
  const editor = await again(context);
  const both = await Promise.all([
    editor.post(`${path}/send`, resumed),
    editor.post(`${path}/send`, resumed),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  // Cron twice at one time.
  await Promise.all([app.cron('2026-11-25T15:30:00Z'), app.cron('2026-11-25T15:30:00Z')]);
  await app.cron('2026-11-25T15:45:00Z');
  expect(await statesOf(path)).toEqual({ sent: 470 });
  expect(await mailed(path)).toEqual(
    rest
      .map(({ id }) => id)
      .filter((id) => !leaving.some((one) => one.id === id))
      .sort(),
  );
  const done = textOf(await owner.read(path));
  expect(done).toContain('Left before their turn 30');
  expect(done).toContain('Sent 470');

  const last = await env.DB.prepare(
    "SELECT ref FROM outbox WHERE mailing_id = ? AND ref GLOB 'es*' ORDER BY rowid DESC LIMIT 1",
  )
    .bind(idOf(path))
    .first<string>('ref');
  const [mail] = await app.mailTo(rest.find(({ id }) => id === last)?.email ?? '');
  expect(mail?.subject).toBe('La votación es el 14 de junio');
  expect(mail?.html).toContain('<strong>audiencia</strong>');
  expect(mail?.text).toContain('el orden del día (https://example.org/agenda)');
});

test('who has signed two petitions by one address gets it once, and stops it for both with one press', async () => {
  const { context, owner } = await campaignWith(2);
  const other = (await findContext(env.DB, `${context.action.slug}-2`)) as ActionContext;
  const slugs = [context.action.slug, other.action.slug];
  const person = {
    given_name: 'Eva',
    family_name: 'Diaz',
    zip: '28202',
    email: `eva@${slugs[0]}.example`,
    keep_informed: 'yes',
  };
  const mine = await confirmedAs(app, slugs[0]!, person);
  await confirmedAs(app, slugs[1]!, person);
  const path = await draftBy(owner);
  const seen = await countedBy(owner, path);
  expect(textOf(await owner.read(path))).toContain('One person gets it.');
  await send(owner, path, seen);
  await app.cron('2026-11-25T15:15:00Z');
  expect(await statesOf(path)).toEqual({ sent: 1 });
  const [mail] = await app.mailTo(person.email);
  const link = mail?.links.find((one) => one.includes('/news')) ?? '';
  const { pathname, search } = new URL(link);
  const page = textOf(await (await app.request(pathname + search)).text());
  expect(page).toContain('Stop the news');
  expect(page).toContain('Or choose');
  expect(await (await app.post(pathname + search, { 'List-Unsubscribe': 'One-Click' })).text()).toBe('OK');
  // A second press is success, and counts nobody twice.
  await app.post(pathname + search, { 'List-Unsubscribe': 'One-Click' });
  expect(textOf(await (await app.request(pathname + search)).text())).toContain('You get no news');
  expect(textOf(await owner.read(path))).toContain('Stopped the news by it 1');
  const wanting = await env.DB.prepare(
    'SELECT count(*) AS n FROM signatures WHERE keep_informed = 1 AND action_id IN (?, ?)',
  )
    .bind(context.action.id, other.action.id)
    .first<number>('n');
  expect(wanting).toBe(0);
  await app.post(`${mine.mine}/news`, { decision: 'choose', wanted: slugs[1]! });
  const again = await (await app.request(`${mine.mine}/news`)).text();
  expect(again.match(/value="([^"]+)" checked/g)).toEqual([`value="${slugs[1]}" checked`]);
});

test.for([
  ['bounced', 6, 'more than 5% of the mails came back', { suppresses: 'bounced' }],
  ['complained', 3, 'more than 0.2% of the people called it spam', { suppresses: 'complained' }],
] as const)(
  'too many that were %s pause it, with the reason, and it goes on when somebody says so',
  async ([state, n, why, event]) => {
    const { context, owner } = await campaignWith();
    await storeReaders(app, context, { n: 250, prefix: state.slice(0, 4) });
    const path = await draftBy(owner);
    await send(owner, path, await countedBy(owner, path));
    await app.mailTo('nobody@example.org');
    const { results } = await env.DB.prepare(
      "SELECT id FROM outbox WHERE mailing_id = ? AND state = 'sent' LIMIT ?",
    )
      .bind(idOf(path), n)
      .all<{ id: string }>();
    const report = (id: string) =>
      takeEvent(
        app.deps,
        {
          providerId: `re_${id}`,
          outboxId: id,
          to: [`${id.toLowerCase()}@gone.example`],
          state,
          error: null,
          isDelayed: false,
          ...event,
        },
        { now: app.now(), bounced: async () => {} },
      );
    // A webhook that is repeated counts once.
    for (const { id } of results) for (const _ of [1, 2]) await report(id);
    await app.cron('2026-11-25T15:15:00Z');
    await app.cron('2026-11-25T15:30:00Z');
    expect((await mailed(path)).length).toBe(100);
    const page = await owner.read(path);
    expect(textOf(page)).toContain(why);
    expect(textOf(await owner.read(''))).toContain('1 mail to supporters was paused by itself');
    expect(
      (await (await again(context)).post(`${path}/send`, { decision: 'resume', seen: seenIn(page) })).status,
    ).toBe(303);
    await app.cron('2026-11-25T15:45:00Z');
    expect((await mailed(path)).length).toBe(250);
    expect(textOf(await owner.read(''))).not.toContain('paused by itself');
  },
);

test('what is in the outbox when it is paused or stopped waits, and a stop can be undone for a day', async () => {
  const { context, owner } = await campaignWith();
  await storeReaders(app, context, { n: 150, prefix: 'held' });
  const path = await draftBy(owner);
  await send(owner, path, await countedBy(owner, path));
  expect(await statesOf(path)).toEqual({ waiting: 100 });
  const page = await owner.read(path);
  const stopped = await owner.post(`${path}/stop`, { decision: 'stop', seen: seenIn(page) });
  await app.cron('2026-11-25T15:15:00Z');
  expect(await statesOf(path)).toEqual({ waiting: 100 });
  expect(textOf(await owner.read(path))).toContain('Stopped. Who had not got it gets nothing.');
  const act = /done=(\w+)/.exec(stopped.headers.get('location') ?? '')?.[1];
  expect((await owner.post(`/acts/${act}/undo`, { back: '' })).status).toBe(303);
  const paused = await owner.read(path);
  expect(textOf(paused)).toContain('Paused.');
  await (await again(context)).post(`${path}/send`, { decision: 'resume', seen: seenIn(paused) });
  await app.cron('2026-11-25T15:30:00Z');
  expect(await statesOf(path)).toEqual({ sent: 150 });
  await app.cron('2026-11-25T15:45:00Z');
  const left = await env.DB.prepare('SELECT count(*) AS n FROM mailing_people WHERE mailing_id = ?')
    .bind(idOf(path))
    .first<number>('n');
  expect(left).toBe(0);
});

test('a stop that nobody undoes cancels what waits and deletes the list after a day', async () => {
  const { context, owner } = await campaignWith();
  await storeReaders(app, context, { n: 150, prefix: 'stop' });
  const path = await draftBy(owner);
  await send(owner, path, await countedBy(owner, path));
  await owner.post(`${path}/stop`, { decision: 'stop', seen: seenIn(await owner.read(path)) });
  await app.cron('2026-11-26T16:00:00Z');
  expect(await statesOf(path)).toEqual({ cancelled: 100 });
});

test('it goes by itself at its time on the city’s clock, and not before', async () => {
  const { context, owner } = await campaignWith();
  await storeReaders(app, context, { n: 3, prefix: 'time' });
  const path = await draftBy(owner);
  const seen = await countedBy(owner, path);
  for (const at of ['', 'tomorrow', '2026-11-25T09:59', '2027-03-01T10:00']) {
    const wrong = await owner.post(`${path}/send`, { decision: 'schedule', seen, at });
    expect(wrong.status).toBe(422);
    expect(textOf(await wrong.text())).toContain('Give a day and an hour');
  }
  const scheduled = await owner.post(`${path}/send`, { decision: 'schedule', seen, at: '2026-11-25T12:00' });
  expect(scheduled.status).toBe(303);
  expect(textOf(await owner.read(path))).toContain(
    'It goes out on Wednesday, November 25, 2026, 12:00 pm Eastern Time.',
  );
  await app.cron('2026-11-25T16:59:00Z');
  expect(await statesOf(path)).toEqual({});
  await app.cron('2026-11-25T17:00:00Z');
  expect(await statesOf(path)).toEqual({ sent: 3 });
});
