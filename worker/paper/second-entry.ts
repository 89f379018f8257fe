import { type ActRefusal, commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import type { Result } from '../platform/result.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import { sealLine, tryOpenLine } from './line-seal.ts';
import { isErased, listLines } from './line-store.ts';
import { differencesOf, type LineContent } from './rules.ts';
import { moveSecondStatement, type Second } from './second-store.ts';
import type { Sheet } from './sheet-store.ts';

/** Lines that this person may enter again, because somebody else entered them first. */
export function secondsFor(organizerId: string, seconds: readonly Second[]): Second[] {
  return seconds.filter(({ state, firstBy }) => state === 'waiting' && firstBy !== organizerId);
}

/**
 * Compares lines that were entered again with the first entry. If both agree, the line is right. The others wait for a
 * decision, with what the second person read.
 */
export async function enterAgain(
  deps: Deps,
  { sheet, campaign }: { sheet: Sheet; campaign: ConsoleCampaign },
  entered: readonly { line: number; content: LineContent }[],
  { actor, now }: { actor: string; now: Date },
): Promise<Result<{ id: string }, ActRefusal>> {
  const first = new Map((await listLines(deps.db, sheet.id)).map((line) => [line.line, line]));
  const { week } = cityTimeOf(campaign.timeZone, now);
  const compared = entered.map(async ({ line, content }) => {
    const where = { sheetId: sheet.id, line };
    const stored = first.get(line);
    const held = stored ? await tryOpenLine(deps.keyring, where, stored) : null;
    // What its owner has erased leaves nothing to compare; what cannot be opened is decided by a person.
    const isSame = held ? differencesOf(held, content).length === 0 : !stored || isErased(stored);
    const sealed = isSame ? null : await sealLine(deps.keyring, sheet.actionId, where, content);
    const statement = moveSecondStatement(deps.db, {
      ...where,
      from: 'waiting',
      to: isSame ? 'right' : 'different',
      mark: sealed?.mark ?? null,
      sealed: sealed?.sealed ?? null,
      enteredBy: actor,
      week,
    });
    return { line, isSame, step: { statement, changes: 1 } satisfies Step };
  });
  const all = await Promise.all(compared);
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'enter-again',
      subject: sheet.id,
      before: { state: 'waiting' },
      // The result of each line: the undo takes back only what was not decided since.
      after: { lines: all.map(({ line, isSame }) => `${line}:${isSame ? 'right' : 'different'}`).join(' ') },
      count: all.length,
      batch: newId(now),
    },
    steps: all.map(({ step }) => step),
    now,
  });
}
