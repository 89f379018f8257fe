import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

test.each([[[]], [['lift']], [['list', 'a']], [['lift', 'a@example.org', 'b']], [['--far']]])(
  'the arguments %j bring the usage, and fail',
  (args) => {
    const { code, errors } = runCommand('suppressions', args);
    expect(code).toBe(1);
    expect(errors).toContain('npm run suppressions -- lift EMAIL');
  },
);

test('what is no address is refused, and production asks for its keyring', () => {
  expect(runCommand('suppressions', ['lift', 'nobody']).errors).toContain('nobody is no email address.');
  const remote = runCommand('suppressions', ['lift', 'ana@example.org', '--remote'], { KEYRING: '' });
  expect([remote.code, remote.errors.includes('KEYRING=')]).toEqual([1, true]);
});
