import { type Audit, isBalanced } from './audit.ts';
import { type Histogram, percentile } from './histogram.ts';
import { type Figure, figureOf } from './report.ts';
import type { StormOutcome, Told } from './storm-load.ts';
import { short, table, thousands } from './words.ts';

export function tellStorm(
  outcome: StormOutcome,
  offered: { signed: number; viewed: number; peak: number },
): void {
  const { signs, again, retries, confirms, views, cut } = outcome;
  const row = (name: string, told: Told, asked: number) => [
    name,
    thousands(asked),
    thousands(told.fine),
    share(told.fine, asked),
    thousands(told.shed),
    thousands(told.turnedAway),
    thousands(told.broken + sum(Object.values(told.others))),
    short(percentile(told.latencies, 0.5)),
    short(percentile(told.latencies, 0.99)),
  ];
  const asked = ({ fine, shed, turnedAway, broken, others }: Told) =>
    fine + shed + turnedAway + broken + sum(Object.values(others));
  const head = ['', 'offered', 'answered', '', 'shed', 'no line', 'failed', 'p50 ms', 'p99 ms'];
  console.log(
    `\n${table(head, [
      row('signatures', signs, offered.signed - cut),
      row('pressed twice', again, asked(again)),
      row('again after a cut line', retries, cut),
      row('confirmations', confirms, asked(confirms)),
      row('page views', views, offered.viewed),
    ])}\n`,
  );
  const others = Object.entries({ signs, again, retries, confirms, views }).filter(
    ([, told]) => Object.keys(told.others).length > 0,
  );
  for (const [name, told] of others) console.log(`${name}: other answers ${JSON.stringify(told.others)}`);
  console.log(
    `Times run from the moment a person acts. People came for ${short(outcome.arrivals)} s, at most ` +
      `${thousands(offered.peak)} signatures a second; the last answer came after ${short(outcome.seconds)} s.`,
  );
}

export function tellAudit(outcome: StormOutcome, found: Audit): void {
  const acknowledged = sum([...outcome.signed]);
  console.log(
    `Audit: ${thousands(acknowledged)} acknowledged, ${thousands(found.stored)} stored, ` +
      `${thousands(found.counted)} counted; ${found.missing} acknowledged and not stored, ` +
      `${found.unasked} stored and not asked for, ${found.uncounted} confirmed and not counted, ` +
      `${found.unmailed} without a mail, ${found.wrong.length} counts that a recount does not give. ` +
      `${isBalanced(found) ? 'Nothing lost, nothing doubled.' : 'THE ACCOUNT DOES NOT BALANCE.'}`,
  );
  for (const { kind, key, kept, recounted } of found.wrong) {
    console.log(`  ${kind} ${key}: kept ${kept}, recounted ${recounted}`);
  }
}

export function stormFigures(outcome: StormOutcome, found: Audit): Figure[] {
  const { signs, confirms, views, acknowledged, arrivals } = outcome;
  const whole = acknowledged.slice(1, Math.floor(arrivals)).map((count) => count ?? 0);
  const shed = sum(
    Object.values({ signs, confirms, again: outcome.again, retries: outcome.retries }).map(shedOf),
  );
  const lost = found.missing + found.uncounted + found.unasked + found.unmailed + found.wrong.length;
  const none = { of: 'median', is: 'at most', bound: 0 } as const;
  return [
    figureOf('storm-acknowledged', '1/s', { values: whole }),
    latency('storm-sign', signs.latencies, 0.5),
    latency('storm-sign', signs.latencies, 0.99),
    latency('storm-confirm', confirms.latencies, 0.99),
    latency('storm-page', views.latencies, 0.5),
    latency('storm-page', views.latencies, 0.99),
    figureOf('storm-pages', '1/s', { values: [views.fine / arrivals] }),
    figureOf('storm-shed', 'writes', { values: [shed] }),
    figureOf('storm-lost-or-doubled', 'signatures', { values: [lost] }, none),
  ];
}

function latency(name: string, histogram: Histogram, share: number): Figure {
  return figureOf(`${name} p${share * 100}`, 'ms', { values: [percentile(histogram, share)] });
}

function shedOf({ shed }: Told): number {
  return shed;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
