import { eventMinutes as event, turnByCommand } from '../operations/turn-switch.ts';
import { ok } from '../platform/result.ts';
import { isPause, listSwitches, type SwitchName, switchNames } from '../platform/switches.ts';
import { minute } from '../platform/time/clock.ts';
import { withDatabase } from './database.ts';
import { runCommand } from './run.ts';

const usage = `Lists what is switched, or switches it.

  npm run switch
  npm run switch -- signing-paused on|off      nobody signs; what was signed can be confirmed
  npm run switch -- reminders-paused on|off    reminders come later
  npm run switch -- read-only on|off           nothing is stored and no mail goes out
  npm run switch -- event-open on [MINUTES]    many may sign behind one connection; ends after an hour, or MINUTES
  npm run switch -- event-open off             ends it now
  --remote                                     in production`;

type Command = { turn: { name: SwitchName; isOn: boolean; minutes: number | null } | null };

process.exitCode = await runCommand<Command>({
  usage,
  read(words) {
    if (words.length === 0) return { turn: null };
    const [word, position, length, ...more] = words;
    const name = switchNames.find((one) => one === word);
    if (!name || (position !== 'on' && position !== 'off') || more.length > 0) return null;
    const isOn = position === 'on';
    if (isPause(name) || !isOn) return length === undefined ? { turn: { name, isOn, minutes: null } } : null;
    const minutes = Number(length ?? event.usual);
    const isLength = Number.isInteger(minutes) && minutes >= 1 && minutes <= event.longest;
    return isLength ? { turn: { name, isOn, minutes } } : null;
  },
  run: ({ turn }, remote) => withDatabase({ remote }, async (db) => ok(await turnAndList(db, turn))),
});

async function turnAndList(db: D1Database, turn: Command['turn']): Promise<string> {
  const now = new Date();
  if (turn) {
    const { minutes } = turn;
    const until = minutes === null ? null : new Date(now.getTime() + minutes * minute);
    await turnByCommand(db, { ...turn, until }, now);
  }
  const on = new Map((await listSwitches(db, now)).map((one) => [one.name, one]));
  return switchNames.map((name) => `${name.padEnd(18)}${stateOf(on.get(name))}`).join('\n');
}

function stateOf(found: { since: Date; until: Date | null } | undefined): string {
  if (!found) return 'off';
  const until = found.until ? ` until ${found.until.toISOString()}` : '';
  return `on since ${found.since.toISOString()}${until}`;
}
