/** How long a run takes. The budget lines stand at 64 connections and get most of the time. */
export type Plan = {
  /** Signatures stored, a station each; the first is the empty one. */
  sizes: number[];
  rounds: number;
  /** Other numbers of connections, one round each at the first and the last size. */
  besides: number[];
  /** Of the empty station against the fullest. */
  sizeRounds: number;
  /** Milliseconds. */
  time: number;
  /** Seconds into which the storm's hour is pressed. */
  storm: number;
  /** Which form of the faults: see test/faults. */
  faults: 'long' | 'short';
};

export const wholePlan: Plan = {
  sizes: [0, 100_000, 1_000_000],
  rounds: 3,
  besides: [1, 16, 256],
  sizeRounds: 6,
  time: 700,
  storm: 75,
  faults: 'long',
};

export const quickPlan: Plan = {
  sizes: [0, 20_000],
  rounds: 2,
  besides: [],
  sizeRounds: 3,
  time: 280,
  storm: 15,
  faults: 'short',
};
