import { type ActRefusal, commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import type { Result } from '../platform/result.ts';
import { clearLinesStatement } from './line-store.ts';
import { moveSheetStatement, type Sheet } from './sheet-store.ts';

/** Deletes the lines of a sheet that does not count. Its record stays, and the printed page can be begun again. */
export function discardSheet(
  deps: Deps,
  { sheet, campaign }: { sheet: Sheet; campaign: ConsoleCampaign },
  { actor, now }: { actor: string; now: Date },
): Promise<Result<{ id: string }, ActRefusal>> {
  const { id, code, page, version, lines } = sheet;
  const move = { id, version, from: 'entering', to: 'discarded', at: now } as const;
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'discard-sheet',
      subject: id,
      before: { state: 'entering', code, page, lines },
      after: { state: 'discarded' },
    },
    steps: [{ statement: moveSheetStatement(deps.db, move), changes: 1 }, clearLinesStatement(deps.db, id)],
    now,
  });
}
