import type { ActionKinds } from '../actions/kind.ts';
import { direct, sourceOf } from '../coalition/rules.ts';
import { listSources } from '../coalition/store.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consolePath, withDone } from '../organize/frame.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { parseSheetCode, sheetCodeOf } from '../sharing/sheet-rules.ts';
import { discardSheet } from './discard-sheet.ts';
import { finishSheet } from './finish-sheet.ts';
import { listLines } from './line-store.ts';
import {
  changedPage,
  contextOf,
  donePage,
  enteringPage,
  paperActions,
  paperPage,
  type Returned,
  sheetOf,
} from './page-parts.tsx';
import { copy } from './pages/copy.ts';
import type { StartErrors } from './pages/paper-page.tsx';
import { type ReadLine, readLines } from './read-lines.ts';
import { type SavedLine, saveLines } from './save-lines.ts';
import type { Sheet } from './sheet-store.ts';
import { startSheet } from './start-sheet.ts';

/** Begins a sheet, takes its lines, counts or deletes it. */
export function sheetRoutes(console: ConsoleRouter, kinds: ActionKinds): void {
  console.get('/paper', 'look-at-paper', async (c) => paperPage(c, await paperActions(c, kinds)));
  console.post('/paper', 'enter-paper', (c) => start(c, kinds));
  console.get('/paper/sheets/:sheet', 'look-at-paper', showSheet);
  console.post('/paper/sheets/:sheet/lines', 'enter-paper', takeLines);
  console.post('/paper/sheets/:sheet/discard', 'enter-paper', discard);
}

export const sheetPath = (id: string) => `/paper/sheets/${id}`;

async function start(c: ConsoleContext, kinds: ActionKinds) {
  const { deps, campaign, organizer, form, now } = c.var;
  const { actions, chosen } = await paperActions(c, kinds);
  if (!chosen) return refuse(c, 'not-found');
  const {
    code: typed = '',
    page: typedPage = '',
    source: given = '',
    paper = '',
    language = '',
  } = form.values;
  const isNumbered = form.values.decision === 'number';
  const code = isNumbered ? sheetCodeOf(randomBytes(7)) : parseSheetCode(typed);
  const page = isNumbered && typedPage.trim() === '' ? 1 : Number(typedPage);
  const source = sourceOf(given, await listSources(deps.db, campaign.id));
  const errors: StartErrors = {
    ...(code === null && { code: true as const }),
    ...(!/^\s*[1-9]\d?\s*$/.test(String(page)) && { page: true as const }),
    ...(given !== '' && given !== direct && source !== given && { source: true as const }),
  };
  if (code === null || Object.keys(errors).length > 0) {
    const values = { code: typed, page: typedPage, source: given, paper, language };
    return paperPage(c, { actions, chosen }, { values, errors });
  }
  const sheet = {
    ...{ actionId: chosen.id, code, page, source },
    paper: paper === 'a4' ? ('a4' as const) : ('letter' as const),
    language: language === 'es' ? ('es' as const) : ('en' as const),
  };
  const id = await startSheet(deps, sheet, { campaign, actor: organizer.id, now });
  return c.redirect(consolePath(campaign, `${sheetPath(id)}${isNumbered ? '?numbered=now' : ''}`), 303);
}

async function showSheet(c: ConsoleContext) {
  const sheet = await sheetOf(c);
  if (!sheet) return refuse(c, 'not-found');
  return sheet.state === 'entering' && c.var.may('enter-paper') ? enteringPage(c, sheet) : donePage(c, sheet);
}

const wantsJson = (c: ConsoleContext) => c.req.header('accept') === 'application/json';

async function takeLines(c: ConsoleContext) {
  const { organizer, campaign, form, now, language, deps } = c.var;
  const sheet = await sheetOf(c);
  if (!sheet) return refuse(c, 'not-found');
  const numbers = Array.from({ length: sheet.lastLine - sheet.firstLine + 1 }, (_, n) => sheet.firstLine + n);
  const read = readLines(form.values, numbers, language);
  const by = { enteredBy: organizer.id, timeZone: campaign.timeZone, now };
  const others = await linesOfOthers(c, sheet);
  // An empty field of a line that somebody else has entered means "no change".
  const entered = read.filter(
    ({ line, content, errors }) => errors.length === 0 && !(content === null && others.has(line)),
  );
  const saved = await saveLines(deps, sheet, entered, by);
  const judged = withOwners(read, saved, copy[language].sheet.errors.owner);
  if (wantsJson(c)) return c.json(await answerOf(c, sheet, judged, saved));
  const returned = returnedOf(judged, saved);
  if (returned.size > 0) {
    const current = (await sheetOf(c)) ?? sheet;
    return current.state === 'entering'
      ? enteringPage(c, current, { returned })
      : changedPage(c, sheetPath(sheet.id));
  }
  return form.values.decision === 'finish'
    ? finish(c)
    : c.redirect(consolePath(campaign, sheetPath(sheet.id)), 303);
}

