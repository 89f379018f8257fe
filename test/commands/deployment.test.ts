import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'smol-toml';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { wranglerCommand } from '../../worker/commands/server.ts';
import { bundleWorker } from '../support/build-worker.ts';
import { root, runAlone } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-deployment-'));
const configFile = join(folder, 'wrangler.toml');
const shipped = readFileSync(join(root, 'wrangler.toml'), 'utf8');
const deployment = (...args: string[]) => runAlone('deployment', args, { WRANGLER_TOML: configFile });
const config = () => readFileSync(configFile, 'utf8');

beforeEach(() => writeFileSync(configFile, shipped));
afterAll(() => rmSync(folder, { recursive: true }));

describe('another city', () => {
  test('gets an environment with all that production has, and a database, a queue and limits of its own', () => {
    const { code, out } = deployment('add', 'oakville', 'https://petitions.oakville.example');
    expect(code).toBe(0);
    expect(config().startsWith(shipped.trimEnd())).toBe(true);
    const { env } = parse(config()) as { env: Record<'production' | 'oakville', object> };
    expect(env.oakville).toEqual({
      ...env.production,
      routes: [{ pattern: 'petitions.oakville.example', custom_domain: true }],
      vars: {
        ENVIRONMENT: 'production',
        PUBLIC_URL: 'https://petitions.oakville.example',
        MAIL_FROM: 'Undersigned <petitions@petitions.oakville.example>',
        NEWS_FROM: 'Undersigned <news@petitions.oakville.example>',
      },
      d1_databases: [
        {
          binding: 'DB',
          database_name: 'undersigned-oakville',
          database_id: '00000000-0000-0000-0000-000000000000',
          migrations_dir: 'migrations',
        },
      ],
      queues: {
        producers: [{ binding: 'JOBS', queue: 'undersigned-jobs-oakville' }],
        consumers: [
          {
            queue: 'undersigned-jobs-oakville',
            max_batch_size: 10,
            max_batch_timeout: 1,
            max_retries: 5,
            max_concurrency: 1,
          },
        ],
      },
      ratelimits: [{ name: 'WRITE_RATE', namespace_id: '1002', simple: { limit: 20, period: 60 } }],
    });
    expect(out).toContain('npm run wrangler -- d1 create undersigned-oakville');
    expect(out).toContain('npm run wrangler -- queues create undersigned-jobs-oakville');
  });

  test('and one more beside it, each with numbers and senders of its own, and all are listed', () => {
    deployment('add', 'oakville', 'https://petitions.oakville.example');
    const from = [
      '--mail-from',
      'Pine County <ask@pine.example>',
      '--news-from',
      'Pine County <news@pine.example>',
    ];
    expect(deployment('add', 'pine-county', 'https://pine.example', ...from).code).toBe(0);
    const { env } = parse(config()) as {
      env: Record<string, { ratelimits: [{ namespace_id: string }]; vars: Record<string, string> }>;
    };
    expect(Object.values(env).map(({ ratelimits: [limit] }) => limit.namespace_id)).toEqual([
      '1001',
      '1002',
      '1003',
    ]);
    expect(env['pine-county']?.vars).toMatchObject({
      MAIL_FROM: 'Pine County <ask@pine.example>',
      NEWS_FROM: 'Pine County <news@pine.example>',
    });
    expect(deployment().out.trim().split('\n')).toEqual([
      'production  https://petitions.example.org  database undersigned  (has no database_id yet)',
      'oakville  https://petitions.oakville.example  database undersigned-oakville  (has no database_id yet)',
      'pine-county  https://pine.example  database undersigned-pine-county  (has no database_id yet)',
    ]);
  });

  test.each([
    [['add', 'production', 'https://new.example'], 'wrangler.toml has production at'],
    [['add', 'oak', 'https://petitions.example.org'], 'wrangler.toml has production at'],
    [['add', 'Oak Ville', 'https://oak.example'], '"Oak Ville" cannot be its name'],
    [['add', '"]\n[x', 'https://oak.example'], 'cannot be its name'],
    [['add', 'oak', 'http://oak.example'], '"http://oak.example" is not the address of a site'],
    [['add', 'oak', 'https://oak.example/petitions'], 'is not the address of a site'],
    [['add', 'oak', 'oak.example'], 'is not the address of a site'],
    [['add', 'oak'], 'npm run deployment -- add NAME'],
    [['remove', 'oak'], 'npm run deployment -- add NAME'],
  ])('%j is refused, and the file stays as it is', (args, said) => {
    const { code, errors } = deployment(...args);
    expect([code, errors]).toEqual([1, expect.stringContaining(said)]);
    expect(config()).toBe(shipped);
  });

  test('a sender with quotes and line breaks stays one text', () => {
    const sender = 'The "Oak"\nVille <ask@oak.example>';
    expect(deployment('add', 'oak', 'https://oak.example', '--mail-from', sender).code).toBe(0);
    const { env } = parse(config()) as { env: Record<string, { vars: Record<string, string> }> };
    expect(env.oak?.vars.MAIL_FROM).toBe(sender);
  });
});

test('a command for a deployment that is not there says which ones are', () => {
  const { code, errors } = runAlone('switch', ['--deployment', 'nowhere'], { WRANGLER_TOML: configFile });
  expect([code, errors]).toEqual([1, expect.stringContaining('has no deployment nowhere, only production')]);
});

describe('wrangler', () => {
  beforeAll(async () => {
    const built = await bundleWorker();
    for (const name of ['web', 'migrations', 'node_modules', 'package.json']) {
      symlinkSync(join(root, name), join(folder, name));
    }
    cpSync(built, join(folder, 'dist'), { recursive: true });
  });

  test('takes each of them: its bindings are its own', async () => {
    deployment('add', 'oakville', 'https://petitions.oakville.example');
    // What is deployed was built already.
    writeFileSync(configFile, config().replace(/\[build\]\n(?:\w.*\n)*/, ''));
    for (const [name, database, queue] of [
      ['production', 'undersigned', 'undersigned-jobs'],
      ['oakville', 'undersigned-oakville', 'undersigned-jobs-oakville'],
    ] as const) {
      const deploy = ['deploy', '--dry-run', '--env', name, '--outdir', join(folder, `out-${name}`)];
      const { stdout } = await promisify(execFile)(process.execPath, [...wranglerCommand, ...deploy], {
        cwd: folder,
        env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
      });
      expect(stdout).toMatch(new RegExp(`env\\.DB \\(${database}\\)`));
      expect(stdout).toMatch(new RegExp(`env\\.JOBS \\(${queue}\\)`));
      expect(stdout).toContain('--dry-run: exiting now.');
    }
  });
});
