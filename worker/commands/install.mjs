// Runs before the other commands, on any Node from 20 on and with nothing installed: plain JavaScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const minute = 60_000;
const lock = join(
  tmpdir(),
  `undersigned-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`,
);

if (!isInstalled()) await installOnce();

/** By versions, not by dates: a checkout or a copy changes those. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !there || !existsSync(join(root, 'node_modules/.bin/node'))) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, link }]) =>
      path === '' || optional || devOptional || link || there[path]?.version === version,
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Two installs at once would remove each other's files, so the second waits. */
async function installOnce() {
  console.log('Installing… (a minute or two, once)');
  while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 500));
  try {
    if (!isInstalled()) install();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock() {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 10 * minute) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function install() {
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const npmCi = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error, stdout, stderr } = spawnSync(command, npmCi, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  // On an error npm prints its whole manual.
  const said = `${error ?? ''}${stdout ?? ''}${stderr ?? ''}`.split(/\n.*Usage:/)[0];
  console.error(`npm ci failed.\n${said}`);
  process.exitCode = 1;
}
