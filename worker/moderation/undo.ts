import type { Act } from '../organize/act-rules.ts';
import type { Inverse } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import type { ModeratedText, ModeratedTexts } from './moderated-texts.ts';
import {
  type DecisionRow,
  findModeratedActions,
  listStandingDecisions,
  undoDecisionsSteps,
} from './store.ts';

/**
 * Gives each text of an act the look it had before, unless its owner or a later decision has changed it since. The
 * text of somebody who does not count at the moment gets it too, so that acts can be undone in any order.
 */
export async function undoDecision(
  deps: Deps,
  moderated: readonly ModeratedTexts[],
  { act, campaign }: { act: Act; campaign: { id: number } },
): Promise<Inverse | null> {
  const standing = act.batch === null ? [] : await listStandingDecisions(deps.db, act.batch);
  const { actions, heldWords } = await findModeratedActions(deps.db, campaign.id);
  const actionIds = actions.map(({ id }) => id);
  const perKind = moderated.map(async (texts) => {
    const rows = standing.filter(({ kind }) => kind === texts.kind);
    if (rows.length === 0) return [];
    const ids = rows.map(({ item }) => item);
    const found = await texts.read(deps, { actionIds, heldWords, ids, whose: 'all' });
    return rows.flatMap((row) => untouched(row, found).map((text) => ({ row, text, texts })));
  });
  const takenBack = (await Promise.all(perKind)).flat();
  if (takenBack.length === 0) return null;
  return {
    steps: [
      ...takenBack.map(({ row, text, texts }) => {
        return { statement: texts.decide(deps.db, text, { to: row.before, whose: 'all' }), changes: 1 };
      }),
      ...undoDecisionsSteps(deps.db, { batch: act.batch, rows: takenBack.map(({ row }) => row) }),
    ],
    count: takenBack.length,
    left: act.count - takenBack.length,
  };
}

function untouched(row: DecisionRow, found: ModeratedText[]): ModeratedText[] {
  return found.filter(
    ({ id, look, text }) =>
      id === row.item && look === row.after && (text !== null || row.before !== 'shown'),
  );
}
