import { env } from 'cloudflare:workers';
import { beforeEach, expect, inject, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { parseCheckpoint } from '../../worker/statements/rules/checkpoint.ts';
import { findSignature, parseVerifierKey } from '../../worker/statements/rules/notes.ts';
import { askWitnesses } from '../../worker/statements/witnesses.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking } from '../digests/stored.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';

const making = digestMaking();
const make = (at: string) => makeDueDigests(making, new Date(at));
const witness = inject('witness');
const app = testApp({ logWitnesses: [witness] });
const ask = () => askWitnesses(app.deps);
const seen = async () => (await fetch(`${witness.url}/seen`)).json<string[]>();

beforeEach(() => stopEarlierDigests(env.DB));

async function isCosigned(): Promise<boolean> {
  const signed = parseCheckpoint(await (await app.request('/log/checkpoint')).text());
  const key = parseVerifierKey(witness.vkey);
  return signed !== null && key !== null && (await findSignature(signed.note, key)) !== null;
}

test('a witness cosigns each head once, and the cosignature stands in the checkpoint', async () => {
  const { action } = await campaignOfAugust();
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await make('2026-09-07T11:00:00Z');
  expect(await isCosigned()).toBe(false);
  await ask();
  expect(await isCosigned()).toBe(true);
  const asked = (await seen()).length;
  await ask();
  expect(await seen()).toHaveLength(asked);

  await make('2026-09-14T11:00:00Z');
  expect(await isCosigned()).toBe(false);
  await ask();
  expect(await isCosigned()).toBe(true);
});

test('a witness that knows another size than we remember says so, and is asked again with its own', async () => {
  const { action } = await campaignOfAugust();
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await fetch(`${witness.url}/forget`);
  await make('2026-09-07T11:00:00Z');
  const before = (await seen()).length;
  await ask();
  expect((await seen()).slice(before)).toHaveLength(2);
  expect((await seen()).at(-1)).toMatch(/^old 0 new /);
  expect(await isCosigned()).toBe(true);
});

test('a log that was changed after the witness had cosigned it gets no cosignature', async () => {
  const { action } = await campaignOfAugust();
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await make('2026-09-07T11:00:00Z');
  await ask();
  // The last leaf of the log is another one now, and every head after it is signed as if it had always been.
  const size = await env.DB.prepare('SELECT max(size) AS size FROM log_heads').first<number>('size');
  const tile = env.DB.prepare(
    'UPDATE tree_tiles SET bytes = unhex(?1) WHERE tree = 0 AND level = 0 AND idx = ?2',
  );
  const index = Math.floor(((size ?? 1) - 1) / 256);
  const hex = await env.DB.prepare(
    'SELECT hex(bytes) AS hex FROM tree_tiles WHERE tree = 0 AND level = 0 AND idx = ?',
  )
    .bind(index)
    .first<string>('hex');
  await tile.bind(`${hex?.slice(0, -64)}${'ab'.repeat(32)}`, index).run();
  await make('2026-09-14T11:00:00Z');
  await expect(ask()).rejects.toThrow();
  expect(await isCosigned()).toBe(false);
  await tile.bind(hex, index).run();
});
