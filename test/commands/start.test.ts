import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mondayMorning } from '../support/calendar.ts';
import {
  charlotteFile,
  commandNames,
  type Outcome,
  runAlone,
  runCommand,
  type Started,
  startCommand,
} from './run-command.ts';

/**
 * A command that runs alone blocks this process longer than the server keeps a connection open, so no connection is
 * reused.
 */
function visit(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { headers: { ...headers, connection: 'close' } });
}

const folder = mkdtempSync(join(tmpdir(), 'undersigned-start-'));
let port = '';
let first: Started;

beforeAll(async () => {
  port = String(await freePort());
  first = startCommand('start', settings());
  await announced(first);
});

afterAll(async () => {
  first.process.kill('SIGTERM');
  await first.stopped;
  rmSync(folder, { recursive: true });
});

test('it says what it does and ends with its addresses and the first owner’s link, when the server answers', async () => {
  expect(first.lines()).toEqual([
    'Building…',
    'Migrating…',
    'Opening the Charlotte kit… opened',
    'Starting…',
    ...addresses(),
    ...firstLink(),
  ]);
  expect((await visit(`http://localhost:${port}/health`)).status).toBe(200);
});

test('a second start beside it gives the same addresses and leaves it alone', () => {
  const second = runAlone('start', [], settings());
  expect([second.code, second.out.trim().split('\n')]).toEqual([
    0,
    ['It is running already.', ...addresses()],
  ]);
});

test('the first owner’s link signs in once, and organizers are invited, listed and ended', async () => {
  const link = /http\S+\/organize\/links\/\S+/.exec(first.lines().join('\n'))?.[0] ?? '';
  const press = () =>
    fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: `http://localhost:${port}`, connection: 'close' },
    });
  const pressed = await press();
  expect([pressed.status, pressed.headers.get('location')]).toEqual([
    303,
    '/organize/campaigns/arrest-the-trafficker',
  ]);
  expect((await press()).status).toBe(410);
  const owned = { ...settings(), PORT: '' };
  const organizers = (...args: string[]) => runCommand('organizers', args, owned);
  expect(runAlone('organizers', ['invite', 'ana@example.org', '--role', 'editor'], owned)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`http://localhost:${port}/organize/links/`),
  });
  expect(await organizers('end', 'owner@example.org')).toMatchObject({
    code: 1,
    errors: expect.stringContaining('is the last owner'),
  });
  expect((await organizers('end', 'ana@example.org')).code).toBe(0);
  const { out } = await organizers('list');
  expect(out).toMatch(/owner {5}owner@example\.org {2}never used/);
  expect(out).toMatch(/editor {4}ana@example\.org {2}ended 20\d\d-/);
});

test('a kit can be opened while it runs', () => {
  expect(runAlone('kit', ['open', charlotteFile], settings())).toMatchObject({
    code: 0,
    out: 'nothing changed\n',
  });
});

test('a kit that `kit new` wrote is right, opens beside it, is signed, and on Monday the council reads 1 in its language', async () => {
  const flags = [
    ...[
      '--from',
      'nothing',
      '--city',
      'Riverton, Ohio',
      '--zips',
      '45001',
      '--council',
      'Concejo Municipal de Riverton',
    ],
    ...['--council-email', 'clerk@example.org', '--name', 'La biblioteca los sábados', '--language', 'es'],
    ...['--ask', 'Abran la biblioteca los sábados', '--email', 'library@example.org'],
  ];
  const file = join(folder, 'library.json');
  expect(runAlone('kit', ['new', ...flags, '--file', file])).toMatchObject({ code: 0 });
  expect(await runCommand('kit', ['check', file], settings())).toMatchObject({ code: 0 });
  const added = await runCommand('kit', ['open', file], settings());
  expect(added).toMatchObject({
    code: 0,
    out: expect.stringContaining('campaign la-biblioteca-los-sabados added'),
  });
  expect(added.out).toContain(
    'organizers -- invite EMAIL --role owner --campaign la-biblioteca-los-sabados\n',
  );

  const page = `http://localhost:${port}/petitions/la-biblioteca-los-sabados`;
  const opened = await visit(page);
  const html = await opened.text();
  expect([opened.status, html]).toEqual([200, expect.stringContaining('Abran la biblioteca los sábados.')]);
  const email = 'resident@example.com';
  const signed = await post(`${page}/signatures`, {
    ...{ given_name: 'Rosa', family_name: 'Rivera', email, zip: '45001' },
    form_token: /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '',
  });
  expect([signed.status, signed.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/check-your-email'),
  ]);
  const link = await linkMailedTo(email, '/confirm/');
  const shown = /name="shown" value="([^"]*)"/.exec(await (await visit(link)).text())?.[1] ?? '';
  expect((await post(link, { shown })).status).toBe(303);

  const monday = mondayMorning(new Date(), 1);
  await runAt(new Date(monday.getTime() - 60_000));
  expect(await mailsTo('clerk@example.org')).toEqual([]);
  await runAt(monday);
  await runAt(monday);
  const [digest, ...more] = await mailsTo('clerk@example.org');
  expect([digest?.subject, more]).toEqual([expect.stringMatching(/ 1 firma \(\+1\)/), []]);
  const tallies = await visit(await linkMailedTo('clerk@example.org', '/tallies/'));
  expect([tallies.status, await tallies.text()]).toEqual([200, expect.stringContaining('lang="es"')]);
});

