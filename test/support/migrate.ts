import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

// Files share a runtime, so remove what an earlier file has stored.
await reset();
// Applied as one migration: as many as there are would take three times as long, in each file.
const queries = env.TEST_MIGRATIONS.flatMap((migration) => migration.queries);
await applyD1Migrations(env.DB, [{ name: 'all', queries }]);
