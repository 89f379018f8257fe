/** To the three decimals that amounts have at most. */
export function rounded(value: number): number {
  return Number(value.toFixed(3));
}

/** The value without rounding errors of binary fractions; null where it is no whole number of steps. */
export function onStep(value: number, from: number, step: number): number | null {
  const onIt = rounded(from + Math.round((value - from) / step) * step);
  return Math.abs(onIt - value) < 1e-6 ? onIt : null;
}
