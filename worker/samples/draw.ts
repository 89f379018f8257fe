import type { Deps } from '../platform/deps.ts';
import { type Candidate, candidates, drawFrom } from './draw-rules.ts';
import {
  type Drawing,
  endDrawingStatements,
  findDrawing,
  listFoundLeaves,
  readCandidates,
  saveStepStatements,
  widenStatement,
} from './people-store.ts';
import type { Sample } from './rules.ts';
import { findSample } from './store.ts';

/** Signatures that one step reads, and steps of one run: 400,000 signatures. */
const most = 10_000;
const stepsAtOnce = 40;

/**
 * Draws the sample in steps: each looks among the next signatures of the action for those whose leaf is drawn. A step
 * that is repeated changes nothing. False if there is more to do.
 */
export async function goOnDrawing(
  { db }: Pick<Deps, 'db'>,
  id: number,
  { now, steps = stepsAtOnce }: { now: Date; steps?: number },
): Promise<boolean> {
  const sample = await findSample(db, id);
  if (!sample?.seed || sample.draw) return true;
  let drawn: Candidate[] | null = null;
  let isWide: boolean | null = null;
  for (let left = steps; left > 0; left -= 1) {
    const drawing = await findDrawing(db, id);
    if (!drawing) return true;
    if (!drawn || drawing.isWide !== isWide) drawn = candidatesOf(sample, drawing.isWide);
    isWide = drawing.isWide;
    await step(db, { sample, drawing, drawn }, now);
  }
  return false;
}

type Stepping = { sample: Sample; drawing: Drawing; drawn: readonly Candidate[] };

async function step(db: D1Database, { sample, drawing, drawn }: Stepping, now: Date): Promise<void> {
  const leaves = drawn.map(({ leaf }) => leaf);
  const { found, to } = await readCandidates(db, drawing, { leaves, most });
  if (to !== null) {
    const nthOf = new Map(leaves.map((leaf, nth) => [leaf, nth]));
    const numbered = found.map((one) => ({ ...one, nth: nthOf.get(one.leaf) ?? 0 }));
    await db.batch(saveStepStatements(db, drawing, { found: numbered, to }));
    return;
  }
  const counting = new Set(await listFoundLeaves(db, drawing.id));
  const draw = drawFrom(drawn, { size: sample.size, counts: (leaf) => counting.has(leaf) });
  if (draw.leaves.length < sample.size && !drawing.isWide) await widenStatement(db, drawing).run();
  else await db.batch(endDrawingStatements(db, drawing, draw, now));
}

/**
 * At first only so many candidates as almost surely hold enough leaves that count: to look for all 20,000 among a million
 * signatures is more work.
 */
function candidatesOf({ seed, size }: Sample, isWide: boolean): Candidate[] {
  const { text, treeSize, counting } = seed ?? { text: '', treeSize: 0, counting: 0 };
  if (treeSize === 0) return [];
  const enough = (size + 8 * Math.sqrt(size) + 40) * (treeSize / Math.max(1, counting));
  const drawn: Candidate[] = [];
  for (const one of candidates(text, treeSize)) {
    drawn.push(one);
    if (!isWide && drawn.length >= enough) break;
  }
  return drawn;
}
