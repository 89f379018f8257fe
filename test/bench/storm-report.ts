import { type Audit, isBalanced } from './audit.ts';
import { joined, percentile } from './histogram.ts';
import { type Budget, type Figure, figureOf } from './report.ts';
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

const wanted = { of: 'median', is: 'at most', bound: 500 } as const;
const none = { of: 'median', is: 'at most', bound: 0 } as const;

/**
 * At the record's own rate everybody must get an answer, and within half a second. At higher rates nothing may be lost.
 */
export function stormFigures(outcome: StormOutcome, found: Audit, times: number): Figure[] {
  const { signs, again, retries, confirms, views, acknowledged, arrivals } = outcome;
  const writes = [signs, again, retries, confirms];
  const whole = acknowledged.slice(1, Math.floor(arrivals)).map((count) => count ?? 0);
  const lost = found.missing + found.uncounted + found.unasked + found.unmailed + found.wrong.length;
  const figure = (what: string, unit: string, values: number[], budget: Budget | null = null) =>
    figureOf(`storm/${times}x ${what}`, unit, { values }, budget);
  const atRecord = (budget: Budget) => (times === 1 ? budget : null);
  return [
    figure('write p99', 'ms', [latencyOf(writes, 0.99)], atRecord(wanted)),
    figure('write p50', 'ms', [latencyOf(writes, 0.5)]),
    figure('sign p99', 'ms', [latencyOf([signs], 0.99)]),
    figure('confirm p99', 'ms', [latencyOf([confirms], 0.99)]),
    figure('page p99', 'ms', [latencyOf([views], 0.99)], atRecord(wanted)),
    figure('page p50', 'ms', [latencyOf([views], 0.5)]),
    figure('acknowledged', '1/s', whole),
    figure('pages', '1/s', [views.fine / arrivals]),
    figure('shed', 'writes', [sum(writes.map(({ shed }) => shed))]),
    figure('unanswered', 'writes', [sum(writes.map(unansweredOf))], atRecord(none)),
    figure('unanswered', 'pages', [unansweredOf(views)], atRecord(none)),
    figure('lost or doubled', 'signatures', [lost], none),
  ];
}

function latencyOf(told: Told[], share: number): number {
  return percentile(joined(told.map(({ latencies }) => latencies)), share);
}

function unansweredOf({ shed, broken, turnedAway, others }: Told): number {
  return shed + broken + turnedAway + sum(Object.values(others));
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
