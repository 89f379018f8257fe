import { parseArgs } from 'node:util';
import { listSwitches, type SwitchName, switchNames, turnSwitch } from '../platform/switches.ts';
import { explainFailure, withDatabase } from './database.ts';

const usage = `Lists what is switched, or switches it.

  npm run switch
  npm run switch -- signing-paused on|off      nobody signs; what was signed can be confirmed
  npm run switch -- reminders-paused on|off    reminders come later
  npm run switch -- read-only on|off           nothing is stored and no mail goes out
  --remote                                     in production`;

type Command = { remote: boolean; turn: { name: SwitchName; isOn: boolean } | null };

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const command = readCommand(args);
  if (!command) return fail(usage);
  try {
    console.log(await withDatabase(command, (db) => turnAndList(db, command.turn)));
    return 0;
  } catch (error) {
    return fail(explainFailure(error, command.remote));
  }
}

function readCommand(args: string[]): Command | null {
  try {
    const options = { remote: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const remote = values.remote ?? false;
    if (positionals.length === 0) return { remote, turn: null };
    const [word, position, ...more] = positionals;
    const name = switchNames.find((one) => one === word);
    if (!name || (position !== 'on' && position !== 'off') || more.length > 0) return null;
    return { remote, turn: { name, isOn: position === 'on' } };
  } catch {
    return null;
  }
}

async function turnAndList(db: D1Database, turn: Command['turn']): Promise<string> {
  if (turn) await turnSwitch(db, turn, new Date());
  const since = new Map((await listSwitches(db)).map((one) => [one.name, one.since.toISOString()]));
  return switchNames
    .map((name) => `${name.padEnd(18)}${since.has(name) ? `on since ${since.get(name)}` : 'off'}`)
    .join('\n');
}

function fail(text: string): number {
  console.error(text);
  return 1;
}
