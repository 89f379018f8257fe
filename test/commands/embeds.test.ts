import { expect, test } from 'vitest';
import { runAlone } from './run-command.ts';

test('a wrong command prints its usage', () => {
  const { code, errors } = runAlone('embeds', ['--everywhere']);
  expect(code).toBe(1);
  expect(errors).toContain('npm run embeds');
});
