import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleLog } from '../verify/support.ts';
import { runAlone } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  const log = await exampleLog();
  writeFileSync(file('week.json'), log.statement(1));
  writeFileSync(file('changed.json'), log.statement(1).replace('"unconfirmed":1', '"unconfirmed":2'));
  writeFileSync(file('week.tlog-proof'), await log.proof(1));
  writeFileSync(file('key'), `${log.key}\n`);
});

test('npm run verify says in words what holds, and fails where something does not', () => {
  const [proof, key] = [file('week.tlog-proof'), file('key')];
  const good = runAlone('verify', [file('week.json'), proof, '--key', key]);
  expect([good.code, good.out.trim().split('\n').at(-1)]).toEqual([0, 'This holds.']);
  const bad = runAlone('verify', [file('changed.json'), proof, '--key', key]);
  expect(bad.code).toBe(1);
  expect(bad.errors).toContain('The statement is not entry 1 of the log of 3 entries.');
  const keyless = runAlone('verify', [file('week.json'), proof]);
  expect(keyless.code).toBe(1);
  expect(keyless.errors).toContain('No key was given');
  expect(runAlone('verify', []).errors).toContain('npm run verify -- --site URL');
});

test('npm run verify of a site that does not answer says so, and not that its log is wrong', () => {
  const { code, errors } = runAlone('verify', ['--site', 'http://127.0.0.1:9']);
  expect(code).toBe(1);
  expect(errors).toContain(
    'There is no log to read at http://127.0.0.1:9/log/checkpoint. Nothing was checked.',
  );
  expect(errors).not.toContain('does not hold');
});

test.each(['verify', 'kit', 'survey'])('npm run %s -- --help says how it is used, and succeeds', (name) => {
  for (const flag of ['--help', '-h']) {
    const { code, out, errors } = runAlone(name, [flag]);
    expect([code, errors]).toEqual([0, '']);
    expect(out).toContain(`npm run ${name} -- `);
  }
});

test('npm run verify names the files that it did not look at', () => {
  writeFileSync(file('huge'), 'x'.repeat(2_000_000));
  const [proof, key] = [file('week.tlog-proof'), file('key')];
  const report = runAlone('verify', [file('week.json'), proof, file('huge'), '--key', key]);
  expect(report.code).toBe(1);
  expect(report.errors).toContain('The statement is entry 1 of a log of 3 entries');
  expect(report.errors).toContain('/huge');
  expect(report.errors).toContain('Not looked at, because it is too much at once');
});
