import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { fillDemo } from '../../worker/commands/demo/fill.ts';
import { aWednesday, testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json' with { type: 'json' };
import { openKit } from '../support/kits.ts';

test('the demo fills the campaign through the doors of residents and organizers, once, with people called Demo', async () => {
  const { deps, request } = testApp();
  // After the day on which its services were checked.
  expect(await openKit(deps.db, charlotte, new Date('2026-10-06T12:00:00Z'))).toMatchObject({ ok: true });
  const said: string[] = [];
  const filling = {
    settings: deps.settings,
    now: aWednesday,
    days: 3,
    say: (text: string) => void said.push(text),
  };
  expect(await fillDemo(env.DB, filling)).toMatchObject({ ok: true });
  expect(said).toContain('Day 1 of 3');

  const count = (sql: string) => deps.db.prepare(sql).first<number>('n');
  expect(await count("SELECT count(*) AS n FROM signatures WHERE state = 'confirmed'")).toBeGreaterThan(60);
  expect(await count("SELECT count(*) AS n FROM signatures WHERE state = 'unconfirmed'")).toBeGreaterThan(5);
  expect(await count('SELECT count(*) AS n FROM paper_sheets')).toBe(3);
  // Nobody on paper has the name of somebody online, so no line is a duplicate by chance.
  expect(await count("SELECT count(*) AS n FROM paper_lines WHERE counts_as LIKE 'duplicate%'")).toBe(0);
  expect(await count("SELECT count(*) AS n FROM signatures WHERE reason = 'struck-off'")).toBe(4);
  expect(await count("SELECT count(*) AS n FROM signatures WHERE state = 'withdrawn'")).toBe(3);
  expect(await count("SELECT sum(n) AS n FROM signature_counts WHERE kind = 'struck'")).toBe(4);
  expect(await count("SELECT count(*) AS n FROM signatures WHERE name_look = 'waiting'")).toBeGreaterThan(0);
  expect(
    await count(
      "SELECT count(*) AS n FROM signatures WHERE shown_name IS NOT NULL AND shown_name NOT LIKE '%-Demo'",
    ),
  ).toBe(0);
  expect(await count("SELECT count(*) AS n FROM signatures WHERE language = 'es'")).toBeGreaterThan(5);
  // Some press at once and others later.
  const delays =
    'SELECT count(DISTINCT confirmed_at - received_at) AS n FROM signatures WHERE confirmed_at IS NOT NULL';
  expect(await count(delays)).toBeGreaterThan(3);
  // The local mailbox says what a mail service would, so that the console's page of mails has figures.
  const delivered = await count('SELECT sum(delivered) AS n FROM mail_days');
  expect(delivered).toBeGreaterThan(60);
  expect(delivered).toBe(await count('SELECT sum(sent) AS n FROM mail_days'));
  const stories = await (await request('/campaigns/arrest-the-trafficker/stories')).text();
  expect(stories).toContain('Example: this text was invented for a demonstration.');
  // A shift is full and one person waits, a summit has its program, and a hearing its helper; all of them say what they are.
  const { results: seats } = await deps.db
    .prepare(`SELECT actions.slug || ' ' || event_slots.slug AS time, taken, waiting
      FROM event_slots JOIN actions ON actions.id = action_id WHERE taken > 0 ORDER BY 1`)
    .all();
  expect(seats).toEqual([
    { time: 'example-hearing evening', taken: 1, waiting: 0 },
    { time: 'example-shift morning', taken: 3, waiting: 1 },
    { time: 'example-summit day', taken: 2, waiting: 0 },
  ]);
  for (const event of ['shift', 'summit', 'hearing']) {
    const html = await (await request(`/events/example-${event}`)).text();
    expect(html).toContain('This event is an invented example');
    expect(html).toContain('<h1>Example: ');
  }
  expect((await request('/events/example-summit/program')).status).toBe(200);
  expect((await request('/events/example-hearing/speak')).status).toBe(200);
  expect(await fillDemo(env.DB, filling)).toMatchObject({
    ok: false,
    error: expect.stringContaining('there already'),
  });
});
