import { median, short, table } from './words.ts';

/** One figure of the run, with the fields in the order of its JSON line. Null means that there is no value. */
export type Figure = {
  figure: string;
  unit: string;
  median: number;
  min: number;
  max: number;
  floor: number | null;
  ratio: number | null;
  budget: string | null;
  holds: boolean | null;
};

/** `ratio >= 0.45`, or `median <= 400` if there is no baseline. */
export type Budget = { of: 'ratio' | 'median'; is: 'at least' | 'at most'; bound: number };

export type Series = { values: number[]; floors?: number[]; ratios?: number[] };

export function figureOf(figure: string, unit: string, series: Series, budget: Budget | null = null): Figure {
  const values = series.values.filter((value) => !Number.isNaN(value));
  const { floors } = series;
  const ratios = series.ratios ?? floors?.map((floor, index) => (series.values[index] ?? Number.NaN) / floor);
  const one = { median: round(median(values)), ratio: ratios ? round(median(ratios)) : null };
  return {
    figure,
    unit,
    median: one.median,
    min: round(Math.min(...values)),
    max: round(Math.max(...values)),
    floor: floors ? round(median(floors)) : null,
    ratio: one.ratio,
    budget: budget && `${budget.of} ${budget.is === 'at least' ? '>=' : '<='} ${budget.bound}`,
    holds: budget && holds(one[budget.of], budget),
  };
}

function holds(value: number | null, { is, bound }: Budget): boolean {
  if (value === null || Number.isNaN(value)) return false;
  return is === 'at least' ? value >= bound : value <= bound;
}

function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

export function jsonLine({ figure, unit, ...rest }: Figure): string {
  return JSON.stringify({ figure, unit, ...rest });
}

/** Each budget with the measured value and whether it was kept. */
export function budgetTable(figures: Figure[]): string {
  const promised = figures.filter(({ budget }) => budget !== null);
  return table(
    ['budget', 'median', 'floor', 'ratio', 'promised', ''],
    promised.map(({ figure, unit, median, floor, ratio, budget, holds }) => [
      figure,
      `${short(median)} ${unit}`,
      floor === null ? '' : short(floor),
      ratio === null ? '' : short(ratio),
      budget ?? '',
      holds ? 'holds' : 'DOES NOT HOLD',
    ]),
  );
}
