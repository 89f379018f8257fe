import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { makeTables } from './new-database.ts';

const tables = () =>
  env.DB.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name = 'actions'").first(
    'n',
  );

// Files share a runtime, so remove what an earlier file has stored. On a busy machine that may need another try.
for (let tries = 1; ; tries += 1) {
  await reset();
  if ((await tables()) === 0) break;
  if (tries === 10) throw new Error('the database still holds what an earlier file has stored');
}
await makeTables();
