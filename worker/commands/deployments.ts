import { parse } from 'smol-toml';
import { err, ok, type Result } from '../platform/result.ts';

/** One environment of `wrangler.toml` that is deployed. */
export type Deployment = { name: string; publicUrl: string; database: string; hasDatabase: boolean };

export type NewDeployment = { name: string; publicUrl: string; mailFrom?: string; newsFrom?: string };

type Environment = {
  vars: Record<string, string>;
  d1_databases: { database_name: string; database_id: string }[];
  queues: { producers: { queue: string }[] };
  ratelimits: { namespace_id: string }[];
};

/** The one that others are made like. */
export const first = 'production';
const noId = '00000000-0000-0000-0000-000000000000';
const isName = /^[a-z][a-z0-9-]{0,30}[a-z0-9]$/;

/** The environments of a `wrangler.toml`, in its order. */
export function deploymentsIn(toml: string): Deployment[] {
  return Object.entries(environmentsOf(toml)).map(
    ([
      name,
      {
        vars,
        d1_databases: [database],
      },
    ]) => ({
      name,
      publicUrl: vars.PUBLIC_URL ?? '',
      database: database?.database_name ?? '',
      hasDatabase: database !== undefined && database.database_id !== noId,
    }),
  );
}

/**
 * The `wrangler.toml` with one more environment: all that `production` has, with a database, a queue and limits of its
 * own. What stands in the file stays as it is, comments too. The error is a sentence.
 */
export function withDeployment(toml: string, added: NewDeployment): Result<string, string> {
  const { name, publicUrl } = added;
  const environments = environmentsOf(toml);
  const model = environments[first];
  const text = sectionsOf(toml, first);
  if (!model || text === '') return err(`wrangler.toml has no [env.${first}] to make others like`);
  if (!isName.test(name)) {
    return err(
      `"${name}" cannot be its name: take 2 to 32 small letters, digits and hyphens, like oak-ville`,
    );
  }
  const taken = Object.entries(environments).find(
    ([other, { vars }]) => other === name || vars.PUBLIC_URL === publicUrl,
  );
  if (taken) return err(`wrangler.toml has ${taken[0]} at ${taken[1].vars.PUBLIC_URL} already`);
  const host = hostOf(publicUrl);
  if (host === null) {
    return err(`"${publicUrl}" is not the address of a site: give it like https://petitions.example.org`);
  }
  const names = {
    database: namedAfter(model.d1_databases[0]?.database_name, name),
    queue: queueOf(model, name),
  };
  const values: Record<string, string> = {
    database_name: names.database,
    database_id: noId,
    queue: names.queue,
    PUBLIC_URL: publicUrl,
    MAIL_FROM: added.mailFrom ?? `Undersigned <petitions@${host}>`,
    NEWS_FROM: added.newsFrom ?? `Undersigned <news@${host}>`,
    namespace_id: String(freeNamespace(toml)),
  };
  const lines = text
    .replaceAll(`env.${first}`, `env.${name}`)
    .split('\n')
    .filter((line) => !/^routes\s*=/.test(line))
    .map((line) => {
      const key = /^(\w+)\s*=/.exec(line)?.[1] ?? '';
      return key in values ? `${key} = ${JSON.stringify(values[key])}` : line;
    });
  const at = lines.indexOf(`[env.${name}]`);
  lines.splice(at + 1, 0, `routes = [{ pattern = ${JSON.stringify(host)}, custom_domain = true }]`);
  return ok(`${toml.trimEnd()}\n\n${lines.join('\n').trim()}\n`);
}

function environmentsOf(toml: string): Record<string, Environment> {
  const { env = {} } = parse(toml) as unknown as { env?: Record<string, Environment> };
  return env;
}

/** The lines of one environment, which stand together. */
function sectionsOf(toml: string, name: string): string {
  const parts = toml.split(/^(?=\[)/m);
  const isOf = (part: string) => new RegExp(`^\\[{1,2}env\\.${name}[.\\]]`).test(part);
  return parts.filter(isOf).join('');
}

function hostOf(publicUrl: string): string | null {
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : null;
  return url?.protocol === 'https:' && url.origin === publicUrl && url.port === '' ? url.hostname : null;
}

function namedAfter(model: string | undefined, name: string): string {
  return `${model ?? 'undersigned'}-${name}`;
}

function queueOf({ queues }: Environment, name: string): string {
  return `${queues.producers[0]?.queue ?? 'undersigned-jobs'}-${name}`;
}

/** Cloudflare counts requests for each number, so two deployments must not have the same. */
function freeNamespace(toml: string): number {
  const used = [...toml.matchAll(/^namespace_id\s*=\s*"(\d+)"/gm)].map(([, n]) => Number(n));
  return Math.max(1000, ...used) + 1;
}