async function linesOfOthers(c: ConsoleContext, sheet: Sheet): Promise<Set<number>> {
  const lines = await listLines(c.var.deps.db, sheet.id);
  const isOthers = (enteredBy: string) => enteredBy !== c.var.organizer.id;
  return new Set(lines.filter(({ enteredBy }) => isOthers(enteredBy)).map(({ line }) => line));
}

/** A line that its owner has acted on comes back as an error, with what was typed. */
function withOwners(read: ReadLine[], saved: SavedLine[], text: string): ReadLine[] {
  const owners = new Set(saved.filter(({ outcome }) => outcome === 'owner-acted').map(({ line }) => line));
  return read.map((one) =>
    owners.has(one.line) ? { ...one, errors: [{ field: 'given_name' as const, text }] } : one,
  );
}

function returnedOf(read: ReadLine[], saved: SavedLine[]): Returned {
  const changed = new Set(
    saved.filter(({ outcome }) => outcome === 'changed-meanwhile').map(({ line }) => line),
  );
  return new Map(
    read
      .filter(({ line, errors }) => errors.length > 0 || changed.has(line))
      .map(({ line, typed, errors }) => [line, { typed, errors, isChanged: changed.has(line) }]),
  );
}

/** The answer to the script, which saves line by line: the stored versions and the errors. */
async function answerOf(c: ConsoleContext, sheet: Sheet, read: ReadLine[], saved: SavedLine[]) {
  const versions = new Map(
    (await listLines(c.var.deps.db, sheet.id)).map(({ line, version }) => [line, version]),
  );
  return {
    lines: read.map(({ line, content, errors }) => ({
      line,
      status:
        errors.length > 0
          ? 'wrong'
          : (saved.find((one) => one.line === line)?.outcome ?? 'saved') === 'saved'
            ? (content?.mark ?? 'empty')
            : 'changed',
      version: versions.get(line) ?? 0,
      zip: content?.zip ?? '',
      errors,
    })),
  };
}

async function finish(c: ConsoleContext) {
  const { deps, campaign, organizer, now } = c.var;
  const sheet = await sheetOf(c);
  if (!sheet) return refuse(c, 'not-found');
  const path = sheetPath(sheet.id);
  // The same button was pressed twice.
  if (sheet.state === 'done') return c.redirect(consolePath(campaign, path), 303);
  if (sheet.state !== 'entering') return changedPage(c, path);
  const given = { sheet, context: await contextOf(c, sheet), campaign };
  const done = await finishSheet(deps, given, { actor: organizer.id, now });
  if (!done.ok) {
    const { error } = done;
    if (error.reason === 'no-lines') return enteringPage(c, sheet, { problem: noLines(c, sheet) });
    if (error.reason === 'unreadable') return enteringPage(c, sheet, { problem: unreadable(c, error.line) });
    const isDone = (await sheetOf(c))?.state === 'done';
    return isDone ? c.redirect(consolePath(campaign, path), 303) : changedPage(c, path);
  }
  await deps.wakeOutbox();
  return c.redirect(withDone(consolePath(campaign, path), done.value.id), 303);
}

const sheetWords = (c: ConsoleContext) => copy[c.var.language].sheet;
const noLines = (c: ConsoleContext, { firstLine }: Sheet) => ({
  href: `#given_name-${firstLine}`,
  text: sheetWords(c).noLines,
});
const unreadable = (c: ConsoleContext, line: number) => ({
  href: `#given_name-${line}`,
  text: sheetWords(c).unreadableLine,
});

async function discard(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const sheet = await sheetOf(c);
  if (!sheet) return refuse(c, 'not-found');
  if (sheet.state === 'discarded') return c.redirect(consolePath(campaign, '/paper'), 303);
  if (form.values.seen !== String(sheet.version)) return changedPage(c, sheetPath(sheet.id));
  const done = await discardSheet(deps, { sheet, campaign }, { actor: organizer.id, now });
  if (!done.ok) return changedPage(c, sheetPath(sheet.id));
  return c.redirect(withDone(consolePath(campaign, '/paper'), done.value.id), 303);
}
