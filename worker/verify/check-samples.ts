import { candidates, countingLeaves, drawFrom, leavesHash } from '../samples/draw-rules.ts';
import { problemsIn } from '../samples/rules.ts';
import { canonicalJson } from '../statements/rules/canonical-json.ts';
import type { Statement, StatementSample } from '../statements/rules/statement.ts';

export type SampleChecked = { what: string; holds: boolean };

/**
 * The samples of an action: that each was announced before its tree was closed and its seed was known, that the seed
 * draws the leaves that the statement says, that its numbers fit together, and that no later statement tells it in
 * another way. `entries` are those of the member tree.
 */
export function checkSamples(
  statements: readonly Statement[],
  entries: readonly Uint8Array[],
): SampleChecked[] {
  const drawAgain = drawing(statements, entries);
  const before = new Map<number, StatementSample>();
  return statements.flatMap((statement) =>
    (statement.samples ?? []).flatMap((sample) => {
      const name = `${statement.action}, ${statement.week}: sample ${sample.id}`;
      const earlier = before.get(sample.id);
      before.set(sample.id, { ...sample, ...toldOnce(earlier, sample) });
      return [
        ...(earlier
          ? [{ what: `${name} is the one that was told before`, holds: isSame(earlier, sample) }]
          : []),
        ...(sample.draw
          ? [
              {
                what: `${name} was announced in the statement of ${sample.week}, whose signatures it draws, without its seed`,
                holds: isAnnounced(sample, statements),
              },
              {
                what: `${name}: its seed draws its leaves`,
                holds: canonicalJson(drawAgain(sample)) === canonicalJson(sample.draw),
              },
            ]
          : []),
        ...(sample.result
          ? [
              {
                what: `${name}: its answers and its range fit together`,
                holds: problemsIn(sample).length === 0,
              },
            ]
          : []),
      ];
    }),
  );
}

/** What is null at first and is told once. */
function toldOnce(earlier: StatementSample | undefined, { seed, draw, result }: StatementSample) {
  return {
    seed: earlier?.seed ?? seed,
    draw: earlier?.draw ?? draw,
    result: earlier?.result ?? result,
  };
}

function isSame(earlier: StatementSample, sample: StatementSample): boolean {
  const fixed = ({ announced_at, source, seed_on, week, size }: StatementSample) =>
    canonicalJson({ announced_at, source, seed_on, week, size });
  const told = ({ seed, draw, result }: Pick<StatementSample, 'seed' | 'draw' | 'result'>) =>
    canonicalJson({ seed, draw, result });
  return fixed(earlier) === fixed(sample) && told(toldOnce(earlier, sample)) === told(sample);
}

function isAnnounced(sample: StatementSample, statements: readonly Statement[]): boolean {
  const told = statements.find(({ week }) => week === sample.week)?.samples;
  const first = told?.find(({ id }) => id === sample.id);
  return first?.seed === null && isSame(first, sample);
}

/** Draws a sample of these statements again. Null if it is of another tree than that of its week. */
function drawing(statements: readonly Statement[], entries: readonly Uint8Array[]) {
  const countingOf = new Map<number, Set<number>>();
  return ({ seed, draw, week, size }: StatementSample): StatementSample['draw'] => {
    const tree = statements.find((statement) => statement.week === week)?.members.size;
    if (seed === null || !draw || tree === undefined || draw.tree_size !== tree) return null;
    const counting = countingOf.get(tree) ?? countingLeaves(entries.slice(0, tree));
    countingOf.set(tree, counting);
    const { leaves, numbers, passedOver } = drawFrom(candidates(seed, tree), {
      size,
      counts: (leaf) => counting.has(leaf),
    });
    return {
      ...{ tree_size: tree, drawn: leaves.length, numbers, passed_over: passedOver },
      leaves_sha256: leavesHash(leaves),
    };
  };
}
