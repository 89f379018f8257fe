import { findContextById } from '../actions/context.ts';
import type { Act } from '../organize/act-rules.ts';
import type { Step } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign, Inverse } from '../organize/console-section.ts';
import { fromHex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import type { ErasedHook } from '../signatures/erased-hook.ts';
import { replaceSteps } from './correct-line.ts';
import { findCorrection } from './correction-store.ts';
import { tryOpenLine } from './line-seal.ts';
import { listLines } from './line-store.ts';
import { listSeconds, moveSecondStatement, settleSecondStatement } from './second-store.ts';
import { findSheet, type Sheet } from './sheet-store.ts';

type Options = { campaign: ConsoleCampaign; now: Date };

/** Restores the line, unless it was changed since. */
async function restoreSteps(
  deps: Deps,
  sheet: Sheet,
  { correction, whenErased, now }: { correction: string; whenErased: ErasedHook; now: Date },
): Promise<Step[] | null> {
  const kept = await findCorrection(deps.db, correction);
  const held = kept && (await listLines(deps.db, sheet.id)).find(({ line }) => line === kept.line);
  const context = await findContextById(deps.db, sheet.actionId);
  if (!kept || held?.version !== kept.made || !context) return null;
  const sealed = kept.sealed === null ? null : fromHex(kept.sealed);
  const content = await tryOpenLine(deps.keyring, kept, { mark: kept.mark, sealed });
  if (!content) return null;
  const surroundings = { sheet, context, whenErased, now };
  return replaceSteps(deps, surroundings, held, { content, enteredBy: kept.enteredBy });
}

async function doneSheet({ db }: Deps, { subject }: Act, campaign: ConsoleCampaign): Promise<Sheet | null> {
  const sheet = await findSheet(db, { id: subject.split('-', 1)[0] ?? '', campaignId: campaign.id });
  return sheet?.state === 'done' ? sheet : null;
}

export const undoCorrection =
  (whenErased: ErasedHook) =>
  async (deps: Deps, act: Act, { campaign, now }: Options): Promise<Inverse | null> => {
    const sheet = await doneSheet(deps, act, campaign);
    const steps =
      sheet && (await restoreSteps(deps, sheet, { correction: act.batch ?? '', whenErased, now }));
    return steps && { steps, count: 1, left: 0 };
  };

export const undoDecision =
  (whenErased: ErasedHook) =>
  async (deps: Deps, act: Act, { campaign, now }: Options): Promise<Inverse | null> => {
    const sheet = await doneSheet(deps, act, campaign);
    if (!sheet) return null;
    const { week } = cityTimeOf(campaign.timeZone, now);
    const settle = settleSecondStatement(deps.db, {
      ...{ sheetId: sheet.id, line: Number(act.after.line), week },
      from: act.after.second === 'wrong' ? 'wrong' : 'right',
      to: 'different',
    });
    const isCorrected = (await findCorrection(deps.db, act.batch ?? '')) !== null;
    const restored = isCorrected
      ? await restoreSteps(deps, sheet, { correction: act.batch ?? '', whenErased, now })
      : [];
    return restored && { steps: [{ statement: settle, changes: 1 }, ...restored], count: 1, left: 0 };
  };

/** Does not change lines that were decided since. */
export async function undoSecondEntry(
  deps: Deps,
  act: Act,
  { campaign, now }: Options,
): Promise<Inverse | null> {
  const sheet = await doneSheet(deps, act, campaign);
  if (!sheet) return null;
  const { week } = cityTimeOf(campaign.timeZone, now);
  const lines = new Map(
    String(act.after.lines)
      .split(' ')
      .map((entry) => entry.split(':') as [string, string])
      .map(([line, state]) => [Number(line), state]),
  );
  const back = (await listSeconds(deps.db, sheet.id)).filter(
    ({ line, state, enteredBy }) => lines.get(line) === state && enteredBy === act.actor,
  );
  if (back.length === 0) return null;
  const steps = back.map(({ line, state }) => ({
    statement: moveSecondStatement(deps.db, {
      ...{ sheetId: sheet.id, line, from: state, to: 'waiting', week },
      ...{ mark: null, sealed: null, enteredBy: null },
    }),
    changes: 1,
  }));
  return { steps, count: back.length, left: lines.size - back.length };
}
