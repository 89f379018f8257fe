import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import type { ErasedHook } from '../signatures/erased-hook.ts';
import { correctLine } from './correct-line.ts';
import { decideDifference } from './decide-difference.ts';
import { tryOpenLine } from './line-seal.ts';
import { type Line, listLines } from './line-store.ts';
import { changedPage, contextOf, headOf, sheetOf } from './page-parts.tsx';
import { copy } from './pages/copy.ts';
import type { LineView } from './pages/line-fields.tsx';
import { CorrectPage, DifferencesPage, SecondPage } from './pages/line-pages.tsx';
import { type ReadLine, readLines } from './read-lines.ts';
import { differencesOf, type LineContent } from './rules.ts';
import { enterAgain, secondsFor } from './second-entry.ts';
import { listSeconds, type Second } from './second-store.ts';
import { sheetPath } from './sheet-routes.tsx';
import type { Sheet } from './sheet-store.ts';

/** Corrects, enters again and decides lines of a sheet that counts. */
export function lineRoutes(console: ConsoleRouter, whenErased: ErasedHook): void {
  const ofDone = (handler: (c: ConsoleContext, sheet: Sheet) => Response | Promise<Response>) => {
    return async (c: ConsoleContext) => {
      const sheet = await sheetOf(c);
      if (!sheet) return refuse(c, 'not-found');
      return sheet.state === 'done' ? handler(c, sheet) : changedPage(c, sheetPath(sheet.id));
    };
  };
  console.get('/paper/sheets/:sheet/correct/:line', 'enter-paper', ofDone(showCorrection));
  console.post(
    '/paper/sheets/:sheet/correct/:line',
    'enter-paper',
    ofDone((c, sheet) => correct(c, sheet, whenErased)),
  );
  console.get(
    '/paper/sheets/:sheet/second',
    'enter-paper',
    ofDone((c, sheet) => secondPage(c, sheet, [])),
  );
  console.post('/paper/sheets/:sheet/second', 'enter-paper', ofDone(takeSecond));
  console.get(
    '/paper/sheets/:sheet/differences',
    'enter-paper',
    ofDone((c, sheet) => differences(c, sheet, null)),
  );
  console.post(
    '/paper/sheets/:sheet/differences',
    'enter-paper',
    ofDone((c, sheet) => takeDecision(c, sheet, whenErased)),
  );
}

const nothing = { given_name: '', family_name: '', zip: '', email: '' };

function viewOf(line: number, version: number, read?: ReadLine): LineView {
  return { line, version, typed: read?.typed ?? nothing, status: 'empty', errors: read?.errors ?? [] };
}

async function lineOf(c: ConsoleContext, sheet: Sheet, named: string): Promise<Line | null> {
  const lines = await listLines(c.var.deps.db, sheet.id);
  return lines.find(({ line }) => String(line) === named) ?? null;
}

async function showCorrection(c: ConsoleContext, sheet: Sheet) {
  const held = await lineOf(c, sheet, c.req.param('line') ?? '');
  if (!held) return refuse(c, 'not-found');
  return correctionPage(c, sheet, viewOf(held.line, held.version));
}

async function correctionPage(c: ConsoleContext, sheet: Sheet, line: LineView, isOwners = false) {
  const isWrong = line.errors.length > 0;
  return c.html(
    <CorrectPage frame={await consoleFrame(c)} sheet={headOf(c, sheet)} line={line} isOwners={isOwners} />,
    isWrong ? 422 : isOwners ? 409 : 200,
  );
}

async function correct(c: ConsoleContext, sheet: Sheet, whenErased: ErasedHook) {
  const { deps, campaign, organizer, form, now, language } = c.var;
  const held = await lineOf(c, sheet, c.req.param('line') ?? '');
  if (!held) return refuse(c, 'not-found');
  const [read] = readLines(form.values, [held.line], language);
  if (!read?.content) {
    const view = viewOf(held.line, held.version, read);
    const missing = { field: 'given_name' as const, text: copy[language].sheet.errors.given_name };
    return correctionPage(c, sheet, view.errors.length > 0 ? view : { ...view, errors: [missing] });
  }
  if (read.was !== held.version) return changedPage(c, sheetPath(sheet.id));
  const given = { sheet, campaign, context: await contextOf(c, sheet), whenErased, now };
  const done = await correctLine(deps, given, held, { content: read.content, actor: organizer.id });
  if (!done.ok) {
    return done.error.reason === 'owner-acted'
      ? correctionPage(c, sheet, viewOf(held.line, held.version, read), true)
      : changedPage(c, sheetPath(sheet.id));
  }
  await deps.wakeOutbox();
  return c.redirect(withDone(consolePath(campaign, sheetPath(sheet.id)), done.value.id), 303);
}

