/**
 * Counts of latencies in buckets that grow by 2 percent, from 10 microseconds, so percentiles are accurate to 1
 * percent.
 */
export type Histogram = { counts: Uint32Array; total: number };

const first = 0.01;
const growth = Math.log(1.02);
const buckets = 900;

export function createHistogram(): Histogram {
  return { counts: new Uint32Array(buckets), total: 0 };
}

export function record(histogram: Histogram, milliseconds: number): void {
  const bucket = Math.round(Math.log(Math.max(milliseconds, first) / first) / growth);
  histogram.counts[Math.min(bucket, buckets - 1)]! += 1;
  histogram.total += 1;
}

/** The sum of all the histograms. */
export function joined(histograms: Histogram[]): Histogram {
  const all = createHistogram();
  for (const { counts, total } of histograms) {
    for (const [bucket, count] of counts.entries()) all.counts[bucket]! += count;
    all.total += total;
  }
  return all;
}

/** In milliseconds; NaN if nothing was recorded. */
export function percentile({ counts, total }: Histogram, share: number): number {
  if (total === 0) return Number.NaN;
  const rank = Math.max(1, Math.ceil(total * share));
  let seen = 0;
  for (const [bucket, count] of counts.entries()) {
    seen += count;
    if (seen >= rank) return first * Math.exp(bucket * growth);
  }
  return Number.NaN;
}
