import { expect, test } from 'vitest';
import { createTestHarness } from 'wrangler';
import { root } from '../support/harness.ts';

test('a production start without its settings takes no request and names each of them', async () => {
  const local = 'local:bG9jYWwta2V5LWtub3duLXRvLWV2ZXJ5b25lLW5ldmVyLWRlcGxveQ';
  const secrets = { KEYRING: local, RESEND_API_KEY: '', TURNSTILE_SITE_KEY: '', TURNSTILE_SECRET: '' };
  const server = createTestHarness({
    root,
    workers: [{ configPath: 'wrangler.toml', env: 'production', secrets }],
  });
  try {
    const failure = await server.listen().then(
      () => 'it started',
      (error: unknown) => String(error),
    );
    expect(failure).toContain('Undersigned cannot start');
    expect(failure).toContain('KEYRING holds the local key');
    expect(failure).toContain('RESEND_API_KEY is missing');
  } finally {
    await server.close();
  }
});
