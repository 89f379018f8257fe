import { candidates, countingLeaves, drawFrom, leavesHash } from '../samples/draw-rules.ts';
import { fitsTogether } from '../samples/rules.ts';
import { canonicalJson } from '../statements/rules/canonical-json.ts';
import type { Statement, StatementSample } from '../statements/rules/statement.ts';

export type SampleChecked = { what: string; holds: boolean };

/**
 * The samples of an action: that each was announced before its tree was closed and its seed was known, that the seed
 * draws the leaves that the statement says, that its numbers fit together, and that no later statement tells it in
 * another way or, before it is over, leaves it out. `entries` are those of the member tree.
 */
export function checkSamples(
  statements: readonly Statement[],
  entries: readonly Uint8Array[],
): SampleChecked[] {
  const drawAgain = drawing(statements, entries);
  const before = new Map<number, StatementSample>();
  return statements.flatMap((statement, nth) => [
    ...leftOut(statements[nth - 1], statement),
    ...(statement.samples ?? []).flatMap((sample) => {
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
                holds: fitsTogether(sample),
              },
            ]
          : []),
      ];
    }),
  ]);
}

/** What was not over in a statement stands in the next one, whatever became of it. */
function leftOut(before: Statement | undefined, { action, week, samples }: Statement): SampleChecked[] {
  const told = new Set((samples ?? []).map(({ id }) => id));
  return (before?.samples ?? [])
    .filter(({ state }) => state !== 'closed' && state !== 'cancelled')
    .map(({ id }) => ({
      what: `${action}, ${week}: sample ${id}, which was not over in ${before?.week}, is still told`,
      holds: told.has(id),
    }));
}

/**
 * The samples that the site shows now, compared with the statements: each that was told is shown as it was told, and
 * each that is shown was told in the statement of its week.
 */
export function compareShown(
  statements: readonly Statement[],
  shown: readonly StatementSample[],
): SampleChecked[] {
  const action = statements[0]?.action ?? '';
  const told = new Map<number, StatementSample>();
  for (const sample of statements.flatMap(({ samples = [] }) => samples))
    told.set(sample.id, { ...sample, ...toldOnce(told.get(sample.id), sample) });
  const byId = new Map(shown.map((sample) => [sample.id, sample]));
  const oldest = shown.length < shownAtMost ? 0 : Math.min(...byId.keys());
  return [
    ...[...told.values()]
      .filter(({ id }) => id >= oldest)
      .map((sample) => {
        const now = byId.get(sample.id);
        const what = `${action}: sample ${sample.id} is shown as the statements tell it`;
        return { what, holds: now !== undefined && isSame(sample, now) };
      }),
    ...shown.flatMap(({ id, week }) => {
      const first = statements.find((statement) => statement.week === week);
      const what = `${action}: sample ${id} is in the statement of the week of its announcement, ${week}`;
      return first ? [{ what, holds: first.samples?.some((one) => one.id === id) ?? false }] : [];
    }),
  ];
}

/** The site lists the newest ones only. */
const shownAtMost = 100;

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
  const goesOn = Object.hasOwn(mayBecome, earlier.state) && mayBecome[earlier.state].includes(sample.state);
  return goesOn && fixed(earlier) === fixed(sample) && told(toldOnce(earlier, sample)) === told(sample);
}

/** What may be told of a sample after each state. Nobody cancels it once people are asked. */
const mayBecome: Record<StatementSample['state'], StatementSample['state'][]> = {
  announced: ['announced', 'drawn', 'asking', 'closed', 'cancelled'],
  drawn: ['drawn', 'asking', 'closed', 'cancelled'],
  asking: ['asking', 'closed'],
  closed: ['closed'],
  cancelled: ['cancelled'],
};

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
