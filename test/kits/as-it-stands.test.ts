import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { closeAction, findLife } from '../../worker/actions/term-store.ts';
import { setEmbedHostsStatement } from '../../worker/campaigns/embed-hosts-store.ts';
import { readAsItStands } from '../../worker/kits/as-it-stands.ts';
import charlotte from '../../worker/kits/charlotte.json';
import { shippedHouse } from '../../worker/main/features.ts';
import { aWednesday } from '../support/app.ts';
import { openKit } from '../support/kits.ts';

const { DB: db } = env;

async function standing() {
  const id = await db.prepare('SELECT id FROM campaigns').first<number>('id');
  return readAsItStands(db, id ?? 0, shippedHouse.kitSections);
}

async function elsewhere(text: string) {
  await reset();
  await applyD1Migrations(db, env.TEST_MIGRATIONS);
  expect(await openKit(db, JSON.parse(text), aWednesday)).toMatchObject({ ok: true });
  return standing();
}

test('Charlotte as it stands is its file, and is byte for byte the same when it was opened elsewhere', async () => {
  expect((await openKit(db, charlotte, aWednesday)).ok).toBe(true);
  const first = await standing();
  expect(first?.json).toEqual(charlotte);
  const second = await elsewhere(first?.text ?? '');
  expect(second?.text === first?.text).toBe(true);
});

test('what people decided elsewhere is in it: a closed petition, the sites that may frame it', async () => {
  const before = await standing();
  const { petitions } = charlotte;
  const slug = petitions[0]?.slug ?? '';
  const life = await findLife(db, slug);
  await closeAction(db, life?.id ?? 0, aWednesday);
  const campaignId = (await db.prepare('SELECT id FROM campaigns').first<number>('id')) ?? 0;
  const { embed } = JSON.parse(
    (await db.prepare('SELECT content FROM campaigns').first<string>('content')) ?? '{}',
  );
  await setEmbedHostsStatement(db, { campaignId, from: embed.hosts, to: ['example.org'] }).run();
  const closed = await standing();
  expect(closed?.text).not.toBe(before?.text);
  expect(closed?.json).toMatchObject({ campaign: { embed: { hosts: ['example.org'] } } });
  const again = await elsewhere(closed?.text ?? '');
  expect(again?.text).toBe(closed?.text);
  expect(await findLife(db, slug)).toMatchObject({ state: 'closed' });
});
