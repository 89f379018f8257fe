import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

// Files share a runtime: what an earlier one has stored is none of this one's.
await reset();
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
