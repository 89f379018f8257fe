import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkKit, openKit } from '../kits/open-kit.ts';
import { explainFailure, withDatabase } from './database.ts';
import { linesOf, readKitFile } from './kit-file.ts';

const usage = `Opens a campaign from its file, or brings it up to the file.

  npm run kit -- check FILE
  npm run kit -- open FILE            in the database of npm start
  npm run kit -- open FILE --remote   in the database of production`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const command = readCommand(args);
  if (!command) return fail([usage]);
  // npm runs scripts in the project's folder; the path was typed in INIT_CWD.
  const json = readKitFile(resolve(process.env.INIT_CWD ?? '', command.file));
  if (!json.ok) return fail(json.error);
  return command.verb === 'check' ? check(json.value) : await open(json.value, command.remote);
}

function readCommand(args: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { remote: { type: 'boolean' } },
    });
    const [verb, file, ...more] = positionals;
    if (!file || more.length > 0 || (verb !== 'check' && verb !== 'open')) return null;
    return { verb, file, remote: values.remote ?? false };
  } catch {
    return null;
  }
}

function check(json: unknown): number {
  const kit = checkKit(json);
  if (!kit.ok) return fail(linesOf(kit.error));
  console.log(`campaign ${kit.value.campaign.slug}: the kit is right`);
  return 0;
}

async function open(json: unknown, remote: boolean): Promise<number> {
  try {
    const opened = await withDatabase({ remote }, (db) => openKit(db, json, new Date()));
    if (!opened.ok) return fail([...linesOf(opened.error), 'Nothing was changed.']);
    const { changes, kept } = opened.value;
    console.log([...(changes.length > 0 ? changes : ['nothing changed']), ...kept].join('\n'));
    return 0;
  } catch (error) {
    return fail([explainFailure(error, remote)]);
  }
}

function fail(lines: string[]): number {
  console.error(lines.join('\n'));
  return 1;
}
