import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([[['show']], [['hide']], [['read', 'a']], [['all', 'a']], [['--far']]])(
  'the arguments %j bring the usage, and fail',
  (args) => {
    const { code, errors } = runCommand('words', args);
    expect(code).toBe(1);
    expect(errors).toContain('npm run words -- show CODE...');
  },
);

test('what is sealed in production is not listed without its keyring, which is named', () => {
  const { code, out, errors } = runCommand('words', ['--remote'], { KEYRING: '' });
  expect([code, out]).toEqual([1, '']);
  expect(errors).toContain('KEYRING=');
});

test('it says how to make the tables where there are none', () => {
  const { code, errors } = runCommand('words', [], { STATE_DIR: join(folder, 'nothing') });
  expect([code, errors]).toEqual([1, 'The database has no tables yet. Make them with: npm start\n']);
});
