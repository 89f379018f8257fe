import { partnerKey, partnerToken } from '../coalition/partner-links.ts';
import { replaceAccess } from '../coalition/replace-access.ts';
import { byCommand } from '../organize/act-rules.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { withDatabase } from './database.ts';
import { everyPartner, partnersNamed } from './every-partner.ts';
import { readKeys } from './keys.ts';
import { runCommand } from './run.ts';

const usage = `Lists the partners of each campaign with the link to their page and the key for their programs.

  npm run partners
  npm run partners -- revoke SLUG            gives a partner a new link and a new key; the old ones end
  npm run partners -- revoke CAMPAIGN/SLUG   where two campaigns have a partner of that name
  --remote                                   in production, with its KEYRING before the command`;

type Command = { revoke: string | null };

process.exitCode = await runCommand<Command>({
  usage,
  read([verb, slug, ...more]) {
    if (verb === undefined) return { revoke: null };
    return verb === 'revoke' && slug && more.length === 0 ? { revoke: slug } : null;
  },
  async run(command, remote) {
    const keys = readKeys(remote);
    return withDatabase({ remote }, async (db) => {
      const revoked = command.revoke === null ? ok(null) : await revoke(db, command.revoke);
      return revoked.ok ? ok(await listing(db, keys)) : revoked;
    });
  },
});

async function revoke(db: D1Database, name: string): Promise<Result<null, string>> {
  const matching = await partnersNamed(db, name);
  const [found, another] = matching;
  if (!found) return err(`There is no partner ${name}.`);
  if (another) {
    const names = matching.map(({ campaign, partner }) => `${campaign.slug}/${partner.slug}`);
    return err(`Which one? ${names.join(', ')}`);
  }
  const { partner, campaign } = found;
  const by = { campaign, actor: byCommand, now: new Date() };
  const done = await replaceAccess({ db }, { partner, change: 'both', ...by });
  return done.ok ? ok(null) : err('Somebody else has just replaced it. Look again.');
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
