import { listCampaigns } from '../campaigns/store.ts';
import { listEmbedHosts } from '../embeds/store.ts';
import { ok } from '../platform/result.ts';
import { withDatabase } from './database.ts';
import { runCommand } from './run.ts';

const usage = `Lists, for each campaign, who may show its forms and the sites on which they were seen.

  npm run embeds
  --remote    in production`;

process.exitCode = await runCommand({
  usage,
  read: (words) => (words.length === 0 ? {} : null),
  run: (_list, remote) => withDatabase({ remote }, async (db) => ok(await listing(db))),
});

async function listing(db: D1Database): Promise<string> {
  const campaigns = (await listCampaigns(db)).map(async ({ id, slug, embed }) => {
    const hosts = (await listEmbedHosts(db, id)).map(({ host, firstOn, lastOn, n }) => {
      return `  ${host}  ${n === 1 ? `once, on ${firstOn}` : `${n} times, ${firstOn} to ${lastOn}`}`;
    });
    const may = embed.hosts === 'open' ? 'any site' : embed.hosts.join(', ');
    return [`${slug}  may be shown by: ${may}`, ...(hosts.length > 0 ? hosts : ['  seen nowhere so far'])];
  });
  const lines = (await Promise.all(campaigns)).flat();
  return lines.length > 0 ? lines.join('\n') : 'There is no campaign.';
}