const embeds = async () => (await runCommand('embeds', [], settings())).out;

test('embeds are listed with who may show them', async () => {
  expect(await embeds()).toContain(
    'arrest-the-trafficker  may be shown by: any site\n  seen nowhere so far\n',
  );
  // Sightings are collected for ten seconds before they are written. A later test checks that this one is listed.
  const headers = { referer: 'https://church.example/', 'sec-fetch-dest': 'iframe' };
  await visit(`http://localhost:${port}/embed/petitions/arrest-traffickers`, headers);
});

const switchedOff = [
  'signing-paused    off',
  'reminders-paused  off',
  'read-only         off',
  'event-open        off',
];

test('switches are turned and listed while it runs, and it takes them up', async () => {
  const linesOf = ({ code, out }: Outcome): [code: number | null, lines: string[]] => [
    code,
    out.trimEnd().split('\n'),
  ];
  const turn = async (...args: string[]) => linesOf(await runCommand('switch', args, settings()));
  const degraded = async () =>
    ((await (await visit(`http://localhost:${port}/health`)).json()) as { degraded: string[] }).degraded;
  expect(linesOf(runAlone('switch', [], settings()))).toEqual([0, switchedOff]);
  const since = expect.stringMatching(/^signing-paused {4}on since 20\d\d-/);
  expect(await turn('signing-paused', 'on')).toEqual([0, [since, ...switchedOff.slice(1)]]);
  expect(await degraded()).toEqual([expect.stringMatching(/^signing-paused since 20\d\d-/)]);
  expect(await turn('signing-paused', 'off')).toEqual([0, switchedOff]);
  const [, event] = await turn('event-open', 'on', '90');
  const [since90, until90] = [...(event?.at(-1) ?? '').matchAll(/20\S+Z/g)].map(([at]) => Date.parse(at));
  expect((until90 ?? 0) - (since90 ?? 0)).toBe(90 * 60_000);
  expect((await turn('event-open', 'on', 'long'))[0]).toBe(1);
  expect(await turn('event-open', 'off')).toEqual([0, switchedOff]);
  expect(await degraded()).toEqual([]);
});

test('partners are listed with pages that open, and a link that is revoked ends at once', async () => {
  // Without PORT, the command uses the port of the running server.
  const unnamed = { ...settings(), PORT: '' };
  const list = (...args: string[]) => runCommand('partners', args, unnamed);
  const pages = (out: string) => [...out.matchAll(/page {2}(\S+)/g)].map(([, page]) => page ?? '');
  const first = runAlone('partners', [], unnamed);
  expect(first.code).toBe(0);
  expect(first.out).toContain('arrest-the-trafficker/survivor-council  A survivor-led council (example)');
  const [old = '', other = ''] = pages(first.out);
  expect(new URL(old).port).toBe(port);
  expect((await visit(old)).status).toBe(200);
  const [fresh = ''] = pages((await list('revoke', 'survivor-council')).out);
  expect(fresh).not.toBe(old);
  const statuses = await Promise.all([old, fresh, other].map(async (page) => (await visit(page)).status));
  expect(statuses).toEqual([410, 200, 200]);
  expect(await list('revoke', 'nobody')).toMatchObject({ code: 1, errors: 'There is no partner nobody.\n' });
});

