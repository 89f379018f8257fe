import type { ActionContext } from '../actions/context.ts';
import { type ActRefusal, commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import { hex } from '../platform/crypto/bytes.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { err, type Result } from '../platform/result.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import type { ErasedHook } from '../signatures/erased-hook.ts';
import { arrivalStatements } from '../signatures/writes.ts';
import { keepCorrectionStatement } from './correction-store.ts';
import { invitationOf, sealLine } from './line-seal.ts';
import {
  isErased,
  judgeStatement,
  type Line,
  type LineWrite,
  listStatesOf,
  replaceLineStatement,
} from './line-store.ts';
import type { LineContent } from './rules.ts';
import type { Sheet } from './sheet-store.ts';
import { takeBackSteps } from './take-back-sheet.ts';

export type CorrectRefusal = ActRefusal | { reason: 'owner-acted' };

export type Surroundings = { sheet: Sheet; context: ActionContext; whenErased: ErasedHook; now: Date };

/**
 * The statements that change a line that counts: the old address's open invitation ends, and a new address is invited.
 * Null if the owner of the old address has acted on it or erased it, because the line is theirs now.
 */
export async function replaceSteps(
  deps: Deps,
  { sheet, context, whenErased, now }: Surroundings,
  held: Line,
  { content, enteredBy }: { content: LineContent; enteredBy: string },
): Promise<Step[] | null> {
  const { db } = deps;
  if (isErased(held)) return null;
  if (held.signatureId !== null) {
    const state = (await listStatesOf(db, [held.signatureId])).get(held.signatureId);
    if (state !== 'unconfirmed' && state !== 'bounced') return null;
  }
  const where = { sheetId: sheet.id, line: held.line };
  const which = { sheet, line: held.line, round: `${sheet.version}.${held.version}` };
  const invitation = await invitationOf(deps, context, which, { content, now });
  const sealed = await sealLine(deps.keyring, sheet.actionId, where, content);
  const cityTime = cityTimeOf(context.city.timeZone, now);
  const { at, week } = cityTime;
  const write: LineWrite = {
    ...where,
    ...sealed,
    ...{ actionId: sheet.actionId, was: held.version, enteredBy, at, week },
  };
  const keys = [held.nameZipKey, sealed.nameZipKey].flatMap((key) => key ?? []);
  return [
    { statement: replaceLineStatement(db, write, invitation?.id ?? null), changes: 1 },
    ...(held.signatureId ? takeBackSteps(db, [held.signatureId], { cityTime, whenErased }) : []),
    ...(invitation ? arrivalStatements(db, [invitation]) : []),
    judgeStatement(db, { actionId: sheet.actionId, sheetId: sheet.id, keys, week }),
  ];
}

/** Changes the line and keeps the old content, so that the correction can be undone. */
export async function correctionSteps(
  deps: Deps,
  surroundings: Surroundings,
  held: Line,
  given: { id: string; content: LineContent; enteredBy: string },
): Promise<Step[] | null> {
  const { sheet } = surroundings;
  const steps = await replaceSteps(deps, surroundings, held, given);
  const { mark, nameZipKey, sealed, enteredBy } = held;
  const kept = { mark, nameZipKey, sealed: sealed && hex(sealed), enteredBy, made: held.version + 1 };
  const where = { sheetId: sheet.id, line: held.line, actionId: sheet.actionId };
  return steps && [keepCorrectionStatement(deps.db, { id: given.id, ...where, ...kept }), ...steps];
}

/** A line of a sheet that counts, typed again from the paper. */
export async function correctLine(
  deps: Deps,
  { campaign, ...surroundings }: Surroundings & { campaign: ConsoleCampaign },
  held: Line,
  { content, actor }: { content: LineContent; actor: string },
): Promise<Result<{ id: string }, CorrectRefusal>> {
  const { sheet, now } = surroundings;
  const id = newId(now);
  const steps = await correctionSteps(deps, surroundings, held, { id, content, enteredBy: actor });
  if (!steps) return err({ reason: 'owner-acted' });
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'correct-line',
      subject: `${sheet.id}-${held.line}`,
      before: { mark: held.mark, counts_as: held.countsAs },
      after: { mark: content.mark, line: held.line },
      batch: id,
    },
    steps,
    now,
  });
}
