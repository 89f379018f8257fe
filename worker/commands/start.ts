import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { wholeKit } from '../kits/extends/resolve.ts';
import { openKit } from '../kits/open.ts';
import { byCommand } from '../organize/act-rules.ts';
import { listCampaignNames } from '../organize/campaign-store.ts';
import { printedLink } from '../organize/first-link.ts';
import { organizerKey } from '../organize/organizers.ts';
import { invite } from '../organize/people.ts';
import { findOrganizerByKey, hasOwnerInside } from '../organize/people-store.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import { day } from '../platform/time/clock.ts';
import { stateDir, withDatabase } from './database.ts';
import { readKeys } from './keys.ts';
import { linesOf } from './kit-file.ts';
import { readWholeKit } from './kit-parents.ts';
import { root } from './root.ts';
import { answersAt, findRunning, serve, usualPort } from './server.ts';

const kitFile = join(root, 'worker/kits/charlotte.json');
/** A runtime that ended is started again within this time, in milliseconds. */
const silentFor = 30_000;
const firstOwner = 'owner@example.org';

/** Made while the database is open, printed once the server answers. */
let firstLink: string | null = null;

process.env.WRANGLER_SEND_METRICS = 'false';
process.exitCode = await start();

async function start(): Promise<number> {
  const port = Number(process.env.PORT || usualPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return fail(`PORT is ${process.env.PORT}, and has to be a number from 1 to 65535.`);
  }
  if (await isTaken(port)) {
    const running = findRunning(port);
    if (running === null) return fail(takenText(port));
    if (!(await answersAt(port, silentFor))) return fail(silentText(port, running));
    console.log('It is running already.');
    return announce(port);
  }

  mkdirSync(stateDir, { recursive: true });
  const prepared = build() ?? (await prepare());
  if (prepared !== null) return fail(prepared);
  console.log('Starting…');
  return await serve(port, () => announce(port));
}

/** What went wrong, or null. */
function build(): string | null {
  console.log('Building…');
  const { status, stdout, stderr, error } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return status === 0 ? null : `${error?.message ?? ''}${stdout}${stderr}`;
}

/** What went wrong, or null. */
async function prepare(): Promise<string | null> {
  console.log('Migrating…');
  const whole = await readWholeKit(kitFile);
  if (!whole.ok) return whole.error.join('\n');
  const kit = wholeKit(whole.value);
  // Before the database is opened: it hangs up on a process that loads for too long on a slow machine.
  const { shippedHouse } = await import('../main/features.ts');
  const { migrate } = await import('./migrate.ts');
  const { parent } = whole.value;
  const options = { sections: await shippedHouse.kitSections(), now: new Date(), parent };
  return withDatabase({ remote: false }, async (db) => {
    // It fails if another start migrates at the same moment; then nothing is left to do.
    const failed = await migrate(db)
      .catch(() => migrate(db))
      .catch(String);
    return failed ?? openCharlotte(db, kit, options);
  });
}

async function openCharlotte(
  db: D1Database,
  kit: unknown,
  options: Parameters<typeof openKit>[2],
): Promise<string | null> {
  process.stdout.write('Opening the Charlotte kit… ');
  // These too fail if another start does the same at the same moment; then it is done.
  const opened = await openKit(db, kit, options).catch(() => openKit(db, kit, options));
  if (!opened.ok) return linesOf(opened.error).join('\n');
  firstLink = await makeFirstLink(db).catch(() => makeFirstLink(db));
  const { changes, kept } = opened.value;
  const isNew = changes.some((line) => /^campaign \S+ added$/.test(line));
  console.log(isNew ? 'opened' : changes.length > 0 ? changes.join('; ') : 'nothing changed');
  for (const line of kept) console.log(line);
  return null;
}

/**
 * For whoever has started it first: until an owner of the first campaign has come in. It works for a day, once. In
 * production there is no `npm start`, and every link goes by mail.
 */
async function makeFirstLink(db: D1Database): Promise<string | null> {
  const [campaign] = await listCampaignNames(db);
  if (!campaign || (await hasOwnerInside(db, campaign.id))) return null;
  const now = new Date();
  const read = keysIfGood();
  if (read === null) return null;
  const { keyring, publicUrl } = read;
  const keys = { db, keyring };
  const known = await findOrganizerByKey(db, await organizerKey(keyring, firstOwner));
  const added = known === null ? await addFirstOwner(keys, campaign, now) : known;
  if (added === null) return null;
  return printedLink(keys, { publicUrl, organizerId: added, lasts: day, now });
}

/** The Worker says what is wrong with its keyring. */
function keysIfGood() {
  try {
    return readKeys(false);
  } catch {
    return null;
  }
}

async function addFirstOwner(
  keys: { db: D1Database; keyring: Keyring },
  campaign: { id: number; slug: string },
  now: Date,
): Promise<string | null> {
  const owner = { campaign, email: firstOwner, role: 'owner', actor: byCommand, isMailed: false } as const;
  const invited = await invite(keys, { ...owner, now });
  return invited.ok ? invited.value.organizerId : null;
}

function announce(port: number): number {
  const lines = [
    `Undersigned   http://localhost:${port}/`,
    `Mailbox       http://localhost:${port}/outbox`,
    `Console       http://localhost:${port}/organize`,
    ...(firstLink === null ? [] : [`  signs in the first owner, once: ${firstLink}`]),
  ];
  console.log(lines.join('\n'));
  return 0;
}

function takenText(port: number): string {
  return `Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`;
}

function silentText(port: number, pid: number): string {
  return `It runs on port ${port} (process ${pid}) but does not answer. Stop it with "kill ${pid}", then start again.`;
}

async function isTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => listensAt(host, port)));
  return answers.includes(true);
}

function listensAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.setTimeout(1000, () => settle(true));
  });
}

function fail(text: string): number {
  console.error(text);
  return 1;
}