test('embeds are listed with where they were seen', async () => {
  await expect
    .poll(embeds, { interval: 1000 })
    .toMatch(/\n {2}church\.example {2}once, on 20\d\d-\d\d-\d\d\n/);
});

test('every command does its work on a database in which people have signed', async () => {
  for (const email of ['one@example.org', 'two@example.net']) await signAndConfirm(email);
  const commands: [name: string, args: string[], said: string, code?: number][] = [
    ['start', [], 'It is running already.'],
    ['kit', ['check', charlotteFile], 'the kit is right'],
    ['survey', ['export', charlotteFile, 'budget-input'], '"title"'],
    ['switch', [], 'signing-paused    off'],
    ['partners', [], 'arrest-the-trafficker/survivor-council'],
    ['webhooks', ['add', 'survivor-council', 'https://hooks.example.org/in'], 'secret  whsec_'],
    ['webhooks', ['list'], 'https://hooks.example.org/in'],
    ['embeds', [], 'arrest-the-trafficker'],
    ['organizers', ['list'], 'owner@example.org'],
    ['actions', [], 'petition arrest-traffickers: open'],
    ['suppressions', ['list'], 'no address is suppressed'],
    ['duplicates', [], 'arrest-traffickers: the same name and ZIP code, from two mailboxes'],
    ['keyring', [], ':'],
    ['deployment', [], 'production  https://petitions.example.org  database undersigned'],
    ['verify', ['--site', `http://localhost:${port}`], 'All of this holds: '],
    ['demo', [], 'Stop npm start first', 1],
  ];
  expect([...new Set(commands.map(([name]) => name))].toSorted()).toEqual(commandNames.toSorted());
  for (const [name, args, said, code = 0] of commands) {
    const { out, errors, ...ended } = await runCommand(name, args, settings());
    expect({ ...ended, said: out + errors }).toEqual({ code, said: expect.stringContaining(said) });
  }
});

test('the runtime takes a scheduled run for any moment', async () => {
  await runAt(new Date('2026-11-23T12:00:00Z'));
});

test('stopped and started again, the kit is there once', async () => {
  first.process.kill('SIGTERM');
  expect(await first.stopped).toBe(0);
  first = startCommand('start', { ...settings(), LIMITS: 'on' });
  await announced(first);
  expect(first.lines()).toContain('Opening the Charlotte kit… nothing changed');
});

test('a setting given to it reaches the Worker: with LIMITS=on a form that comes too quickly is refused', async () => {
  const page = await (await visit(`http://localhost:${port}/petitions/arrest-traffickers`)).text();
  const form_token = /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const fields = { given_name: 'Ana', email: 'ana@example.com', zip: '28202', form_token };
  const answer = await fetch(`http://localhost:${port}/petitions/arrest-traffickers/signatures`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { connection: 'close' },
  });
  expect([answer.status, await answer.text()]).toEqual([
    422,
    expect.stringContaining('faster than a person'),
  ]);
});

test('a body of 10 MB gets its answer', async () => {
  const answer = await fetch(`http://localhost:${port}/api/v1/petitions/arrest-traffickers/signatures`, {
    method: 'POST',
    body: new Uint8Array(10 * 1024 * 1024),
    headers: { connection: 'close', 'content-type': 'application/json' },
  });
  expect([answer.status, await answer.json()]).toMatchObject([
    413,
    { title: 'The body is larger than 64 kB' },
  ]);
});

// The first test mostly waits for another program, so the second runs meanwhile.
describe.concurrent('at the same time', () => {
  test('a runtime that was killed is noticed and started again', async ({ expect }) => {
    const runtimes = childrenOf(first.process.pid ?? 0)
      .flatMap(({ pid }) => childrenOf(pid))
      .filter(({ name }) => name.includes('workerd'));
    expect(runtimes.length).toBeGreaterThan(0);
    for (const { pid } of runtimes) process.kill(pid, 'SIGKILL');
    await expect.poll(() => first.lines().at(-1), { timeout: 240_000 }).toBe('It answers again.');
    expect((await visit(`http://localhost:${port}/health`)).status).toBe(200);
  });

  test('a Worker that refuses its settings says which, and nothing else', async ({ expect }) => {
    const key = 'bG9jYWwta2V5LWtub3duLXRvLWV2ZXJ5b25lLW5ldmVyLWRlcGxveQ';
    const PORT = String(await freePort());
    const refused = startCommand('start', { ...settings(), PORT, KEYRING: `2026-11:${key},2026-11:${key}` });
    expect(await refused.stopped).toBe(1);
    expect(refused.lines().at(-1)).toBe(
      'Undersigned cannot start. KEYRING must name each key differently: two are called 2026-11. Give the new one another name.',
    );
  });
});

