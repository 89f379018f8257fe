import { byCommand } from '../organize/act-rules.ts';
import { linkLasts } from '../organize/ask-for-link.ts';
import { listCampaignNames } from '../organize/campaign-store.ts';
import { printedLink } from '../organize/first-link.ts';
import { organizerKey, tellOrganizer } from '../organize/organizers.ts';
import { changeRole, endAccess, invite } from '../organize/people.ts';
import { findOrganizerByKey, findRole, peopleQuery } from '../organize/people-store.ts';
import { asRole, type Role, roles } from '../organize/role-rules.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import { runQuery } from '../platform/query.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { deliverableEmail } from '../platform/text/identity.ts';
import { withDatabase } from './database.ts';
import { readKeys } from './keys.ts';
import { runCommand } from './run.ts';

const usage = `Who may come into the console of each campaign.

  npm run organizers -- invite EMAIL --role owner   writes to them; on this machine it prints a link that signs in once
  npm run organizers -- list                        everybody with their roles
  npm run organizers -- end EMAIL                   ends an access; the last owner of a campaign keeps theirs
  --role ${roles.join(' | ')}
  --campaign SLUG                                   where there is more than one campaign
  --remote                                          in production, with its KEYRING before the command`;

type Command =
  | { verb: 'list' }
  | { verb: 'invite'; email: string; role: Role }
  | { verb: 'end'; email: string };
type OrganizersCommand = Command & { campaign: string | null };
type Keys = { db: D1Database; keyring: Keyring; publicUrl: string; remote: boolean };
type Campaign = { id: number; slug: string };

process.exitCode = await runCommand<OrganizersCommand>({
  usage,
  flags: ['role', 'campaign'],
  read([verb, email, ...more], _switched, flags) {
    const campaign = flags.campaign ?? null;
    if (more.length > 0) return null;
    if (verb === 'list') return email === undefined ? { verb, campaign } : null;
    if (email === undefined) return null;
    if (verb === 'end') return { verb, email, campaign };
    const role = asRole(flags.role);
    return verb === 'invite' && role ? { verb, email, role, campaign } : null;
  },
  async run(command, remote) {
    const keys = readKeys(remote);
    return withDatabase({ remote }, (db) => obey(command, { db, ...keys, remote }));
  },
});

async function obey(command: OrganizersCommand, keys: Keys): Promise<Result<string, string>> {
  const all = await listCampaignNames(keys.db);
  if (command.verb === 'list') return ok(await listing(keys, all));
  const [only, another] = all.filter(({ slug }) => command.campaign === null || slug === command.campaign);
  if (!only)
    return err(command.campaign ? `There is no campaign ${command.campaign}.` : 'There is no campaign yet.');
  if (another) return err(`Which one? --campaign ${all.map(({ slug }) => slug).join(' | ')}`);
  const email = deliverableEmail(command.email);
  if (!email) return err(`${command.email} is no email address.`);
  return command.verb === 'invite'
    ? inviteOne(keys, { campaign: only, email, role: command.role })
    : endOne(keys, { campaign: only, email });
}

async function inviteOne(
  keys: Keys,
  { campaign, email, role }: { campaign: Campaign; email: string; role: Role },
): Promise<Result<string, string>> {
  const now = new Date();
  const done = await invite(keys, { campaign, email, role, actor: byCommand, now });
  if (!done.ok) return changeOne(keys, { campaign, email, role });
  const invited = `${email} is ${role} of ${campaign.slug}.`;
  if (keys.remote) return ok(`${invited}\nThey sign in at ${keys.publicUrl}/organize/sign-in`);
  const link = await printedLink(keys, {
    ...keys,
    organizerId: done.value.organizerId,
    lasts: linkLasts,
    now,
  });
  return ok(`${invited}\nSigns in once, within ten minutes: ${link}`);
}

/** Whoever is inside gets the other role. */
async function changeOne(
  { db, keyring }: Keys,
  { campaign, email, role }: { campaign: Campaign; email: string; role: Role },
): Promise<Result<string, string>> {
  const organizerId = await findOrganizerByKey(db, await organizerKey(keyring, email));
  const from = organizerId && (await findRole(db, { campaignId: campaign.id, organizerId }));
  if (!organizerId || !from) return err('Somebody else changed this at the same moment. Try again.');
  if (from === role) return ok(`${email} is ${role} of ${campaign.slug} already.`);
  const change = { campaign, organizerId, from, to: role, actor: byCommand, now: new Date() };
  const done = await changeRole({ db }, change);
  if (!done.ok) return err(`${email} is the last owner of ${campaign.slug}. Make somebody else one first.`);
  return ok(`${email} is ${role} of ${campaign.slug} now.`);
}

async function endOne(
  { db, keyring }: Keys,
  { campaign, email }: { campaign: Campaign; email: string },
): Promise<Result<string, string>> {
  const organizerId = await findOrganizerByKey(db, await organizerKey(keyring, email));
  const role = organizerId && (await findRole(db, { campaignId: campaign.id, organizerId }));
  if (!organizerId || !role) return err(`${email} has no access to ${campaign.slug}.`);
  const done = await endAccess({ db }, { campaign, organizerId, role, actor: byCommand, now: new Date() });
  if (!done.ok) return err(`${email} is the last owner of ${campaign.slug}. Make somebody else one first.`);
  return ok(`${email} is out of ${campaign.slug}.`);
}

async function listing({ db, keyring }: Keys, campaigns: Campaign[]): Promise<string> {
  const parts = campaigns.map(async ({ id, slug }) => {
    const people = await runQuery(db, peopleQuery(db, id));
    const lines = people.map(async ({ organizerId, sealed, role, lastUsedAt, endedAt, passkeys }) => {
      const email = await tellOrganizer(keyring, { id: organizerId, sealed }, 'en');
      const used = lastUsedAt ? `last used ${lastUsedAt.toISOString().slice(0, 10)}` : 'never used';
      const state = endedAt ? `ended ${endedAt.toISOString().slice(0, 10)}` : used;
      return `  ${role.padEnd(10)}${email}  ${state}, ${passkeys} passkeys`;
    });
    return [slug, ...(lines.length > 0 ? await Promise.all(lines) : ['  nobody'])].join('\n');
  });
  return parts.length > 0 ? (await Promise.all(parts)).join('\n') : 'There is no campaign yet.';
}
