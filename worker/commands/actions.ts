import { type ActionLife, erasesAt, retentionEndsAt } from '../actions/retention-rules.ts';
import { endOfTerm } from '../actions/rules.ts';
import { closeAction, findLife, keepAction, listLives, reopenAction } from '../actions/term-store.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { dateIn, dayIn } from '../platform/time/clock.ts';
import { withDatabase } from './database.ts';
import { runCommand } from './run.ts';

const usage = `Lists the petitions and surveys, or closes one and opens it again.

  npm run actions
  npm run actions -- close SLUG              now; its personal data is erased when the campaign's retention is over
  npm run actions -- reopen SLUG             as long as nothing was erased; without an end if its last day has passed
  npm run actions -- reopen SLUG 2027-06-30  with a new last day
  npm run actions -- keep SLUG 2027-06-30    puts off erasing until after that day
  --remote                                   in production`;

type Command =
  | { verb: 'list' }
  | { verb: 'close'; slug: string }
  | { verb: 'reopen'; slug: string; lastDay: string | null }
  | { verb: 'keep'; slug: string; lastDay: string };

process.exitCode = await runCommand<Command>({
  usage,
  read([verb, slug, day, ...more]) {
    if (verb === undefined) return { verb: 'list' };
    if (!slug || more.length > 0) return null;
    if (verb === 'close') return day === undefined ? { verb, slug } : null;
    if (verb === 'reopen') return { verb, slug, lastDay: day ?? null };
    return verb === 'keep' && day ? { verb, slug, lastDay: day } : null;
  },
  run: (command, remote) => withDatabase({ remote }, (db) => runOn(db, command, new Date())),
});

async function runOn(db: D1Database, command: Command, now: Date): Promise<Result<string, string>> {
  if (command.verb === 'list') {
    const lives = await listLives(db);
    return ok(lives.length > 0 ? lives.map(lineOf).join('\n') : 'there are none');
  }
  const life = await findLife(db, command.slug);
  if (!life) return err(`There is no petition or survey ${command.slug}.`);
  const done = await act(db, { command, life }, now);
  if (!done.ok) return done;
  const after = await findLife(db, command.slug);
  return ok(after ? lineOf(after) : '');
}

async function act(
  db: D1Database,
  { command, life }: { command: Exclude<Command, { verb: 'list' }>; life: ActionLife },
  now: Date,
): Promise<Result<undefined, string>> {
  const { id, slug, state } = life;
  if (command.verb === 'close') {
    return (await closeAction(db, id, now))
      ? ok()
      : err(`${slug} is ${state}: only what is open can be closed.`);
  }
  const end = endOfDay(command.lastDay, life.timeZone);
  if (end === 'no-date') return err(`${command.lastDay} is not a date, such as 2027-06-30.`);
  if (end && end <= now) return err(`${command.lastDay} is over already.`);
  const over = whyOver(life, now);
  if (over) return err(over);
  const done = end && command.verb === 'keep' ? keepAction(db, id, end) : reopen(db, life, { end, now });
  return (await done) ? ok() : err(`${slug} is ${state}: this is for what is closed.`);
}

/** Without a new last day, an old one that has passed is removed. */
function reopen(db: D1Database, { id, closesAt }: ActionLife, { end, now }: { end: Date | null; now: Date }) {
  const earlier = closesAt && closesAt > now ? closesAt : null;
  return reopenAction(db, id, { closesAt: end ?? earlier, now });
}

function whyOver(life: ActionLife, now: Date): string | null {
  if (life.erasedAt)
    return `The personal data of ${life.slug} is erased: there is nothing left to go on with.`;
  const due = erasesAt(life);
  return due && due <= now ? `The retention of ${life.slug} is over, and its data is being erased.` : null;
}

/** The first instant after that day. */
function endOfDay(day: string | null, timeZone: string): Date | null | 'no-date' {
  if (day === null) return null;
  return dayIn(timeZone, day)?.until ?? 'no-date';
}

function lineOf(life: ActionLife): string {
  const { kind, slug, state, timeZone, erasedAt } = life;
  const on = (instant: Date) => dateIn(timeZone, instant);
  const lastDay = (end: Date) => on(new Date(end.getTime() - 1));
  const end = endOfTerm(life);
  const retention = erasesAt(life) ?? retentionEndsAt(life);
  const parts = [
    state === 'open' && (end ? `last day ${lastDay(end)}` : 'no last day'),
    state === 'closed' && life.closedAt && `closed on ${on(life.closedAt)}`,
    state === 'closed' && !erasedAt && retention && `personal data is erased on ${on(retention)}`,
    state === 'closed' && !erasedAt && life.erasingToldAt && `announced on ${on(life.erasingToldAt)}`,
    erasedAt && `personal data was erased on ${on(erasedAt)}`,
  ];
  return [`${kind} ${slug}: ${state}`, ...parts.filter((part) => part)].join(', ');
}
