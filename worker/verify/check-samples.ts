import { candidates, countingLeaves, drawFrom, leavesHash } from '../samples/draw-rules.ts';
import { problemsIn } from '../samples/rules.ts';
import type { Statement, StatementSample } from '../statements/rules/statement.ts';

export type SampleChecked = { what: string; holds: boolean };

/**
 * The samples of an action that were drawn: that each was announced before its tree was closed and its seed was known, that the seed draws
 * the leaves that the statement says, and that its numbers fit together. `entries` are those of the member tree.
 */
export function checkSamples(
  statements: readonly Statement[],
  entries: readonly Uint8Array[],
): SampleChecked[] {
  const drawn = new Map<number, string | null>();
  return statements.flatMap((statement) =>
    (statement.samples ?? []).flatMap((sample) => {
      if (!sample.draw) return [];
      const name = `${statement.action}, ${statement.week}: sample ${sample.id}`;
      if (!drawn.has(sample.id)) drawn.set(sample.id, drawAgain(sample, statements, entries));
      const hash = drawn.get(sample.id);
      const wrong = problemsIn(sample);
      return [
        {
          what: `${name} was announced in the statement of ${sample.week}, whose signatures it draws, without its seed`,
          holds: isAnnounced(sample, statements),
        },
        { what: `${name}: its seed draws its leaves`, holds: hash === sample.draw.leaves_sha256 },
        ...(sample.result
          ? [{ what: `${name}: its answers and its range fit together`, holds: wrong.length === 0 }]
          : []),
      ];
    }),
  );
}

function isAnnounced(sample: StatementSample, statements: readonly Statement[]): boolean {
  const told = statements.find(({ week }) => week === sample.week)?.samples;
  const first = told?.find(({ id }) => id === sample.id);
  const isSame =
    first?.source === sample.source && first.seed_on === sample.seed_on && first.size === sample.size;
  return isSame && first.seed === null;
}

/** Null where it is of another tree than that of its week. */
function drawAgain(
  { seed, draw, week, size }: StatementSample,
  statements: readonly Statement[],
  entries: readonly Uint8Array[],
): string | null {
  const tree = statements.find((statement) => statement.week === week)?.members.size;
  if (seed === null || !draw || draw.tree_size !== tree) return null;
  const counting = countingLeaves(entries.slice(0, tree));
  const { leaves } = drawFrom(candidates(seed, tree), { size, counts: (leaf) => counting.has(leaf) });
  return leavesHash(leaves);
}
