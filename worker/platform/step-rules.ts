/** Rounds to three decimals, the most that amounts have. */
export function rounded(value: number): number {
  return Number(value.toFixed(3));
}

/** The value without the rounding errors of binary fractions; null if it is not a whole number of steps. */
export function onStep(value: number, from: number, step: number): number | null {
  const onIt = rounded(from + Math.round((value - from) / step) * step);
  return Math.abs(onIt - value) < 1e-6 ? onIt : null;
}
