import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

test.each([
  [[]],
  [['add']],
  [['add', 'church', 'https://example.org', 'signature.unheard-of']],
  [['off']],
  [['test', 'a', 'b']],
  [['list', 'all']],
])('the arguments %j bring the usage, and fail', async (args) => {
  const { code, errors } = await runCommand('webhooks', args);
  expect(code).toBe(1);
  expect(errors).toContain('npm run webhooks -- add PARTNER URL');
});
