import { knownValue, mapQuery, type Query, runQuery, type Subquery } from '../platform/query.ts';
import { addDays, mondayOf } from '../platform/time/clock.ts';
import { repeatsIn } from './repeats-rules.ts';
import {
  type CityReading,
  type CityStatement,
  here,
  isUnreachable,
  lateAfter,
  type ReadingState,
  type Reason,
} from './rules.ts';
import { type CityRow, cityRowsQuery, type StoredCityStatement } from './store.ts';

type ReadingsRequest = { now: Date; publicUrl: string };

/**
 * What is known of each city of a campaign's roll-up, in the order of the kit. `publicUrl` is the address of this
 * deployment, for the cities that are here.
 */
export function cityReadingsQuery(
  db: D1Database,
  campaign: Subquery,
  asked: ReadingsRequest,
): Query<CityReading[]> {
  return mapQuery(cityRowsQuery(db, campaign), (rows) => readingsOf(rows, asked));
}

export function cityReadings(
  db: D1Database,
  campaignId: number,
  asked: ReadingsRequest,
): Promise<CityReading[]> {
  return runQuery(db, cityReadingsQuery(db, knownValue(campaignId), asked));
}

/** Of the cities of one roll-up, in the order of the kit. What two of them tell counts for one. */
export function readingsOf(rows: readonly CityRow[], asked: ReadingsRequest): CityReading[] {
  const alone = rows.map((row) => readingOf(row, asked));
  const repeated = repeatsIn(rows, alone);
  return alone.map((reading, i) => {
    const reason = repeated[i];
    if (!reading.counts || !reason) return reading;
    const since = Math.min(...reading.statements.map(({ readAt }) => readAt.getTime()));
    return { ...reading, state: 'refused', reason, reasonAt: new Date(since), counts: false };
  });
}

function readingOf(row: CityRow, { now, publicUrl }: ReadingsRequest): CityReading {
  const { city, log } = row;
  const site = city.address === here ? publicUrl : city.address;
  const statements = row.statements
    .map((one) => statementOf(one, site))
    .toSorted((a, b) => (a.action < b.action ? -1 : 1));
  const newest = statements.toSorted((a, b) => (a.week > b.week ? -1 : 1))[0];
  const sumOf = (kind: string) => statements.reduce((sum, one) => sum + (one.kind === kind ? one.n : 0), 0);
  const { reason, at } = reasonOf(row);
  const week = newest?.week ?? null;
  const state = stateOf({ reason, week, now });
  const numbers = { signatures: sumOf('petition'), answers: sumOf('survey'), trained: newest?.trained ?? 0 };
  const isAbovePopulation = Math.max(...Object.values(numbers)) > city.population;
  return {
    ...city,
    ...{ state, reason, week, statements },
    reasonAt: dateOf(at),
    readAt: dateOf(log?.readAt),
    verifiedAt: dateOf(log?.verifiedAt),
    head: log?.size != null && log.root !== null ? { size: log.size, root: log.root } : null,
    ...numbers,
    counts: week !== null && state !== 'refused' && !isAbovePopulation,
    isAbovePopulation,
  };
}

const dateOf = (at: number | null | undefined) => (at == null ? null : new Date(at));

/** What speaks against the log speaks against all its cities. */
function reasonOf({ log, refusal }: CityRow): { reason: Reason | null; at: number | null } {
  if (log?.reason) return { reason: log.reason, at: log.reasonAt };
  return { reason: refusal?.reason ?? null, at: refusal?.since ?? null };
}

function stateOf({
  reason,
  week,
  now,
}: {
  reason: Reason | null;
  week: string | null;
  now: Date;
}): ReadingState {
  // A campaign that has just begun has no statement yet.
  if (reason === 'no-statement' || (reason === null && week === null)) return 'unread';
  if (reason !== null && !isUnreachable(reason)) return 'refused';
  if (week !== null && isLate(week, now)) return 'late';
  return reason === null ? 'verified' : 'unreachable';
}

function isLate(week: string, now: Date): boolean {
  const end = Date.parse(`${addDays(mondayOf(week), 7)}T00:00:00Z`);
  return now.getTime() - end > lateAfter;
}

function statementOf(
  { readAt, namesLog: _namesLog, ...one }: StoredCityStatement,
  site: string,
): CityStatement {
  return { ...one, url: `${site}/statements/${one.action}/${one.week}`, readAt: new Date(readAt) };
}
