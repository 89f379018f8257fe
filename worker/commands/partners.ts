import { parseArgs } from 'node:util';
import type { Campaign } from '../campaigns/rules.ts';
import { listCampaigns } from '../campaigns/store.ts';
import { partnerKey, partnerToken } from '../coalition/links.ts';
import type { Partner } from '../coalition/rules.ts';
import { listPartners, revokePartner } from '../coalition/store.ts';
import { explainFailure, withDatabase } from './database.ts';
import { readKeys } from './keys.ts';

const usage = `Lists the partners of each campaign with the link to their page and the key for their programs.

  npm run partners
  npm run partners -- revoke SLUG            gives a partner a new link and a new key; the old ones end
  npm run partners -- revoke CAMPAIGN/SLUG   where two campaigns have a partner of that name
  --remote                                   in production, with its KEYRING before the command`;

type Command = { remote: boolean; revoke: string | null };
type Named = { campaign: Campaign; partner: Partner };

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const command = readCommand(args);
  if (!command) return fail(usage);
  try {
    const keys = await readKeys(command.remote);
    return await withDatabase(command, async (db) => {
      if (command.revoke !== null) {
        const problem = await revoke(db, command.revoke);
        if (problem) return fail(problem);
      }
      console.log(await listing(db, keys));
      return 0;
    });
  } catch (error) {
    return fail(explainFailure(error, command.remote));
  }
}

function readCommand(args: string[]): Command | null {
  try {
    const options = { remote: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const remote = values.remote ?? false;
    const [verb, slug, ...more] = positionals;
    if (verb === undefined) return { remote, revoke: null };
    return verb === 'revoke' && slug && more.length === 0 ? { remote, revoke: slug } : null;
  } catch {
    return null;
  }
}

/** What is wrong with the name; null where it is done. */
async function revoke(db: D1Database, name: string): Promise<string | null> {
  const [slug, campaignSlug] = name.split('/').reverse();
  const matching = (await everyPartner(db)).filter(
    ({ campaign, partner }) =>
      partner.slug === slug && (campaignSlug === undefined || campaign.slug === campaignSlug),
  );
  const [found, another] = matching;
  if (!found) return `There is no partner ${name}.`;
  if (another) {
    const names = matching.map(({ campaign }) => `${campaign.slug}/${slug}`);
    return `Which one? ${names.join(', ')}`;
  }
  await revokePartner(db, found.partner.id);
  return null;
}

async function everyPartner(db: D1Database): Promise<Named[]> {
  const campaigns = await listCampaigns(db);
  const partners = await Promise.all(campaigns.map(({ id }) => listPartners(db, id)));
  return campaigns.flatMap((campaign, i) => (partners[i] ?? []).map((partner) => ({ campaign, partner })));
}

async function listing(
  db: D1Database,
  { keyring, publicUrl }: Awaited<ReturnType<typeof readKeys>>,
): Promise<string> {
  const lines = (await everyPartner(db)).map(async ({ campaign, partner }) => {
    const name = `${campaign.slug}/${partner.slug}  ${partner.name.en}`;
    return [
      partner.retired ? `${name} (no longer a partner)` : name,
      `  page  ${publicUrl}/partners/${await partnerToken(keyring, partner)}`,
      `  key   ${await partnerKey(keyring, partner)}`,
    ].join('\n');
  });
  return lines.length > 0 ? (await Promise.all(lines)).join('\n') : 'No campaign has a partner.';
}

function fail(text: string): number {
  console.error(text);
  return 1;
}
