import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import type { SheetPaper } from '../sharing/sheet-rules.ts';
import { linesOfPage } from './rules.ts';
import { findSheetOfCode, insertSheetStatement, type NewSheet } from './sheet-store.ts';

export type SheetToStart = Pick<NewSheet, 'actionId' | 'code' | 'page' | 'source' | 'language'> & {
  paper: SheetPaper;
};

/** Begins a sheet for one printed page, or returns the sheet that was begun for it. */
export async function startSheet(
  deps: Deps,
  { paper, ...sheet }: SheetToStart,
  { campaign, actor, now }: { campaign: ConsoleCampaign; actor: string; now: Date },
): Promise<string> {
  const id = newId(now);
  const { first, last } = linesOfPage(sheet.page, paper);
  const row = { ...sheet, id, firstLine: first, lastLine: last, startedBy: actor, at: now.getTime() };
  const done = await commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'start-sheet',
      subject: id,
      after: { code: sheet.code, page: sheet.page, source: sheet.source },
    },
    steps: [{ statement: insertSheetStatement(deps.db, row), changes: 1 }],
    now,
  });
  if (done.ok) return id;
  const known = await findSheetOfCode(deps.db, sheet);
  if (!known) throw new Error('a sheet that is there cannot be found');
  return known.id;
}
