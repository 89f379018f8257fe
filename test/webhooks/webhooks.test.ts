import { env } from 'cloudflare:workers';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, test } from 'vitest';
import { hour, minute, second } from '../../worker/platform/time/clock.ts';
import { claimDue } from '../../worker/webhooks/delivery-store.ts';
import { payloadSchemas } from '../../worker/webhooks/payloads.ts';
import { confirmedAs, dump, signedAs } from '../signatures/support.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { type Coalition, openCoalition, partnerPath } from '../support/coalition.ts';
import { enqueueTest, switchWebhookOff } from '../support/webhooks.ts';
import { deliverAt, deliveriesOf, hasty, listen, secret } from './listening.ts';

const schemas = payloadSchemas(['petition', 'survey']);

let app: TestApp;
let coalition: Coalition;
let slug = '';
let people = 0;

beforeEach(async () => {
  await env.DB.prepare('DELETE FROM webhook_deliveries').run();
  await env.DB.prepare('DELETE FROM webhooks').run();
  app = testApp();
  coalition = await openCoalition(env.DB, { thresholds: [2] });
  slug = coalition.context.action.slug;
});

function person(source: string, more: object = {}) {
  people += 1;
  const given_name = `Person${people}`;
  return {
    given_name,
    family_name: 'Doe',
    email: `p${people}@${slug}.example`,
    zip: '28202',
    source,
    ...more,
  };
}

const confirmBy = (source: string, more?: object) => confirmedAs(app, slug, person(source, more));
const listenAs = (partner: string, ...more: Parameters<typeof listen>[2][]) =>
  listen(app, coalition.partners[partner], ...more);

describe('what a partner is told', () => {
  test('that a signature of its own source counts, by its number and signed by Standard Webhooks', async () => {
    app.setNow(new Date());
    const listener = await listenAs('church');
    await confirmBy('church-form');
    expect(await deliverAt(app)).toEqual({ delivered: 1, again: 0, failed: 0 });
    const [heard, ...more] = await listener.heard();
    expect(more).toEqual([]);
    expect(new Webhook(secret).verify(heard!.body, heard!.headers)).toEqual(heard!.json);
    expect(schemas['signature.confirmed'].strict().parse(heard!.json)).toEqual({
      type: 'signature.confirmed',
      timestamp: app.now().toISOString(),
      data: {
        campaign: coalition.context.campaign.slug,
        petition: slug,
        kind: 'petition',
        source: 'church-form',
        counts: { source: 1, confirmed: 1, as_of: app.now().toISOString() },
      },
    });
    const [row] = await deliveriesOf(listener);
    expect(heard!.headers['webhook-id']).toBe(row!.id);
    expect(row).toMatchObject({
      state: 'delivered',
      attempts: 1,
      last_status: 200,
      last_answer: 'thank you',
    });
  });

  test('nothing of what came by others, or is not confirmed, or came before it listened', async () => {
    await confirmBy('church-form');
    const listener = await listenAs('church', ['signature.confirmed']);
    await confirmBy('clinic-poster');
    await confirmBy('poster');
    await signedAs(app, slug, person('church-form'));
    await deliverAt(app);
    expect(await listener.heard()).toEqual([]);
  });

  test('that a threshold is reached, once and to everybody who listens for it', async () => {
    const [church, club, deaf] = [
      await listenAs('church'),
      await listenAs('club'),
      await listenAs('clinic', ['signature.confirmed']),
    ];
    for (let n = 0; n < 3; n += 1) await confirmBy('poster');
    await deliverAt(app);
    for (const listener of [church, club]) {
      const [heard, ...more] = await listener.heard();
      expect(more).toEqual([]);
      expect(schemas['threshold.reached'].strict().parse(heard?.json).data).toMatchObject({
        petition: slug,
        threshold: 2,
        confirmed: 3,
      });
    }
    expect(await deaf.heard()).toEqual([]);
  });

  test('a test that was asked for; nothing where it is off', async () => {
    const listener = await listenAs('club');
    expect(await enqueueTest(env.DB, listener.id, app.now())).toBe(true);
    await deliverAt(app);
    expect((await listener.heard()).map(({ json }) => json)).toMatchObject([
      { type: 'webhook.test', data: { partner: 'club' } },
    ]);
    await switchWebhookOff(env.DB, listener.id, app.now());
    expect(await enqueueTest(env.DB, listener.id, app.now())).toBe(false);
  });

  test('nothing once it is retired', async () => {
    const listener = await listenAs('church');
    await env.DB.prepare('UPDATE partners SET retired = 1 WHERE id = ?')
      .bind(coalition.partners.church?.id)
      .run();
    await confirmBy('church-form');
    expect(await deliveriesOf(listener)).toEqual([]);
  });
});

