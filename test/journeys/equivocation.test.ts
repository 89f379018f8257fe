import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isConsistent } from '../../worker/statements/rules/proofs.ts';
import { startCommand } from '../commands/run-command.ts';
import { mondayMorning } from '../support/calendar.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { twoFacedServer } from '../support/two-faced.ts';
import { cron, freshEmail, signAndConfirm } from '../support/visitor.ts';
import { readCheckpoint, textAt } from './opponent.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-heads-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run verify -- --site URL --remember FILE`. */
async function verify(url: string, file: string) {
  const flags = ['--site', url, '--remember', join(folder, file), '--details'];
  const { lines, stopped } = startCommand('verify', {}, flags);
  return { code: await stopped, said: lines().join('\n') };
}
const headIn = (file: string) => readFileSync(join(folder, file), 'utf8');
const remember = (file: string, head: string) => writeFileSync(join(folder, file), head);

/**
 * What does not hold of the log itself and of one petition. Other tests on the same site write into its database by hand,
 * and what they change does not hold either.
 */
const problemsIn = (said: string, petition: string) =>
  said
    .split('\n')
    .filter(
      (line) => line.startsWith('Not so') && (/\b(log|last time)\b/.test(line) || line.includes(petition)),
    );

test('a server that shows one client another log is caught by what it remembers, and by another client', async () => {
  const { petition } = await openOwnKit('two-faced');
  for (const name of ['ana', 'ben']) {
    await signAndConfirm(petition, { given_name: name, email: freshEmail(name), zip: '28202' });
  }
  const now = new Date();
  await cron(mondayMorning(now, 1));
  const { url, face, close } = await twoFacedServer((statement) =>
    statement
      .replace(/"unconfirmed":(\d+)/, (_, n) => `"unconfirmed":${Number(n) + 1}`)
      .replace(/"received":(\d+)/, (_, n) => `"received":${Number(n) + 1}`),
  );
  try {
    const told = async () => (await fetch(`${url}/log/checkpoint`)).text();
    remember('first', await told());
    expect(problemsIn((await verify(url, 'first')).said, petition)).toEqual([]);
    // Alone, the other log holds in every part.
    face.lies = true;
    remember('second', await told());
    const lied = await verify(url, 'second');
    expect(lied.said).toMatch(/entries of the log lead to its signed root/);
    expect(problemsIn(lied.said, petition)).toEqual([]);

    // The client that saw the true log first.
    const honest = headIn('first');
    const caught = await verify(url, 'first');
    expect(caught.code).toBe(1);
    expect(caught.said).toMatch(/Not so: The \d+ entries that were there last time are still the first/);
    expect(headIn('first')).toBe(honest);

    // The client that was lied to, once the server tells it the truth again.
    face.lies = false;
    await cron(mondayMorning(now, 2));
    const returned = await verify(url, 'second');
    expect(returned.code).toBe(1);
    expect(problemsIn(returned.said, petition)).toEqual([
      expect.stringMatching(/still the first of the log/),
    ]);

    // No proof leads from its head to that of the true log.
    const from = readCheckpoint(headIn('second'));
    const to = readCheckpoint(await textAt('/log/checkpoint'));
    const answer = await fetch(`${url}/log/consistency?from=${from.size}&to=${to.size}`);
    const hashes = (await answer.text()).trimEnd().split('\n');
    const proof = hashes.map((hash) => new Uint8Array(Buffer.from(hash, 'base64')));
    expect(isConsistent(readCheckpoint(honest), to, proof)).toBe(true);
    expect(isConsistent(from, to, proof)).toBe(false);
  } finally {
    await close();
  }
});
