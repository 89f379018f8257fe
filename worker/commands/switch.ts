import { ok } from '../platform/result.ts';
import { listSwitches, type SwitchName, switchNames, turnSwitch } from '../platform/switches.ts';
import { withDatabase } from './database.ts';
import { runCommand } from './run.ts';

const usage = `Lists what is switched, or switches it.

  npm run switch
  npm run switch -- signing-paused on|off      nobody signs; what was signed can be confirmed
  npm run switch -- reminders-paused on|off    reminders come later
  npm run switch -- read-only on|off           nothing is stored and no mail goes out
  --remote                                     in production`;

type Command = { turn: { name: SwitchName; isOn: boolean } | null };

process.exitCode = await runCommand<Command>({
  usage,
  read(words) {
    if (words.length === 0) return { turn: null };
    const [word, position, ...more] = words;
    const name = switchNames.find((one) => one === word);
    if (!name || (position !== 'on' && position !== 'off') || more.length > 0) return null;
    return { turn: { name, isOn: position === 'on' } };
  },
  run: ({ turn }, remote) => withDatabase({ remote }, async (db) => ok(await turnAndList(db, turn))),
});

async function turnAndList(db: D1Database, turn: Command['turn']): Promise<string> {
  if (turn) await turnSwitch(db, turn, new Date());
  const since = new Map((await listSwitches(db)).map((one) => [one.name, one.since.toISOString()]));
  return switchNames
    .map((name) => `${name.padEnd(18)}${since.has(name) ? `on since ${since.get(name)}` : 'off'}`)
    .join('\n');
}
