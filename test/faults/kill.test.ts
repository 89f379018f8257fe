import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../worker/commands/wrangler-config.ts';
import { isBalanced } from '../bench/audit.ts';
import { type Bundles, buildBundles } from '../bench/build.ts';
import { keyringOf } from '../bench/people.ts';
import { makeTemplate } from '../bench/template.ts';
import { auditRemains, startMortal } from './mortal-server.ts';
import { createSigners, type Signers } from './signers.ts';

/** FAULTS=long is for a machine with time to spare. */
const kills = process.env.FAULTS === 'long' ? 40 : 3;
const atOnce = 48;

const dir = mkdtempSync(join(tmpdir(), 'undersigned-kill-'));
const stateDir = join(dir, 'state');
let bundles: Bundles;

beforeAll(async () => {
  bundles = await buildBundles();
  await makeTemplate(bundles, stateDir);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** How many acknowledgments to wait for before the next kill, from the very first ones up to full load. */
const lifeOf = (turn: number) => 10 + ((turn * 397) % 240);

/** `gaveUp` fires if the test runs out of time. A load that continued would keep the test runner alive. */
async function rushUntilKilled(signers: Signers, acknowledged: number, gaveUp: AbortSignal): Promise<void> {
  const server = await startMortal(bundles, stateDir);
  const rush = new AbortController();
  const { signed, confirmed } = signers.promised;
  const enough = signed.size + confirmed.size + acknowledged;
  const over = signers.run(server.url, atOnce, rush.signal);
  while (signed.size + confirmed.size < enough && !gaveUp.aborted) await sleep(1);
  await server.kill();
  rush.abort();
  await over;
}

test(
  `what was acknowledged is there once, with its mail, after ${kills} kills in the middle of the rush`,
  async ({ signal }) => {
    const signers = createSigners({
      keyring: keyringOf(readConfig().vars.KEYRING ?? ''),
      actionId: 1,
      surveyId: 2,
    });
    for (let turn = 1; turn <= kills; turn += 1) {
      await rushUntilKilled(signers, lifeOf(turn), signal);
      const remains = auditRemains(stateDir, signers.promised);
      expect(remains).toMatchObject({ missing: 0, unasked: 0, uncounted: 0, unmailed: 0, wrong: [] });
      expect(isBalanced(remains)).toBe(true);
      expect(remains).toMatchObject({ unanswered: 0, wrongAnswers: 0 });
    }
    const server = await startMortal(bundles, stateDir);
    await signers.finish(server.url);
    await server.kill();
    const { promised } = signers;
    const remains = auditRemains(stateDir, promised);
    expect(isBalanced(remains)).toBe(true);
    expect(remains).toMatchObject({ unanswered: 0, wrongAnswers: 0 });
    expect(remains.responses).toBe(Math.floor(promised.asked.size / 3));
    // By now everybody has got an answer, so every stored row must belong to an acknowledged request.
    expect(remains.stored).toBe(promised.signed.size);
    expect(promised.signed).toEqual(promised.asked);
    expect(promised.confirmed.size).toBe(Math.floor(promised.signed.size / 2));
    expect(signers.surprises).toEqual([]);
    console.log(
      `killed ${kills} times, ${promised.signed.size} signed, ${promised.confirmed.size} confirmed`,
    );
  },
  600_000 + kills * 20_000,
);
