import { createRequire } from 'node:module';

/**
 * Use the workerd that comes with wrangler. The one of Miniflare 4 on npm is older and does not know the Worker's
 * compatibility date.
 */
const ofWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'));

export function useWranglersRuntime(): void {
  process.env.MINIFLARE_WORKERD_PATH ??= (ofWrangler('workerd') as { default: string }).default;
}

export function runtimeVersion(): string {
  return (ofWrangler('workerd/package.json') as { version: string }).version;
}
