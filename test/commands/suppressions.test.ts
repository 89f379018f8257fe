import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

test.each([[[]], [['lift']], [['list', 'a']], [['lift', 'a@example.org', 'b']], [['--far']]])(
  'the arguments %j bring the usage, and fail',
  async (args) => {
    const { code, errors } = await runCommand('suppressions', args);
    expect(code).toBe(1);
    expect(errors).toContain('npm run suppressions -- lift EMAIL');
  },
);

test('what is no address is refused, and production asks for its keyring', async () => {
  const refused = await runCommand('suppressions', ['lift', 'nobody']);
  expect(refused.errors).toContain('nobody is no email address.');
  const remote = await runCommand('suppressions', ['lift', 'ana@example.org', '--remote'], { KEYRING: '' });
  expect([remote.code, remote.errors.includes('KEYRING=')]).toEqual([1, true]);
});
