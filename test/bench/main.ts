import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../worker/commands/wrangler-config.ts';
import { buildBundles } from './build.ts';
import { runCampaigns } from './campaigns.ts';
import { runConsole } from './console.ts';
import { runFaults } from './faults.ts';
import { describeMachine } from './machine.ts';
import { runMailing } from './mailing.ts';
import { keyringOf } from './people.ts';
import { type Plan, quickPlan, wholePlan } from './plan.ts';
import { budgetTable, type Figure, jsonLine } from './report.ts';
import { type Ground, runFigures } from './run-figures.ts';
import { runStatements } from './statements.ts';
import { runStorm } from './storm.ts';
import { makeTemplate } from './template.ts';

const usage = `Measures how fast and how safe.

  npm run bench                    the figures, then the storm
  npm run bench -- --quick         the main figures, in about three minutes
  npm run bench -- storm           the storm alone, at the record of 2019 and at ten times that
  npm run bench -- storm --times 3 at three times the record; may be given more than once
  npm run bench -- --quick storm   a short one
  npm run bench -- console         rows and bytes of every page of the console, with 1,000,000 signatures
  npm run bench -- campaigns       pages of one campaign among 50 others with 50 petitions each
  npm run bench -- mailing         news to 100,000 people, and signing meanwhile
  npm run bench -- statements      closing a week for the public log: rows, time, storage
  npm run bench -- faults          kills, failing databases, late and repeated calls, for long`;

/** `ground` is built when the first part needs it. */
type Run = { dir: string; plan: Plan; times: number[]; ground(): Promise<Ground> };

const parts: Record<string, (run: Run) => Promise<Figure[]>> = {
  figures: async ({ ground }) => runFigures(await ground()),
  storm: async ({ ground, times }) => runStorm(await ground(), times),
  console: async ({ ground }) => runConsole(await ground()),
  campaigns: async ({ ground }) => runCampaigns(await ground()),
  mailing: async ({ ground }) => runMailing(await ground()),
  statements: async ({ ground }) => runStatements(await ground()),
  faults: runFaults,
};

await run();

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean' },
      times: { type: 'string', multiple: true, default: ['1', '10'] },
      help: { type: 'boolean' },
    },
  });
  const times = values.times.map(Number);
  const usual = values.quick ? ['figures'] : ['figures', 'storm'];
  const names = positionals.length > 0 ? positionals : usual;
  const unknown = names.filter((name) => !parts[name]);
  if (values.help || unknown.length > 0 || times.some((n) => !(n > 0))) return console.log(usage);

  const startedAt = Date.now();
  const dir = mkdtempSync(join(tmpdir(), 'undersigned-bench-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  for (const line of describeMachine()) console.log(line);
  const plan = values.quick ? quickPlan : wholePlan;
  let prepared: Promise<Ground> | undefined;
  const ground = () => {
    prepared ??= prepare(dir, plan);
    return prepared;
  };
  const figures: Figure[] = [];
  for (const name of names) figures.push(...(await parts[name]!({ dir, plan, times, ground })));

  console.log('');
  for (const figure of figures) console.log(jsonLine(figure));
  console.log(`\n${budgetTable(figures)}`);
  const missed = figures.filter(({ holds }) => holds === false);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(
    missed.length === 0
      ? `\nEvery budget holds. (${seconds} s)`
      : `\n${missed.length} budgets do NOT hold: ${missed.map(({ figure }) => figure).join(', ')}. (${seconds} s)`,
  );
}

async function prepare(dir: string, plan: Plan): Promise<Ground> {
  console.log('Building…');
  const bundles = await buildBundles();
  const template = join(dir, 'template');
  await makeTemplate(bundles, template);
  const keyring = keyringOf(readConfig().vars.KEYRING ?? '');
  return { bundles, template, keyring, dir, plan };
}
