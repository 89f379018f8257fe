import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unstable_readConfig } from 'wrangler';

const config = join(import.meta.dirname, '../../wrangler.toml');

test.each([
  ['here', undefined],
  ['in production', 'production'],
])(
  'Cloudflare keeps no addresses of requests %s, because they hold the tokens of mailed links',
  (_where, env) => {
    const { observability, logpush, tail_consumers } = unstable_readConfig(
      { config, env },
      { hideWarnings: true },
    );
    expect(observability).toMatchObject({ enabled: true, logs: { invocation_logs: false } });
    // These would keep or pass on the addresses as well.
    expect([observability?.traces?.enabled, logpush, tail_consumers]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  },
);
