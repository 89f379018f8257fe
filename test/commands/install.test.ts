import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from './run-command.ts';

const packages = {
  '': {},
  'node_modules/one': { version: '1.0.0' },
  'node_modules/mac': { version: '1.0.0', optional: true },
};
let checkout = '';

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'undersigned-install-'));
  mkdirSync(join(checkout, 'worker/commands'), { recursive: true });
  cpSync(join(root, 'worker/commands/install.mjs'), join(checkout, 'worker/commands/install.mjs'));
  writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify({ packages }));
  writeNpm('');
});

afterEach(() => rmSync(checkout, { recursive: true }));

test('with nothing installed it installs and says so, and the next time it is silent', async () => {
  expect(await install()).toEqual({ code: 0, out: 'Installing… (a minute or two, once)\n', errors: '' });
  expect(await install()).toEqual({ code: 0, out: '', errors: '' });
  expect(installations()).toBe(1);
});

test('a lock file with another version installs again', async () => {
  await install();
  const newer = { ...packages, 'node_modules/one': { version: '1.1.0' } };
  writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify({ packages: newer }));
  await install();
  expect(installations()).toBe(2);
});

test('two at the same time install once', async () => {
  const both = await Promise.all([install(), install()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(installations()).toBe(1);
});

test('what npm could not do is shown, and fails', async () => {
  writeNpm('console.error("no network"); process.exit(1);');
  const { code, errors } = await install();
  expect(code).toBe(1);
  expect(errors).toContain('no network');
});

/** A fake npm that installs what the lock file says after a moment. */
function writeNpm(before: string) {
  const npm = `${before}
    const { appendFileSync, cpSync, mkdirSync, writeFileSync } = require('node:fs');
    appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
    setTimeout(() => {
      mkdirSync('node_modules/.bin', { recursive: true });
      writeFileSync('node_modules/.bin/node', '');
      cpSync('package-lock.json', 'node_modules/.package-lock.json');
    }, 300);`;
  writeFileSync(join(checkout, 'npm.cjs'), npm);
  chmodSync(join(checkout, 'npm.cjs'), 0o755);
}

function installations(): number {
  return readFileSync(join(checkout, 'npm.log'), 'utf8').trim().split('\n').length;
}

function install(): Promise<{ code: number | null; out: string; errors: string }> {
  const child = spawn(process.execPath, [join(checkout, 'worker/commands/install.mjs')], {
    env: { ...process.env, npm_execpath: join(checkout, 'npm.cjs') },
  });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (errors += data));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, errors })));
}
