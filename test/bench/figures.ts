import { type Budget, type Figure, figureOf } from './report.ts';
import type { Measured } from './rounds.ts';
import { describeStep } from './steps.ts';
import { median, short, table, thousands } from './words.ts';

/** Budgets that are a share of a baseline, checked at so many connections. docs/performance.md lists them. */
const budgetConnections = 64;
const ofHello: Record<string, Budget> = {
  'sign-form': { of: 'ratio', is: 'at least', bound: 0.45 },
  'petition-page': { of: 'ratio', is: 'at least', bound: 0.6 },
  'campaign-page': { of: 'ratio', is: 'at least', bound: 0.4 },
  'share-page': { of: 'ratio', is: 'at least', bound: 0.4 },
  'home-page': { of: 'ratio', is: 'at least', bound: 0.4 },
};
const ofUngrouped: Budget = { of: 'ratio', is: 'at least', bound: 2.5 };
const ofSigning: Budget = { of: 'ratio', is: 'at least', bound: 0.8 };
const tailOfHello: Budget = { of: 'ratio', is: 'at most', bound: 3 };

/** A figure for each step, size and number of connections, with the additional ratios that have budgets. */
export function figuresOf(measured: Measured[]): Figure[] {
  return [...groups(measured)].flatMap(([name, group]) => {
    const { step, connections, stored } = group[0]!;
    const rates = group.map(({ slice }) => slice.rate);
    const over = (floor: string) => group.map(({ floors }) => floors[floor]?.rate ?? Number.NaN);
    const isBudgeted = connections === budgetConnections && stored === 0;
    if (step === 'hello') return [figureOf(name, '1/s', { values: rates })];
    const figures = [
      figureOf(name, '1/s', { values: rates, floors: over('hello') }, (isBudgeted && ofHello[step]) || null),
    ];
    if (!isBudgeted) return figures;
    if (step === 'sign-form') {
      figures.push(
        figureOf(
          `${name} over one batch each`,
          '1/s',
          { values: rates, floors: over('ungrouped') },
          ofUngrouped,
        ),
      );
    }
    if (step === 'respond-form') {
      figures.push(
        figureOf(`${name} over signing`, '1/s', { values: rates, floors: over('sign') }, ofSigning),
      );
    }
    if (step === 'petition-page') figures.push(tailFigure(name, group));
    return figures;
  });
}

function tailFigure(name: string, group: Measured[]): Figure {
  const values = group.map(({ slice }) => slice.p99);
  const floors = group.map(({ floors }) => floors.hello?.p99 ?? Number.NaN);
  return figureOf(`${name} p99`, 'ms', { values, floors }, tailOfHello);
}

/** Compares the same step at two sizes, slice by slice, measured right after each other. */
export function sizeFigures(
  pairs: { step: string; stored: number; empty: number[]; full: number[] }[],
): Figure[] {
  return pairs.map(({ step, stored, empty, full }) =>
    figureOf(
      `${step}/64/${stored} over none stored`,
      '1/s',
      { values: full, floors: empty },
      step === 'sign-form' ? { of: 'ratio', is: 'at least', bound: 0.9 } : null,
    ),
  );
}

function groups(measured: Measured[]): Map<string, Measured[]> {
  return Map.groupBy(measured, ({ step, connections, stored }) => `${step}/${connections}/${stored}`);
}

/** A table for each size and number of connections. */
export function figureTables(measured: Measured[]): string[] {
  const places = Map.groupBy(measured, ({ stored, connections }) => `${stored} ${connections}`);
  return [...places.values()].map((place) => {
    const { stored, connections } = place[0]!;
    return `${connections} connections, ${thousands(stored)} signatures stored\n\n${figureTable(place)}`;
  });
}

const head = ['', 'a second', 'from', 'to', 'of hello', 'p50 ms', 'p99 ms', 'CPU us', 'of hello', 'odd'];

export function figureTable(measured: Measured[]): string {
  const steps = Map.groupBy(measured, ({ step }) => step);
  return table(
    head,
    [...steps].map(([step, group]) => row(step, group)),
  );
}

function row(step: string, group: Measured[]): string[] {
  const of = (key: 'rate' | 'p50' | 'p99' | 'cpu') => group.map(({ slice }) => slice[key]);
  const share = (key: 'rate' | 'cpu') =>
    median(group.map(({ slice, floors }) => slice[key] / (floors.hello?.[key] ?? Number.NaN)));
  const odd = group.reduce((sum, { slice }) => sum + slice.odd, 0);
  return [
    describeStep(step),
    thousands(median(of('rate'))),
    thousands(Math.min(...of('rate'))),
    thousands(Math.max(...of('rate'))),
    short(share('rate')),
    short(median(of('p50'))),
    short(median(of('p99'))),
    thousands(median(of('cpu'))),
    short(share('cpu')),
    odd === 0 ? '' : thousands(odd),
  ];
}
