import { liftSuppression, listSuppressions, type SuppressionReason } from '../platform/mail/suppressions.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { deliverableEmail } from '../platform/text/identity.ts';
import { withDatabase } from './database.ts';
import { readKeys } from './keys.ts';
import { runCommand } from './run.ts';

const usage = `Addresses that get no mail any more, because mail came back for good or was reported as spam.

  npm run suppressions -- list          why and since when; of the addresses only fingerprints are kept
  npm run suppressions -- lift EMAIL    its owner wrote from it and wants our mail again
  --remote                              in production, with its KEYRING before the command to lift`;

type Command = { lift: string | null };

const shownAtOnce = 200;

const said: Record<SuppressionReason, string> = {
  bounced: 'mail came back for good',
  complained: 'mail was reported as spam',
};

process.exitCode = await runCommand<Command>({
  usage,
  read([word, email, ...more]) {
    if (more.length > 0) return null;
    if (word === 'list' && email === undefined) return { lift: null };
    return word === 'lift' && email !== undefined ? { lift: email } : null;
  },
  run: ({ lift: email }, remote) => (email === null ? list(remote) : lift(email, remote)),
});

async function list(remote: boolean): Promise<Result<string, string>> {
  const found = await withDatabase({ remote }, (db) => listSuppressions(db, shownAtOnce));
  const lines = found.map(({ reason, since }) => `${since.toISOString().slice(0, 10)}  ${said[reason]}`);
  return ok(lines.length > 0 ? lines.join('\n') : 'no address is suppressed');
}

async function lift(typed: string, remote: boolean): Promise<Result<string, string>> {
  const email = deliverableEmail(typed);
  if (!email) return err(`${typed} is no email address.`);
  const { keyring } = readKeys(remote);
  const reasons = await withDatabase({ remote }, (db) => liftSuppression({ db, keyring }, email));
  if (reasons.length === 0)
    return err('This address is not suppressed here. The mail service keeps a list of its own.');
  return ok(`Mail goes to it again (${reasons.map((reason) => said[reason]).join(', ')}).`);
}
