import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { charlotteFile, root, runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-embeds-'));
afterAll(() => rmSync(folder, { recursive: true }));

function wrangler(args: string[]) {
  const where = ['--local', '--persist-to', folder];
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/wrangler/bin/wrangler.js'), 'd1', ...args, ...where],
    {
      cwd: root,
      stdio: 'pipe',
      env: { ...process.env, CI: 'true' },
    },
  );
}

test('whoever writes the command wrong is told how it is written', () => {
  const { code, errors } = runCommand('embeds', ['--everywhere']);
  expect(code).toBe(1);
  expect(errors).toContain('npm run embeds');
});

test('each campaign is listed with who may show its forms, and where they were seen', () => {
  wrangler(['migrations', 'apply', 'undersigned']);
  const state = { STATE_DIR: folder };
  expect(runCommand('embeds', [], state).out).toBe('There is no campaign.\n');
  expect(runCommand('kit', ['open', charlotteFile], state).code).toBe(0);
  expect(runCommand('embeds', [], state).out).toBe(
    'arrest-the-trafficker  may be shown by: any site\n  seen nowhere so far\n',
  );
  const seen = "INSERT INTO embed_hosts VALUES (1, 'church.example', '2026-11-25', '2026-11-26', 3)";
  wrangler(['execute', 'undersigned', '--command', seen]);
  expect(runCommand('embeds', [], state).out).toContain(
    '\n  church.example  3 times, 2026-11-25 to 2026-11-26\n',
  );
});