async function secondPage(c: ConsoleContext, sheet: Sheet, read: ReadLine[]) {
  const { deps, organizer } = c.var;
  const seconds = await listSeconds(deps.db, sheet.id);
  const mine = secondsFor(organizer.id, seconds);
  return c.html(
    <SecondPage
      frame={await consoleFrame(c)}
      sheet={headOf(c, sheet)}
      lines={mine.map(({ line }) =>
        viewOf(
          line,
          0,
          read.find((one) => one.line === line),
        ),
      )}
      isOwn={mine.length === 0 && seconds.some(({ state }) => state === 'waiting')}
    />,
    read.some(({ errors }) => errors.length > 0) ? 422 : 200,
  );
}

async function takeSecond(c: ConsoleContext, sheet: Sheet) {
  const { deps, campaign, organizer, form, now, language } = c.var;
  const mine = secondsFor(organizer.id, await listSeconds(deps.db, sheet.id));
  const read = readLines(
    form.values,
    mine.map(({ line }) => line),
    language,
  );
  const entered = read.flatMap(({ line, content }) => (content ? [{ line, content }] : []));
  if (read.some(({ errors }) => errors.length > 0)) return secondPage(c, sheet, read);
  const path = consolePath(campaign, sheetPath(sheet.id));
  // Nothing was typed, or the button was pressed twice.
  if (entered.length === 0) return c.redirect(path, 303);
  const done = await enterAgain(deps, { sheet, campaign }, entered, { actor: organizer.id, now });
  return done.ok ? c.redirect(withDone(path, done.value.id), 303) : changedPage(c, sheetPath(sheet.id));
}

type Both = { line: number; first: LineContent; second: LineContent };

async function bothOf(c: ConsoleContext, sheet: Sheet, second: Second): Promise<Both | null> {
  const { keyring } = c.var.deps;
  const { line, mark, sealed } = second;
  const held = await lineOf(c, sheet, String(line));
  const where = { sheetId: sheet.id, line };
  const first = held && (await tryOpenLine(keyring, where, held));
  const other = mark && (await tryOpenLine(keyring, where, { mark, sealed }));
  return first && other ? { line, first, second: other } : null;
}

/** `shown` is what an organizer has asked to open, which is an act. */
async function differences(c: ConsoleContext, sheet: Sheet, shown: Both | null) {
  const waiting = (await listSeconds(c.var.deps.db, sheet.id)).filter(({ state }) => state === 'different');
  const rows = await Promise.all(
    waiting.map(async (second) => {
      const both = await bothOf(c, sheet, second);
      const parts = both ? differencesOf(both.first, both.second) : [];
      return { line: second.line, parts, shown: shown?.line === second.line ? shown : null };
    }),
  );
  return c.html(<DifferencesPage frame={await consoleFrame(c)} sheet={headOf(c, sheet)} rows={rows} />);
}

async function takeDecision(c: ConsoleContext, sheet: Sheet, whenErased: ErasedHook) {
  const { deps, campaign, organizer, form, now } = c.var;
  const { line = '', decision } = form.values;
  const seconds = await listSeconds(deps.db, sheet.id);
  const second = seconds.find((one) => String(one.line) === line && one.state === 'different');
  const held = await lineOf(c, sheet, line);
  const path = sheetPath(sheet.id);
  if (!second || !held) return changedPage(c, `${path}/differences`);
  if (decision === 'show') return show(c, sheet, second);
  if (decision !== 'first' && decision !== 'second') return refuse(c, 'bad-request');
  const given = { sheet, campaign, context: await contextOf(c, sheet), whenErased, now };
  const choice = { choice: decision, actor: organizer.id } as const;
  const done = await decideDifference(deps, given, { held, second }, choice);
  if (!done.ok) return changedPage(c, `${path}/differences`);
  await deps.wakeOutbox();
  return c.redirect(withDone(consolePath(campaign, `${path}/differences`), done.value.id), 303);
}

async function show(c: ConsoleContext, sheet: Sheet, second: Second) {
  const { deps, campaign, organizer, now } = c.var;
  const subject = `${sheet.id}-${second.line}`;
  const act = { campaign, actor: organizer.id, kind: 'open-difference', subject, reason: 'second-entry' };
  const opened = await commitWithAct(deps, { act, steps: [], now });
  if (!opened.ok) return changedPage(c, `${sheetPath(sheet.id)}/differences`);
  return differences(c, sheet, await bothOf(c, sheet, second));
}
