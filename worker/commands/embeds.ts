import { parseArgs } from 'node:util';
import { listCampaigns } from '../campaigns/store.ts';
import { listEmbedHosts } from '../embeds/store.ts';
import { explainFailure, withDatabase } from './database.ts';

const usage = `Lists, for each campaign, who may show its forms and the sites on which they were seen.

  npm run embeds
  --remote    in production`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const command = readCommand(args);
  if (!command) return fail(usage);
  try {
    console.log(await withDatabase(command, listing));
    return 0;
  } catch (error) {
    return fail(explainFailure(error, command.remote));
  }
}

function readCommand(args: string[]): { remote: boolean } | null {
  try {
    const { values } = parseArgs({ args, options: { remote: { type: 'boolean' } } });
    return { remote: values.remote ?? false };
  } catch {
    return null;
  }
}

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

function fail(text: string): number {
  console.error(text);
  return 1;
}
