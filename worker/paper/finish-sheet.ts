import type { ActionContext } from '../actions/context.ts';
import { type ActRefusal, commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { err, type Result } from '../platform/result.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import type { NewSignature } from '../signatures/store.ts';
import { arrivalStatements } from '../signatures/writes.ts';
import { invitationOf, tryOpenLine } from './line-seal.ts';
import { countLinesOfSheetStatement, isErased, judgeStatement, type Line, listLines } from './line-store.ts';
import { drawTenth, type LineContent } from './rules.ts';
import { drawStatement } from './second-store.ts';
import { moveSheetStatement, type Sheet } from './sheet-store.ts';

export type FinishRefusal = ActRefusal | { reason: 'no-lines' } | { reason: 'unreadable'; line: number };

/**
 * Finishes the entry of a sheet: its lines count from now on, lines with an address are asked by mail to confirm, and a
 * random tenth is chosen for a second entry by somebody else. All in one transaction.
 */
export async function finishSheet(
  deps: Deps,
  { sheet, context, campaign }: { sheet: Sheet; context: ActionContext; campaign: ConsoleCampaign },
  { actor, now }: { actor: string; now: Date },
): Promise<Result<{ id: string }, FinishRefusal>> {
  const lines = (await listLines(deps.db, sheet.id)).filter((line) => !isErased(line));
  if (lines.length === 0) return err({ reason: 'no-lines' });
  const opened = await Promise.all(
    lines.map(async (held) => {
      const content = await tryOpenLine(deps.keyring, { sheetId: sheet.id, line: held.line }, held);
      return { ...held, content };
    }),
  );
  const unreadable = opened.find(({ content }) => content === null);
  if (unreadable) return err({ reason: 'unreadable', line: unreadable.line });
  const invitations = await invitationsOf(deps, { sheet, context, now }, opened);
  const { id, code, page } = sheet;
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'enter-sheet',
      subject: id,
      before: { state: 'entering' },
      after: { state: 'done', code, page, lines: lines.length, invited: invitations.length },
      count: lines.length,
    },
    steps: finishSteps(deps.db, sheet, lines, { invitations, timeZone: context.city.timeZone, now }),
    now,
  });
}

type Invitation = { line: number; signature: NewSignature };

async function invitationsOf(
  deps: Deps,
  { sheet, context, now }: { sheet: Sheet; context: ActionContext; now: Date },
  lines: (Line & { content: LineContent | null })[],
): Promise<Invitation[]> {
  const made = lines.map(async ({ content, ...line }): Promise<Invitation[]> => {
    if (line.signatureId !== null) return [];
    const which = { sheet, line: line.line, round: String(sheet.version) };
    const signature = content && (await invitationOf(deps, context, which, { content, now }));
    return signature ? [{ line: line.line, signature }] : [];
  });
  return (await Promise.all(made)).flat();
}

function finishSteps(
  db: D1Database,
  sheet: Sheet,
  lines: Line[],
  { invitations, timeZone, now }: { invitations: Invitation[]; timeZone: string; now: Date },
): Step[] {
  const { id: sheetId, actionId } = sheet;
  const { at, week } = cityTimeOf(timeZone, now);
  const invited = invitations.map(({ line, signature }) => ({ line, id: signature.id }));
  const keys = lines.flatMap(({ nameZipKey }) => nameZipKey ?? []);
  const numbers = lines.map(({ line }) => line);
  const drawn = drawTenth(numbers, randomBytes(4 * (numbers.length + 1)));
  const move = { id: sheetId, version: sheet.version, from: 'entering', to: 'done', at: now } as const;
  return [
    { statement: moveSheetStatement(db, move), changes: 1 },
    ...(invitations.length > 0
      ? arrivalStatements(
          db,
          invitations.map(({ signature }) => signature),
        )
      : []),
    countLinesOfSheetStatement(db, sheetId, { invited, at, week }),
    judgeStatement(db, { actionId, sheetId, keys, week }),
    drawStatement(db, { sheetId, actionId, lines: drawn, at, week }),
  ];
}
