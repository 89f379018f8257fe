import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

// Files share a runtime, so remove what an earlier file has stored.
await reset();
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
