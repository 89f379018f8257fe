import type { Deps } from '../platform/deps.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import { sealLine, tryOpenLine } from './line-seal.ts';
import { clearLineStatement, isErased, type Line, listLines, saveLineStatement } from './line-store.ts';
import { isSameLine, type LineContent } from './rules.ts';
import { countLinesStatement, type Sheet } from './sheet-store.ts';

/** `was` is the version that the writer saw, 0 for none. Null content clears the line. */
export type EnteredLine = { line: number; was: number; content: LineContent | null };
export type SavedLine = { line: number; outcome: 'saved' | 'changed-meanwhile' | 'owner-acted' };

type By = { enteredBy: string; timeZone: string; now: Date };

/**
 * Stores lines of a sheet that is being entered. Nothing counts yet. Sending a line twice changes nothing. A line that
 * somebody else has changed since, or that its owner has acted on, is not changed; an empty field there means "no
 * change".
 */
export async function saveLines(
  deps: Deps,
  sheet: Sheet,
  entered: readonly EnteredLine[],
  by: By,
): Promise<SavedLine[]> {
  const { db } = deps;
  const stored = new Map((await listLines(db, sheet.id)).map((line) => [line.line, line]));
  const changes: { line: number; statement: D1PreparedStatement }[] = [];
  const outcomes = new Map<number, SavedLine['outcome']>();
  for (const one of entered) {
    const outcome = await outcomeOf(deps, sheet, one, stored.get(one.line));
    if (outcome) outcomes.set(one.line, outcome);
    else changes.push({ line: one.line, statement: await statementOf(deps, sheet, one, by) });
  }
  if (changes.length > 0) {
    const results = await db.batch([
      ...changes.map(({ statement }) => statement),
      countLinesStatement(db, sheet.id),
    ]);
    for (const [index, { line }] of changes.entries()) {
      outcomes.set(line, results[index]?.meta.changes ? 'saved' : 'changed-meanwhile');
    }
  }
  return entered.map(({ line }) => ({ line, outcome: outcomes.get(line) ?? 'changed-meanwhile' }));
}

/** The outcome of a line that must not be written; null for the others. */
async function outcomeOf(
  deps: Deps,
  sheet: Sheet,
  one: EnteredLine,
  stored: Line | undefined,
): Promise<SavedLine['outcome'] | null> {
  if (await isStored(deps, sheet, one, stored)) return 'saved';
  if (sheet.state !== 'entering') return 'changed-meanwhile';
  if (stored && isOwners(stored)) return one.content ? 'owner-acted' : 'saved';
  return one.was === (stored?.version ?? 0) ? null : 'changed-meanwhile';
}

/** On a sheet under entry, only lines that their owners have acted on are still signatures. */
function isOwners(line: Line): boolean {
  return line.signatureId !== null || isErased(line);
}

async function isStored(
  { keyring }: Deps,
  { id: sheetId }: Sheet,
  { line, content }: EnteredLine,
  stored: Line | undefined,
): Promise<boolean> {
  if (!stored || !content) return !stored && !content;
  if (stored.mark !== content.mark) return false;
  const held = await tryOpenLine(keyring, { sheetId, line }, stored);
  return held !== null && isSameLine(held, content);
}

async function statementOf(
  { db, keyring }: Deps,
  sheet: Sheet,
  { line, was, content }: EnteredLine,
  { enteredBy, timeZone, now }: By,
): Promise<D1PreparedStatement> {
  const where = { sheetId: sheet.id, line };
  if (!content) return clearLineStatement(db, { ...where, was });
  const { at, week } = cityTimeOf(timeZone, now);
  const sealed = await sealLine(keyring, sheet.actionId, where, content);
  return saveLineStatement(db, { ...where, ...sealed, actionId: sheet.actionId, was, enteredBy, at, week });
}
