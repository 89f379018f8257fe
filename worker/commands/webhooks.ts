import { byCommand } from '../organize/act-rules.ts';
import { runQuery } from '../platform/query.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { addWebhook, endWebhook, tryWebhook } from '../webhooks/change-webhook.ts';
import { type WebhookEvent, webhookEvents, webhookUrl } from '../webhooks/rules.ts';
import { findWebhookPlace, webhooksOfPartnerQuery } from '../webhooks/store.ts';
import { withDatabase } from './database.ts';
import { everyPartner, partnersNamed } from './every-partner.ts';
import { readKeys } from './keys.ts';
import { runCommand } from './run.ts';

const usage = `Tells a partner's own programs what happens, signed by Standard Webhooks.

  npm run webhooks -- list
  npm run webhooks -- add PARTNER URL [EVENT ...]   prints the secret, this once
  npm run webhooks -- test ID                       sends a test within a quarter of an hour
  npm run webhooks -- off ID                        tells it nothing any more
  --remote                                          in production; for add with its KEYRING before the command

PARTNER is a slug, or CAMPAIGN/SLUG where two campaigns have a partner of that name. Events, all where none is named:
${webhookEvents.join(', ')}`;

type Command =
  | { verb: 'list' }
  | { verb: 'add'; partner: string; url: string; events: WebhookEvent[] }
  | { verb: 'test' | 'off'; id: string };

const lastShown = 5;

process.exitCode = await runCommand({
  usage,
  read: commandOf,
  run: (command, remote) =>
    withDatabase({ remote }, async (db) => {
      switch (command.verb) {
        case 'list':
          return ok(await listing(db));
        case 'add':
          return add(db, command, remote);
        case 'test':
          return (await change(db, tryWebhook, command.id))
            ? ok('The test goes out with the next delivery.')
            : err(`There is no webhook ${command.id} that is on.`);
        case 'off':
          return (await change(db, endWebhook, command.id))
            ? ok(`${command.id} is off.`)
            : err(`There is no webhook ${command.id} that is on.`);
      }
    }),
});

function commandOf([verb, first, second, ...more]: string[]): Command | null {
  if (verb === 'list' && first === undefined) return { verb };
  if ((verb === 'test' || verb === 'off') && first && second === undefined) return { verb, id: first };
  if (verb !== 'add' || !first || !second) return null;
  const events = webhookEvents.filter((event) => more.length === 0 || more.includes(event));
  const areKnown = more.every((one) => webhookEvents.some((event) => event === one));
  return areKnown ? { verb, partner: first, url: second, events } : null;
}

async function add(
  db: D1Database,
  { partner: name, url: typed, events }: Extract<Command, { verb: 'add' }>,
  remote: boolean,
): Promise<Result<string, string>> {
  const url = webhookUrl(typed, { local: !remote });
  if (url === null) return err('The address must be https, with a public name and without a password.');
  const [found, another] = await partnersNamed(db, name);
  if (!found || found.partner.retired) return err(`There is no partner ${name}.`);
  if (another) return err(`More than one campaign has a partner ${name}. Write CAMPAIGN/${name}.`);
  const { keyring } = readKeys(remote);
  const { partner, campaign } = found;
  const by = { campaign, actor: byCommand, now: new Date() };
  const added = await addWebhook({ db, keyring }, { partner, url, events, ...by });
  if (!added.ok) return err('The partner has just been retired.');
  const { id, secret } = added.value;
  return ok(`id      ${id}\nsecret  ${secret}\nKeep the secret: it is not shown again.`);
}

async function change(
  db: D1Database,
  verb: typeof tryWebhook | typeof endWebhook,
  id: string,
): Promise<boolean> {
  const place = await findWebhookPlace(db, id);
  if (!place) return false;
  return (await verb({ db }, { id, campaign: place.campaign, actor: byCommand, now: new Date() })).ok;
}

async function listing(db: D1Database): Promise<string> {
  const lines: string[] = [];
  for (const { partner, campaign } of await everyPartner(db)) {
    for (const webhook of await runQuery(db, webhooksOfPartnerQuery(db, partner.id, lastShown))) {
      const { id, url, events, offAt } = webhook;
      lines.push(`${id}  ${campaign.slug}/${partner.slug}  ${url}`);
      lines.push(`  ${offAt ? `off since ${offAt.toISOString()}` : events.join(', ')}`);
      for (const last of webhook.lastDeliveries) {
        const { event, state, attempts, lastAt, lastStatus, lastAnswer } = last;
        const answer = [lastStatus ?? 'no answer', lastAnswer?.split('\n', 1)[0] ?? ''].join(' ').trim();
        lines.push(`  ${lastAt.toISOString()}  ${event}  ${state} (attempt ${attempts}): ${answer}`);
      }
    }
  }
  return lines.length > 0 ? lines.join('\n') : 'No partner has a webhook.';
}
