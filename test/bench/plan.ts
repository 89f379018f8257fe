/** How long each part of a run takes. The budgets are measured at 64 connections and get most of the time. */
export type Plan = {
  /** Signatures stored, one station for each; the first station is empty. */
  sizes: number[];
  rounds: number;
  /** Other numbers of connections, measured for one round at the first and the last size. */
  besides: number[];
  /** Rounds that compare the empty station with the fullest one. */
  sizeRounds: number;
  /** Milliseconds that one measurement takes. */
  time: number;
  /** Seconds in which the storm replays an hour. */
  storm: number;
  /** Which form of the fault tests to run: see test/faults. */
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
