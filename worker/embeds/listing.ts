import { listCampaigns } from '../campaigns/store.ts';
import { listEmbedHosts } from './store.ts';

/** For a terminal: who may show the forms of each campaign, and the sites on which they were seen. */
export async function listEmbeds(db: D1Database): Promise<string> {
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
