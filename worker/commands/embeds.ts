import { listEmbeds } from '../embeds/listing.ts';
import { ok } from '../platform/result.ts';
import { withDatabase } from './database.ts';
import { runCommand } from './run.ts';

const usage = `Lists, for each campaign, who may show its forms and the sites on which they were seen.

  npm run embeds
  --remote    in production`;

process.exitCode = await runCommand({
  usage,
  read: (words) => (words.length === 0 ? {} : null),
  run: (_list, remote) => withDatabase({ remote }, async (db) => ok(await listEmbeds(db))),
});
