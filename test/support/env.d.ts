declare namespace Cloudflare {
  interface Env extends Omit<import('../../worker/env.ts').Env, 'ASSETS'> {
    TEST_MIGRATIONS: import('@cloudflare/vitest-plugin').D1Migration[];
  }
}
