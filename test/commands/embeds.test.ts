import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

test('a wrong command prints its usage', () => {
  const { code, errors } = runCommand('embeds', ['--everywhere']);
  expect(code).toBe(1);
  expect(errors).toContain('npm run embeds');
});
