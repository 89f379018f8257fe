import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

test('whoever writes the command wrong is told how it is written', () => {
  const { code, errors } = runCommand('embeds', ['--everywhere']);
  expect(code).toBe(1);
  expect(errors).toContain('npm run embeds');
});
