import type { StatementSample } from '../statements/rules/statement.ts';
import { leavesHash } from './draw-rules.ts';
import { clopperPearson } from './interval-rules.ts';

export type SampleState = 'announced' | 'drawing' | 'drawn' | 'asking' | 'closed' | 'cancelled';

/** Who was asked and what they said. */
export type SampleCounts = { asked: number; yes: number; no: number };

export type SampleDraw = { leaves: number[]; numbers: number; passedOver: number };

export type Sample = {
  id: number;
  campaignId: number;
  actionId: number;
  state: SampleState;
  size: number;
  days: number;
  source: string;
  seedOn: string;
  week: string;
  announcedAt: Date;
  seed: { text: string; givenAt: Date; treeSize: number; counting: number } | null;
  draw: (SampleDraw & { at: Date }) | null;
  askedAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  cancelledAt: Date | null;
  counts: SampleCounts | null;
};

export const sizeAtLeast = 20;
export const sizeAtMost = 1_000;
/** What fewer people said is not told: who knows one of them could guess too much. */
export const toldFrom = 20;
/** How long people may answer. */
export const dayChoices = [7, 14, 21, 30] as const;
export const longestSource = 200;
export const longestSeed = 200;

export type SampleAnswer = 'yes' | 'no';

/** Whether a seed may be entered: its day has come, and the tree can no longer change. */
export function maySeed(
  { state, seedOn }: Pick<Sample, 'state' | 'seedOn'>,
  { today, hasStatement }: { today: string; hasStatement: boolean },
): boolean {
  return state === 'announced' && hasStatement && seedOn <= today;
}

export function mayCancel({ state }: Pick<Sample, 'state'>): boolean {
  return state === 'announced' || state === 'drawing' || state === 'drawn';
}

export function isAsking({ state, closesAt }: Pick<Sample, 'state' | 'closesAt'>, now: Date): boolean {
  return state === 'asking' && closesAt !== null && now < closesAt;
}

/** How many are asked, where that is everybody who counts. Until the tree is known it may change. */
export type Everybody = { n: number; isSure: boolean };

/** Null where chance decides who is asked. `confirmed`: how many signatures count now. */
export function everybodyIn(
  { state, size, seed, draw }: Pick<Sample, 'state' | 'size' | 'seed' | 'draw'>,
  confirmed: number,
): Everybody | null {
  if (state === 'cancelled') return null;
  const n = seed?.counting ?? confirmed;
  const isAll = draw ? draw.leaves.length === n : n <= size;
  return isAll ? { n, isSure: seed !== null } : null;
}

/** A sample as everybody may see it, at an instant: what came later is left out. */
export function toldAt(sample: Sample, at: Date): StatementSample {
  const { seed, draw, counts } = sample;
  const isOver = (when: Date | null | undefined) => when != null && when < at;
  const hasDraw = draw && isOver(draw.at) ? draw : null;
  return {
    id: sample.id,
    announced_at: sample.announcedAt.toISOString(),
    source: sample.source,
    seed_on: sample.seedOn,
    week: sample.week,
    size: sample.size,
    state: stateAt(sample, isOver),
    seed: seed && isOver(seed.givenAt) ? seed.text : null,
    draw: hasDraw &&
      seed && {
        tree_size: seed.treeSize,
        drawn: hasDraw.leaves.length,
        numbers: hasDraw.numbers,
        passed_over: hasDraw.passedOver,
        leaves_sha256: leavesHash(hasDraw.leaves),
      },
    result: counts && draw && isOver(sample.closedAt) ? resultOf(counts, draw.leaves.length) : null,
  };
}

function stateAt(
  sample: Sample,
  isOver: (when: Date | null | undefined) => boolean,
): StatementSample['state'] {
  if (isOver(sample.cancelledAt)) return 'cancelled';
  if (isOver(sample.closedAt)) return 'closed';
  if (isOver(sample.askedAt)) return 'asking';
  return isOver(sample.draw?.at) ? 'drawn' : 'announced';
}

type Result = NonNullable<StatementSample['result']>;

export function resultOf({ asked, yes, no }: SampleCounts, drawn: number): Result {
  const answered = yes + no;
  const reached = { asked, not_asked: drawn - asked, answered };
  if (answered < toldFrom) return { ...reached, yes: null, no: null, low: null, high: null };
  return { ...reached, yes, no, ...clopperPearson(yes, answered) };
}

/** Whether what a statement tells of a sample fits together: its numbers, and the range that they make. */
export function fitsTogether({ draw, result }: StatementSample): boolean {
  if (!result) return true;
  const { asked, not_asked, answered, yes, no, low, high } = result;
  // Whoever wrote it may have wanted the range of a huge number to take for ever.
  if (asked + not_asked !== draw?.drawn || answered > asked || answered > sizeAtMost) return false;
  if (answered < toldFrom) return yes === null && no === null && low === null && high === null;
  if (yes === null || no === null || yes + no !== answered) return false;
  const range = clopperPearson(yes, answered);
  return low === range.low && high === range.high;
}