test('a port that another program holds is named, with a way out', async () => {
  const other = createServer().listen(0);
  const taken = (other.address() as AddressInfo).port;
  const { code, errors } = runAlone('start', [], { ...settings(), PORT: String(taken) });
  other.close();
  expect([code, errors.trim()]).toEqual([
    1,
    `Port ${taken} is taken by another program. Stop that one, or choose another: PORT=${taken + 1} npm start`,
  ]);
});

test('a port that is none is refused', async () => {
  const { code, errors } = await runCommand('start', [], { ...settings(), PORT: 'http' });
  expect([code, errors]).toEqual([1, 'PORT is http, and has to be a number from 1 to 65535.\n']);
});

async function signAndConfirm(email: string) {
  const site = `http://localhost:${port}`;
  const person = { given_name: 'Ana', family_name: 'Twice', zip: '28202', show_name: 'yes' };
  const signed = await fetch(`${site}/api/v1/petitions/arrest-traffickers/signatures`, {
    method: 'POST',
    body: JSON.stringify({ ...person, email }),
    headers: { connection: 'close', 'content-type': 'application/json' },
  });
  expect([signed.status, await signed.json()]).toEqual([202, { status: 'check-your-email' }]);
  const confirmed = await post(await linkMailedTo(email, '/confirm/'), {});
  expect(confirmed.status).toBe(303);
}

function post(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { connection: 'close' },
    redirect: 'manual',
  });
}

/** Runs the cron job as if at this instant. */
async function runAt(at: Date): Promise<void> {
  const query = `cron=*/15+*+*+*+*&time=${at.getTime()}`;
  const answer = await visit(`http://localhost:${port}/cdn-cgi/handler/scheduled?${query}`);
  expect([answer.status, await answer.text()]).toEqual([200, 'ok']);
}

async function mailsTo(email: string): Promise<{ subject: string; links: string[] }[]> {
  const answer = await visit(`http://localhost:${port}/outbox.json?to=${encodeURIComponent(email)}`);
  return (await answer.json()) as { subject: string; links: string[] }[];
}

async function linkMailedTo(email: string, start: string): Promise<string> {
  for (;;) {
    const links = (await mailsTo(email)).flatMap((mail) => mail.links);
    const link = links.find((one) => new URL(one).pathname.startsWith(start));
    if (link) return link;
    await sleep(100);
  }
}

function settings() {
  return { STATE_DIR: join(folder, 'state'), PORT: port };
}

function addresses(): string[] {
  return [
    `Undersigned   http://localhost:${port}/`,
    `Mailbox       http://localhost:${port}/outbox`,
    `Console       http://localhost:${port}/organize`,
  ];
}

/** Until the first owner has come in, each start has one that works. */
function firstLink(): string[] {
  const link = `http://localhost:${port}/organize/links/[\\w-]+`;
  return [expect.stringMatching(new RegExp(`^  signs in the first owner, once: ${link}$`))];
}

function childrenOf(parent: number): { pid: number; name: string }[] {
  const lines = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).stdout.split('\n');
  return lines.flatMap((line) => {
    const [pid, ppid, name = ''] = line.trim().split(/\s+/);
    return Number(ppid) === parent ? [{ pid: Number(pid), name }] : [];
  });
}

async function announced(started: Started) {
  while (!started.lines().some((line) => line.startsWith('Mailbox'))) {
    if (started.process.exitCode !== null) throw new Error(started.lines().join('\n'));
    await sleep(100);
  }
}

/** Below those that systems give to connections, so that none of another test takes it before the server does. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer().listen(port);
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (isFree) return port;
  }
}
