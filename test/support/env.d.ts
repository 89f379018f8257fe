declare namespace Cloudflare {
  interface Env extends Omit<import('../../worker/platform/settings.ts').Env, 'ASSETS'> {
    TEST_MIGRATIONS: import('@cloudflare/vitest-plugin').D1Migration[];
  }
}

declare module '*.toml?raw' {
  const text: string;
  export default text;
}

declare module '*.sql?raw' {
  const text: string;
  export default text;
}
