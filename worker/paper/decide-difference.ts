import { type ActRefusal, commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import type { Result } from '../platform/result.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import { correctionSteps, type Surroundings } from './correct-line.ts';
import { tryOpenLine } from './line-seal.ts';
import type { Line } from './line-store.ts';
import { type Second, settleSecondStatement } from './second-store.ts';

export type Choice = 'first' | 'second';

/** An organizer decides between two readings of a line. If the second is right, the line is replaced. */
export async function decideDifference(
  deps: Deps,
  { campaign, ...surroundings }: Surroundings & { campaign: ConsoleCampaign },
  { held, second }: { held: Line; second: Second },
  { choice, actor }: { choice: Choice; actor: string },
): Promise<Result<{ id: string }, ActRefusal>> {
  const { sheet, now } = surroundings;
  const { line } = second;
  const id = newId(now);
  const to = choice === 'first' ? 'right' : 'wrong';
  const { week } = cityTimeOf(campaign.timeZone, now);
  const settle = settleSecondStatement(deps.db, { sheetId: sheet.id, line, from: 'different', to, week });
  const content =
    choice === 'second' && second.mark !== null
      ? await tryOpenLine(
          deps.keyring,
          { sheetId: sheet.id, line },
          { mark: second.mark, sealed: second.sealed },
        )
      : null;
  const given = content && { id, content, enteredBy: second.enteredBy ?? actor };
  // Null if its owner has confirmed the line; what they confirmed stays.
  const correction: Step[] | null = given && (await correctionSteps(deps, surroundings, held, given));
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'decide-difference',
      subject: `${sheet.id}-${line}`,
      before: { second: 'different' },
      after: { second: to, line },
      batch: id,
    },
    steps: [{ statement: settle, changes: 1 }, ...(correction ?? [])],
    now,
  });
}
