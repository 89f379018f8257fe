import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'smol-toml';
import { root } from './root.ts';

type Values = Record<string, string>;
type Database = { binding: string; database_name: string; database_id: string };
type Part = { vars: Values; d1_databases: Database[] };
type Config = Part & { name: string; compatibility_date: string; account_id?: string };

/**
 * What commands need of `wrangler.toml`. Wrangler itself would tell it too, but loading it takes two seconds, which is
 * most of what a command takes.
 */
export function readConfig(): Config {
  return readFile();
}

/** The same of the deployment that a command is for. An error where there is no such one. */
export function readRemoteConfig(): Config & { environment: string } {
  const { env, ...file } = readFile();
  const part = env[remote];
  if (!part)
    throw new Error(`wrangler.toml has no deployment ${remote}, only ${Object.keys(env).join(', ')}`);
  return { ...file, ...part, environment: remote };
}

let remote = 'production';

/** Which of the deployments `--remote` means, until it is called again. */
export function chooseDeployment(name = 'production'): void {
  remote = name;
}

/** Tests take another one. */
export const configFile = process.env.WRANGLER_TOML ?? join(root, 'wrangler.toml');

function readFile(): Config & { env: Record<string, Part> } {
  return parse(readFileSync(configFile, 'utf8')) as unknown as Config & { env: Record<string, Part> };
}

/** Modules that the Worker has in place of others, by their absolute paths. Tests take them from the same list. */
export function readAliases(): Record<string, string> {
  const { alias } = parse(readFileSync(join(root, 'wrangler.toml'), 'utf8')) as {
    alias: Record<string, string>;
  };
  return Object.fromEntries(Object.entries(alias).map(([name, path]) => [name, join(root, path)]));
}

/** The settings of `npm start`: those of `wrangler.toml` and, before them, a developer's own in `.dev.vars`. */
export function readLocalVars(): Values {
  const path = join(root, '.dev.vars');
  const own = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
  return { ...readConfig().vars, ...(own as Values) };
}
