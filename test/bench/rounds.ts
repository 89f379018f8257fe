import type { Crowd } from './crowd.ts';
import type { Load } from './load.ts';
import { measure, type Pace, type Slice, type Station } from './station.ts';
import type { Step } from './steps.ts';

export type Measured = {
  step: string;
  stored: number;
  connections: number;
  slice: Slice;
  /** The baselines measured before and after this step, by name. */
  floors: Record<string, Slice>;
};

/**
 * Requests per second to prepare: more than a slice can use, even if every answer were as cheap as "hello" on a fast
 * machine.
 */
const ratesAtMost: Record<string, number> = { confirm: 2500, 'confirm-duplicate': 2500 };
const rateAtMost = 4000;

/** One round at one station: each step once, in order, with the baselines measured around it. */
export async function runRound(
  load: Load,
  { station, crowd }: { station: Station; crowd: Crowd },
  pace: Pace,
  steps: Step[],
): Promise<Measured[]> {
  const slices: { step: string; slice: Slice }[] = [];
  for (const step of steps) {
    const count = Math.ceil(((ratesAtMost[step.name] ?? rateAtMost) * pace.time) / 1000);
    const { slice, outcome } = await measure(load, station, pace, await step.load(crowd, count));
    step.after?.(crowd, outcome);
    slices.push({ step: step.name, slice });
  }
  const { stored } = station;
  const { connections } = pace;
  return slices.map(({ step, slice }, index) => {
    const floors = {
      hello: near(slices, 'hello', index),
      ungrouped: near(slices, 'sign-ungrouped', index),
      sign: near(slices, 'sign-form', index),
    };
    const known = Object.entries(floors).filter(([, floor]) => floor !== null);
    return { step, stored, connections, slice, floors: Object.fromEntries(known) as Record<string, Slice> };
  });
}

/** The mean of the nearest measurement before and the nearest one after. */
function near(slices: { step: string; slice: Slice }[], name: string, index: number): Slice | null {
  const before = slices.slice(0, index + 1).findLast(({ step }) => step === name)?.slice;
  const after = slices.slice(index).find(({ step }) => step === name)?.slice;
  const [one, other] = [before ?? after, after ?? before];
  if (!one || !other) return null;
  const mean = (key: keyof Slice) => (one[key] + other[key]) / 2;
  return { rate: mean('rate'), p50: mean('p50'), p99: mean('p99'), cpu: mean('cpu'), odd: 0 };
}