describe('the data of the person who signed', () => {
  const supporterOf = async (listener: Awaited<ReturnType<typeof listen>>) =>
    (await listener.heard()).map(({ json }) => json.data.supporter);

  test('is sent if the supporter checked that this partner may write, and is stored in no delivery', async () => {
    const listener = await listenAs('church');
    await listener.script([{ kind: 'echo' }]);
    const ticked = person('church-form', { partner_contact: 'yes' });
    await confirmedAs(app, slug, ticked);
    await deliverAt(app);
    const { given_name, family_name, email, zip } = ticked;
    expect(await supporterOf(listener)).toEqual([{ given_name, family_name, email, zip }]);
    expect((await deliveriesOf(listener))[0]).toMatchObject({ last_status: 200, last_answer: null });
    expect(await dump()).not.toContain(email);
  });

  test('is sent to nobody else: not with the box unchecked, another source, or a source of a partner that does not ask', async () => {
    const [church, clinic] = [await listenAs('church'), await listenAs('clinic')];
    await confirmBy('church-form');
    await confirmBy('clinic-poster', { partner_contact: 'yes' });
    await confirmBy('poster', { partner_contact: 'yes' });
    await deliverAt(app);
    for (const listener of [church, clinic]) {
      const all = await listener.heard();
      expect(all.length).toBeGreaterThan(0);
      expect(JSON.stringify(all)).not.toMatch(/supporter|Person\d|@/);
    }
  });

  test.each(['withdraw', 'erase'])(
    'is no longer sent after they %s, if it was not sent yet',
    async (verb) => {
      const listener = await listenAs('church', ['signature.confirmed']);
      const { mine } = await confirmBy('church-form', { partner_contact: 'yes' });
      await listener.script([{ kind: 'status', status: 500 }]);
      await deliverAt(app);
      await app.post(`${mine}/${verb}`, {});
      await deliverAt(app, aWednesday.getTime() + minute);
      const [first, later] = await supporterOf(listener);
      expect([first === undefined, later]).toEqual([false, undefined]);
    },
  );

  test('is no longer sent once the partner is retired', async () => {
    const listener = await listenAs('church');
    await confirmBy('church-form', { partner_contact: 'yes' });
    await env.DB.prepare('UPDATE partners SET retired = 1 WHERE id = ?')
      .bind(coalition.partners.church?.id)
      .run();
    await deliverAt(app);
    expect(await supporterOf(listener)).toEqual([undefined]);
  });
});

