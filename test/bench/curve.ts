import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../worker/commands/root.ts';

/**
 * The public count of UK Parliament petition 241584. The file is not part of this repository; without it, a built-in
 * curve is used.
 */
const file = join(root, '../shared/data/article50-counts.csv');

export type Curve = {
  source: string;
  /** Signatures in each minute of the hour around the peak. */
  minutes: number[];
};

const minute = 60_000;
const hourOfMinutes = 60;

/** The hour around the steepest rise between two samples. */
export function readCurve(): Curve {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { source: `a built-in curve, since ${file} is not there`, minutes: builtIn() };
  }
  const samples = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([at, count]) => ({ at: Date.parse(at!), count: Number(count) }));
  const rises = samples.slice(1).map(({ at, count }, index) => {
    const before = samples[index]!;
    const minutes = (at - before.at) / minute;
    return { from: before.at, to: at, rate: minutes > 1 ? (count - before.count) / minutes : 0 };
  });
  const peak = rises.reduce((best, rise) => (rise.rate > best.rate ? rise : best));
  const start = (peak.from + peak.to) / 2 - (hourOfMinutes / 2) * minute;
  const minutes = Array.from({ length: hourOfMinutes }, (_, index) => {
    const at = start + (index + 0.5) * minute;
    return rises.find(({ from, to }) => at >= from && at < to)?.rate ?? 0;
  });
  return {
    source: `article50-counts.csv, ${new Date(start).toISOString().slice(0, 16)} UTC and an hour`,
    minutes,
  };
}

/** Rises for half an hour, stays at the top for twelve minutes, falls again. */
function builtIn(): number[] {
  return Array.from({ length: hourOfMinutes }, (_, index) => {
    const fromTop = Math.max(0, Math.abs(index - hourOfMinutes / 2) - 6);
    return 5742 * Math.max(0.5, 1 - fromTop / 45);
  });
}

/** Signatures per second at a share of the run, if the run's peak is `peakASecond`. */
export function rateAt({ minutes }: Curve, share: number, peakASecond: number): number {
  const top = Math.max(...minutes);
  const index = Math.min(Math.floor(share * minutes.length), minutes.length - 1);
  return (minutes[index]! / top) * peakASecond;
}
