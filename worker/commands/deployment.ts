import { readFileSync, writeFileSync } from 'node:fs';
import { err, ok, type Result } from '../platform/result.ts';
import { type Deployment, deploymentsIn, type NewDeployment, withDeployment } from './deployments.ts';
import { runCommand } from './run.ts';
import { configFile } from './wrangler-config.ts';

const usage = `Lists the deployments of wrangler.toml, or adds one for another city, with a database of its own.

  npm run deployment
  npm run deployment -- add NAME https://ADDRESS
  --mail-from "NAME <ADDRESS>"    the sender of mails; petitions@ADDRESS where it is left out
  --news-from "NAME <ADDRESS>"    the sender of news; news@ADDRESS where it is left out`;

type Command = { added: NewDeployment | null };

process.exitCode = await runCommand<Command>({
  usage,
  flags: ['mail-from', 'news-from'],
  read([word, name, publicUrl = '', ...more], _switched, flags) {
    if (word === undefined) return { added: null };
    if (word !== 'add' || name === undefined || more.length > 0) return null;
    const { 'mail-from': mailFrom, 'news-from': newsFrom } = flags;
    return { added: { name, publicUrl, ...(mailFrom && { mailFrom }), ...(newsFrom && { newsFrom }) } };
  },
  run: async ({ added }) =>
    added ? add(added) : ok(deploymentsIn(readFileSync(configFile, 'utf8')).map(line).join('\n')),
});

function line({ name, publicUrl, database, hasDatabase }: Deployment): string {
  const missing = hasDatabase ? '' : '  (has no database_id yet)';
  return `${name}  ${publicUrl}  database ${database}${missing}`;
}

function add(added: NewDeployment): Result<string, string> {
  if (added.publicUrl === '')
    return err('The address is missing: npm run deployment -- add NAME https://ADDRESS');
  const changed = withDeployment(readFileSync(configFile, 'utf8'), added);
  if (!changed.ok) return changed;
  writeFileSync(configFile, changed.value);
  return ok(stepsOf(added, changed.value));
}

/** What is left to do, in the order of docs/deploying.md. */
function stepsOf({ name }: NewDeployment, toml: string): string {
  const database = deploymentsIn(toml).find((one) => one.name === name)?.database ?? '';
  return `wrangler.toml has [env.${name}] now. What is left (docs/deploying.md explains each step):

  npm run wrangler -- d1 create ${database}     # put the id that it prints under [[env.${name}.d1_databases]]
  npm run wrangler -- queues create undersigned-jobs-${name}
  npm run --silent keyring                      # one of its own; keep a copy in a safe place
  npm run wrangler -- secret put KEYRING --env ${name}
  npm run wrangler -- secret put RESEND_API_KEY --env ${name}
  npm run wrangler -- d1 migrations apply ${database} --remote --env ${name}
  npm run wrangler -- deploy --env ${name}
  npm run wrangler -- secret put RESEND_WEBHOOK_SECRET --env ${name}
  npm run kit -- open MY-CITY.json --deployment ${name}`;
}
