import { createRequire } from 'node:module';

/** The workerd that wrangler brings knows the Worker's compatibility date; Miniflare 4 of npm brings an older one. */
const ofWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'));

export function useWranglersRuntime(): void {
  process.env.MINIFLARE_WORKERD_PATH ??= (ofWrangler('workerd') as { default: string }).default;
}

export function runtimeVersion(): string {
  return (ofWrangler('workerd/package.json') as { version: string }).version;
}
