import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import { charlotteFile, runAlone, runCommand, wholeCharlotteFile } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function wrongKit(): string {
  const kit = JSON.parse(readFileSync(wholeCharlotteFile, 'utf8'));
  delete kit.petitions[0].text.es;
  kit.council.committees[0].digest.day = 8;
  const file = join(folder, 'wrong.json');
  writeFileSync(file, JSON.stringify(kit));
  return file;
}

test('check says that the Charlotte kit is right', () => {
  const { code, out, errors } = runAlone('kit', ['check', charlotteFile]);
  expect([code, out, errors]).toEqual([0, 'campaign arrest-the-trafficker: the kit is right\n', '']);
});

test('check says which letters of a title the picture of shared links leaves out', async () => {
  const kit = JSON.parse(readFileSync(wholeCharlotteFile, 'utf8'));
  kit.petitions[0].title.en = 'Łódź 公园';
  const file = join(folder, 'letters.json');
  writeFileSync(file, JSON.stringify(kit));
  const { code, out } = await runCommand('kit', ['check', file]);
  expect(code).toBe(0);
  expect(out).toContain('petitions[0].title.en: the picture of shared links has no letters for 公 园');
});

test('check names every error by its path and fails', () => {
  const { code, out, errors } = runAlone('kit', ['check', wrongKit()]);
  expect([code, out]).toEqual([1, '']);
  expect(errors.trim().split('\n')).toEqual([
    'council.committees[0].digest.day: must be at most 7',
    'petitions[0].text.es: is missing',
  ]);
});

test('a file that is not there, or not JSON, is named', async () => {
  expect(await runCommand('kit', ['check', '/nowhere/kit.json'])).toMatchObject({
    code: 1,
    errors: '/nowhere/kit.json cannot be read\n',
  });
  const file = join(folder, 'broken.json');
  writeFileSync(file, '{"kit": 1,');
  const { code, errors } = await runCommand('kit', ['check', file]);
  expect(code).toBe(1);
  expect(errors).toMatch(/broken\.json is not JSON: /);
});

test.each([[[]], [['shut', charlotteFile]], [['open', charlotteFile, '--far']]])(
  'the arguments %j bring the usage, and fail',
  async (args) => {
    const { code, errors } = await runCommand('kit', args);
    expect(code).toBe(1);
    expect(errors).toContain('npm run kit -- check FILE');
  },
);

test.each([
  [['signing-paused']],
  [['signing', 'on']],
  [['read-only', 'maybe']],
  [['read-only', 'on', 'now']],
])('the arguments %j of switch bring its usage, and fail', async (args) => {
  const { code, errors } = await runCommand('switch', args);
  expect(code).toBe(1);
  expect(errors).toContain('npm run switch -- read-only on|off');
});

test('switch says how to make the tables where there are none', async () => {
  const { code, errors } = await runCommand('switch', [], { STATE_DIR: join(folder, 'empty') });
  expect(code).toBe(1);
  expect(errors).toContain('npm start');
});

test.each([[['revoke']], [['remove', 'church']], [['revoke', 'church', 'now']], [['--far']]])(
  'the arguments %j of partners bring its usage, and fail',
  async (args) => {
    const { code, errors } = await runCommand('partners', args);
    expect(code).toBe(1);
    expect(errors).toContain('npm run partners -- revoke SLUG');
  },
);

test('partners of production are not listed without its keyring', async () => {
  const { code, errors } = await runCommand('partners', ['--remote'], { KEYRING: '' });
  expect(code).toBe(1);
  expect(errors).toContain('KEYRING=ID:SECRET');
});

test('open says how to make the tables where there are none', async () => {
  const { code, errors } = await runCommand('kit', ['open', charlotteFile], {
    STATE_DIR: join(folder, 'empty'),
  });
  expect(code).toBe(1);
  expect(errors).toContain('npm start');
});

test('keyring prints a fresh key that the settings take', async () => {
  const [one, other] = [runAlone('keyring'), await runCommand('keyring')];
  // Put both keys into one keyring, as after making two keys in the same month.
  const ring = parseKeyring(`${other.out.trim()},${one.out.trim()}`);
  const id = expect.stringMatching(/^\d{4}-\d{2}-[0-9a-f]{6}$/);
  expect(ring).toMatchObject([{ id }, { id }]);
});
