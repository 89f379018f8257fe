import { createServer, type RequestListener } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteReader } from '../../worker/commands/site-reader.ts';
import { type LoopbackServer, listenOnLoopback } from '../support/listen.ts';
import { siteOf } from '../verify/told-site.ts';
import { runCommand } from './run-command.ts';

const asked: string[] = [];
let elsewhere: LoopbackServer;
let site: LoopbackServer;
let answers = new Map<string, Uint8Array | string>();

const serve: RequestListener = (request, response) => {
  const path = request.url ?? '';
  if (path === '/endless') {
    const more = () => response.destroyed || response.write(Buffer.alloc(65_536), more);
    return more();
  }
  if (path === '/slow') {
    const drip = setInterval(() => response.write('a'), 50);
    return void response.once('close', () => clearInterval(drip));
  }
  if (path === '/moved') return void response.writeHead(302, { location: `${elsewhere.url}/secret` }).end();
  const answer = answers.get(path);
  response.writeHead(answer === undefined ? 404 : 200).end(answer);
};

beforeAll(async () => {
  elsewhere = await listenOnLoopback(
    createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    }),
    0,
  );
  site = await listenOnLoopback(createServer(serve), 0);
});
afterAll(() => Promise.all([site.close(), elsewhere.close()]));

test('an answer that is slow, endless or elsewhere is not waited for, kept or followed', async () => {
  const get = siteReader(site.url, { patience: 400, bytes: 1_000_000, bytesInAll: 1_500_000 });
  await expect(get('/slow')).rejects.toThrow('timeout');
  await expect(get('/endless')).rejects.toThrow('the answer is too long');
  await expect(get('/moved')).rejects.toThrow('which is not followed');
  expect(asked).toEqual([]);
  expect(await get('/nothing')).toBe(null);
  answers = new Map([['/long', 'a'.repeat(800_000)]]);
  expect((await get('/long'))?.length).toBe(800_000);
  await expect(get('/long')).rejects.toThrow('the answer is too long');
});

test('what a site says cannot move the cursor of a terminal or reverse a line', async () => {
  const told = await siteOf([{}], { origin: 'x\u001b[2J\u202e/log' });
  answers = told.answers;
  const { code, errors, out } = await runCommand('verify', ['--site', site.url]);
  expect(out.trim().split('\n').length).toBeLessThan(8);
  expect(out).toContain('has one entry: the weekly statements of one petition or survey.');
  const detailed = await runCommand('verify', ['--site', site.url, '--details']);
  expect(detailed.out).toContain('p, 2026-W46 is the first statement of p, and names none before it.');
  expect(code).toBe(0);
  expect(errors).toBe('');
  expect(out).toContain('x\\u{1b}[2J\\u{202e}/log');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there.
  expect(out).not.toMatch(/[\u001b\u202e]/);
});