describe('when a delivery fails', () => {
  const waits = [
    5 * second,
    5 * minute,
    30 * minute,
    2 * hour,
    5 * hour,
    10 * hour,
    14 * hour,
    20 * hour,
    24 * hour,
  ];

  test('it comes again under the same id after longer and longer waits, and is given up after the last', async () => {
    const listener = await listenAs('church', ['signature.confirmed']);
    await listener.script({ kind: 'status', status: 500, body: 'out of order' });
    await confirmBy('church-form');
    await deliverAt(app);
    for (const [index, wait] of waits.entries()) {
      const [row] = await deliveriesOf(listener);
      expect(row).toMatchObject({ state: 'waiting', attempts: index + 1, last_status: 500 });
      const waited = row!.due_at - app.now().getTime();
      expect([waited >= wait, waited <= wait * 1.1]).toEqual([true, true]);
      expect(await deliverAt(app, row!.due_at - 1)).toEqual({ delivered: 0, again: 0, failed: 0 });
      await deliverAt(app, row!.due_at);
    }
    expect((await deliveriesOf(listener))[0]).toMatchObject({
      state: 'failed',
      attempts: 10,
      last_answer: 'out of order',
    });
    const heard = await listener.heard();
    expect(heard).toHaveLength(10);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test.each([
    ['an error', { kind: 'status', status: 503 }, 503],
    ['a redirect', { kind: 'status', status: 302, location: '/elsewhere' }, 302],
    ['silence', { kind: 'silence' }, null],
    ['a cut line', { kind: 'cut' }, null],
  ] as const)('%s is no answer, and the next one settles it', async (_what, mood, status) => {
    const listener = await listenAs('church', ['signature.confirmed']);
    await listener.script([mood]);
    await confirmBy('church-form');
    expect(await deliverAt(app, app.now(), mood.kind === 'silence' ? hasty : undefined)).toMatchObject({
      again: 1,
    });
    expect((await deliveriesOf(listener))[0]).toMatchObject({ state: 'waiting', last_status: status });
    expect(await deliverAt(app, aWednesday.getTime() + minute)).toMatchObject({ delivered: 1 });
    expect(await listener.heard()).toHaveLength(2);
  });

  test('a body that never ends holds nothing up', async () => {
    const listener = await listenAs('church', ['signature.confirmed']);
    await listener.script([{ kind: 'dribble' }]);
    await confirmBy('church-form');
    expect(await deliverAt(app, app.now(), { timeout: 2000 })).toMatchObject({ delivered: 1 });
  });

  test('410 switches it off for good', async () => {
    const listener = await listenAs('church', ['signature.confirmed']);
    await listener.script([{ kind: 'status', status: 410 }]);
    await confirmBy('church-form');
    await deliverAt(app);
    await confirmBy('church-form');
    expect(await deliveriesOf(listener)).toMatchObject([{ state: 'failed', last_status: 410 }]);
  });

  test('one that fails rests, is then asked with a single delivery, and gets all of them once it is well', async () => {
    const listener = await listenAs('church', ['signature.confirmed']);
    await listener.script({ kind: 'status', status: 500 });
    for (let n = 0; n < 9; n += 1) await confirmBy('church-form');
    await deliverAt(app);
    await deliverAt(app);
    expect(await listener.heard()).toHaveLength(4);
    await deliverAt(app, aWednesday.getTime() + 6 * second);
    expect(await listener.heard()).toHaveLength(5);
    await listener.script([]);
    expect(await deliverAt(app, aWednesday.getTime() + 10 * minute)).toMatchObject({ delivered: 9 });
    expect(await listener.heard()).toHaveLength(14);
  });

  test('one that is broken keeps nobody else waiting', async () => {
    const [church, clinic] = [await listenAs('church'), await listenAs('clinic')];
    await church.script({ kind: 'silence' });
    await confirmBy('church-form');
    await confirmBy('clinic-poster');
    await deliverAt(app, app.now(), { timeout: 2000 });
    expect(await clinic.heard()).toHaveLength(2);
  });

  test('what could not be tried for four days is given up, and what is long over is forgotten', async () => {
    const listener = await listenAs('church', ['signature.confirmed']);
    await confirmBy('church-form');
    await env.DB.prepare('UPDATE webhooks SET rest_until = ?').bind(9e15).run();
    await app.cron(new Date(aWednesday.getTime() + 97 * hour));
    expect(await deliveriesOf(listener)).toMatchObject([{ state: 'failed', attempts: 0 }]);
    await app.cron(new Date(aWednesday.getTime() + 31 * 24 * hour));
    expect(await deliveriesOf(listener)).toEqual([]);
  });
});

describe('the partner’s page', () => {
  test('shows the host, never the whole address, and what it was told last with its answers', async () => {
    const listener = await listenAs('church', ['signature.confirmed']);
    await listener.script([{ kind: 'status', status: 503, body: 'come <later>' }]);
    await confirmBy('church-form');
    await deliverAt(app);
    const path = await partnerPath(app, coalition.partners.church);
    const page = await (await app.request(path)).text();
    expect(page).toMatch(/signature\.confirmed<\/code>.*Will be tried again.*503 come &lt;later&gt;/);
    expect(page).not.toContain('listener-');
    await switchWebhookOff(env.DB, listener.id, app.now());
    expect(await (await app.request(`${path}?lang=es`)).text()).toContain('(apagado)');
    const other = await (await app.request(await partnerPath(app, coalition.partners.club))).text();
    expect(other).not.toContain('Webhooks');
  });
});

describe('whatever runs how often', () => {
  test('two runs at once send each delivery once', async () => {
    const listener = await listenAs('church', ['signature.confirmed']);
    for (let n = 0; n < 6; n += 1) await confirmBy('church-form');
    await Promise.all([deliverAt(app), deliverAt(app), app.cron(app.now())]);
    const ids = (await listener.heard()).map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
  });

  test('one that died between the claim and the sending comes again when its lease has ended', async () => {
    const listener = await listenAs('church', ['signature.confirmed']);
    await confirmBy('church-form');
    const lease = { now: app.now(), leaseUntil: aWednesday.getTime() + 3 * minute };
    expect(await claimDue(env.DB, [{ webhookId: listener.id, most: 4 }], lease)).toHaveLength(1);
    await deliverAt(app);
    expect(await listener.heard()).toEqual([]);
    await deliverAt(app, lease.leaseUntil);
    expect(await listener.heard()).toHaveLength(1);
  });

  test('confirming again tells nothing again', async () => {
    const listener = await listenAs('church', ['signature.confirmed']);
    const { confirm } = await confirmBy('church-form');
    await app.post(confirm, {});
    expect(await deliveriesOf(listener)).toHaveLength(1);
  });

  test('of a thousand at once one run sends a hundred, wakes the next one, and each is sent once', async () => {
    const listener = await listenAs('church', ['signature.confirmed']);
    const { id } = await confirmBy('church-form');
    await env.DB.prepare(
      `INSERT INTO webhook_deliveries (id, webhook_id, event, ref, state, due_at, created_at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
      SELECT 'storm-' || i, ?1, 'signature.confirmed', ?2 || i, 'waiting', ?3, ?3 FROM n`,
    )
      .bind(listener.id, id, aWednesday.getTime())
      .run();
    await env.DB.prepare(`UPDATE webhook_deliveries SET event = 'webhook.test' WHERE ref <> ?`)
      .bind(id)
      .run();
    const wakes: (number | undefined)[] = [];
    app.deps.wakeOutbox = async (delay) => void wakes.push(delay);
    expect(await deliverAt(app)).toEqual({ delivered: 100, again: 0, failed: 0 });
    expect(wakes).toEqual([0]);
    while (wakes.length > 0) {
      wakes.pop();
      await deliverAt(app);
    }
    const ids = (await listener.heard()).map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([1000, 1000]);
  });
});
