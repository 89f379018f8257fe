import { beforeAll, expect, test } from 'vitest';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { fromBlob } from '../../worker/platform/crypto/bytes.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { testApp } from '../support/app.ts';
import { type Coalition, openCoalition } from '../support/coalition.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db, keyring } = app.deps;
let coalition: Coalition;
let editor: OrganizerClient;

beforeAll(async () => {
  coalition = await openCoalition(db);
  editor = await organizerIn(app, coalition.context.campaign, { role: 'editor', hasPasskey: true });
});

const lastAct = async () =>
  (await runQuery(db, actsQuery(db, coalition.context.campaign.id, { most: 1 })))[0];
const secretIn = (page: string) => /whsec_[\w+/=]+/.exec(page.replaceAll('&#x3D;', '='))?.[0];
const row = (id: string) =>
  db.prepare('SELECT secret, off_at, events FROM webhooks WHERE id = ?').bind(id).first<{
    secret: number[];
    off_at: number | null;
    events: string;
  }>();

test('an editor adds a webhook, tries it, makes a new secret, ends it and undoes that', async () => {
  const added = await editor.post('/webhooks', {
    partner: 'church',
    url: 'https://crm.church.example/hook?key=secret',
    events: 'signature.confirmed',
  });
  const page = await added.text();
  const act = await lastAct();
  const id = act?.subject ?? '';
  expect(act).toMatchObject({
    kind: 'add-webhook',
    after: { partner: 'church', host: 'crm.church.example' },
  });
  const secret = secretIn(page);
  const kept = await row(id);
  expect(kept?.events).toBe('["signature.confirmed"]');
  expect(await keyring.open(`webhook ${id}`, fromBlob(kept?.secret ?? []))).toBe(secret);
  expect(JSON.stringify(act)).not.toContain('whsec');
  const again = await editor.read('/webhooks');
  expect(secretIn(again)).toBeUndefined();
  expect(again).toContain('crm.church.example, of The church');
  expect(again).not.toContain('key=secret');

  expect((await editor.post(`/webhooks/${id}`, { decision: 'try' })).status).toBe(303);
  expect(await db.prepare('SELECT event FROM webhook_deliveries').first('event')).toBe('webhook.test');

  const rotated = secretIn(await (await editor.post(`/webhooks/${id}`, { decision: 'rotate' })).text());
  expect(rotated).not.toBe(secret);
  expect(await keyring.open(`webhook ${id}`, fromBlob((await row(id))?.secret ?? []))).toBe(rotated);

  expect((await editor.post(`/webhooks/${id}`, { decision: 'end' })).status).toBe(303);
  expect((await row(id))?.off_at).not.toBeNull();
  expect(await editor.read('/webhooks')).toContain('Ended Wednesday, November 25, 2026');
  for (const decision of ['end', 'try', 'rotate']) {
    expect((await editor.post(`/webhooks/${id}`, { decision })).status).toBe(409);
  }
  expect((await editor.post(`/acts/${(await lastAct())?.id}/undo`)).status).toBe(303);
  expect((await row(id))?.off_at).toBeNull();
});

test('what cannot be told is refused, and keeps what was typed', async () => {
  const whole = { partner: 'church', url: 'https://crm.church.example/', events: 'threshold.reached' };
  const wrong = await editor.post('/webhooks', { ...whole, url: 'ftp://inside.local/' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="ftp://inside.local/"');
  expect((await editor.post('/webhooks', { ...whole, partner: 'nobody' })).status).toBe(422);
  expect((await editor.post('/webhooks', { ...whole, events: 'all' })).status).toBe(422);
});

test('a webhook of another campaign is none', async () => {
  const other = await openCoalition(db);
  const stranger = await organizerIn(app, other.context.campaign, { role: 'owner', hasPasskey: true });
  const id = await db.prepare('SELECT id FROM webhooks').first<string>('id');
  expect((await stranger.post(`/webhooks/${id}`, { decision: 'end' })).status).toBe(404);
});
