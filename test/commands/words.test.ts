import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { linesOfWords } from '../../worker/commands/words-list.ts';
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

test('below the list it says how to decide, with a code of the list; an empty one has nothing to decide', () => {
  const at = new Date('2026-11-28T12:00:00Z');
  const ana = { code: 'nAbCdEfGhIj', kind: 'name', state: 'waiting', slug: 'trees', at, text: 'Ana Lopez' };
  expect(linesOfWords([ana, { ...ana, code: 'c0123456789' }]).slice(-3)).toEqual([
    'To let others read one:  npm run words -- show nAbCdEfGhIj',
    'To keep it from them:    npm run words -- hide nAbCdEfGhIj',
    'Several codes can follow one another.',
  ]);
  expect(linesOfWords([])).toEqual(['nothing waits to be read']);
});
