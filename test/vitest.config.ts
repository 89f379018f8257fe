import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { keepTemporaryFilesInMemory } from './support/memory-disk.ts';
import { SlowFirst } from './support/slow-first.ts';

keepTemporaryFilesInMemory();

/** Long timeouts, because the machine may be busy with other work: they only end what would never end by itself. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000, expect: { poll: { timeout: 60_000 } } };

const root = new URL('..', import.meta.url).pathname;
const commands = ['test/commands/**/*.test.ts'];
const journeys = ['test/journeys/**/*.test.ts', 'test/browser/**/*.test.ts'];
/** Tests of new features and kinds need the runtime. The other house tests only read source files. */
const house = ['test/house/!(new-*).test.ts'];
const kills = ['test/faults/kill.test.ts'];

export default defineConfig(async () => ({
  root,
  test: {
    // For two cores, because tests wait: for a browser, for a server that starts. By default it would be one.
    maxWorkers: 3,
    sequence: { sequencer: SlowFirst },
    // Transforming the application costs as much as many tests; the next run reads what has not changed.
    fsModuleCache: true,
    fsModuleCachePath: '.wrangler/vitest',
    // What passes says nothing, so that what a failed test logged is not lost among eight megabytes.
    silent: 'passed-only' as const,
    projects: [
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            // Tests transform the source; wrangler.toml names what is made of it for deployment.
            main: './worker/main/index.ts',
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations(`${root}migrations`),
                // Override a developer's own .dev.vars, so that no test sends real mail.
                ...{ RESEND_API_KEY: '', TURNSTILE_SITE_KEY: '', TURNSTILE_SECRET: '', LIMITS: '' },
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          ...patience,
          isolate: false,
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...commands, ...journeys, ...house, ...kills],
          setupFiles: ['./test/support/migrate.ts'],
          globalSetup: ['./test/support/loopback.ts'],
        },
      },
      { test: { name: 'house', include: house, ...patience } },
      {
        test: {
          name: 'node',
          include: [...commands, ...kills],
          ...patience,
        },
      },
      {
        test: {
          name: 'journeys',
          include: journeys,
          // Each file would load Playwright and the whole application again.
          isolate: false,
          ...patience,
          globalSetup: ['./test/support/site.ts'],
          setupFiles: ['./test/support/go-to-site.ts'],
        },
      },
    ],
  },
}));
