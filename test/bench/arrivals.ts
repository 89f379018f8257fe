/**
 * Arrival times in milliseconds, sorted: a Poisson process whose rate per second depends on the share of the run that
 * has passed. The seed is fixed, so every run gets the same times.
 */
export function arrivals(seconds: number, rate: (share: number) => number): Float64Array {
  const random = seeded(2019);
  const moments: number[] = [];
  for (let at = 0; ; ) {
    at += -Math.log(1 - random()) / Math.max(rate(at / seconds), 0.001);
    if (at >= seconds) return Float64Array.from(moments);
    moments.push(at * 1000);
  }
}

/** The generator mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
