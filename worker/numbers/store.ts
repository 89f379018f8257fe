import { type Query, rowsQuery } from '../platform/query.ts';
import type { Added, Speed, Walk, Walked } from './rules.ts';

type Passed = { rows: Walked[]; after: number; last: number };

type PassedRow = {
  row: number;
  action_id: number;
  time_zone: string;
  language: string;
  received_at: number;
  confirmed_at: number | null;
};

/** The next signatures of a walk that were sent at this time or before; null where there are none. */
export function nextOfWalkQuery(
  db: D1Database,
  walk: Walk,
  { until, most }: { until: Date; most: number },
): Query<Passed | null> {
  const passed = 'SELECT passed FROM signing_walks WHERE name = ?1';
  return {
    statements: [
      db.prepare(passed).bind(walk),
      db
        .prepare(
          `SELECT signatures.rowid AS row, action_id, time_zone, language, received_at, confirmed_at
          FROM signatures NOT INDEXED
            CROSS JOIN actions ON actions.id = action_id
            CROSS JOIN campaigns ON campaigns.id = campaign_id
            CROSS JOIN cities ON cities.id = city_id
          WHERE signatures.rowid > (${passed}) ORDER BY signatures.rowid LIMIT ?2`,
        )
        .bind(walk, most),
    ],
    read([walks = [], rows = []]) {
      const [stored] = walks as { passed: number }[];
      const tooNew = (rows as PassedRow[]).findIndex(({ received_at }) => received_at > until.getTime());
      const old = (tooNew === -1 ? rows : rows.slice(0, tooNew)) as PassedRow[];
      const last = old.at(-1)?.row;
      return stored && last !== undefined ? { rows: old.map(walkedOf), after: stored.passed, last } : null;
    },
  };
}

function walkedOf(row: PassedRow): Walked {
  return {
    actionId: row.action_id,
    timeZone: row.time_zone,
    language: row.language,
    receivedAt: row.received_at,
    confirmedAt: row.confirmed_at,
  };
}

type DayRow = {
  day: string;
  received: number;
  hours: string;
  languages: string;
} & Record<Speed, number>;

/**
 * Adds what a walk has counted, and moves the walk on. Nothing happens if another run has done so meanwhile. `hours` and
 * `languages` replace what was stored: only the walk of what was received writes them.
 */
export async function addDays(
  db: D1Database,
  walk: Walk,
  { added, after, last }: { added: readonly Added[]; after: number; last: number },
): Promise<void> {
  const once = '(SELECT passed FROM signing_walks WHERE name = ?2) = ?3';
  const each = 'FROM json_each(?1) WHERE';
  const write =
    walk === 'received'
      ? `INSERT INTO signing_days (action_id, day, received, hours, languages)
        SELECT value ->> 'actionId', value ->> 'day', value ->> 'n', value -> 'hours', value -> 'languages'
        ${each} ${once}
        ON CONFLICT DO UPDATE SET received = received + excluded.received, hours = excluded.hours,
          languages = excluded.languages`
      : `INSERT INTO signing_days (action_id, day, ${walk})
        SELECT value ->> 'actionId', value ->> 'day', value ->> 'n' ${each} ${once}
        ON CONFLICT DO UPDATE SET ${walk} = ${walk} + excluded.${walk}`;
  await db.batch([
    db.prepare(write).bind(JSON.stringify(added), walk, after),
    db
      .prepare('UPDATE signing_walks SET passed = ?3 WHERE name = ?1 AND passed = ?2')
      .bind(walk, after, last),
  ]);
}

/** The hours and languages that are stored of these days, by action and day. */
export async function storedSums(
  db: D1Database,
  added: readonly Added[],
): Promise<Map<string, Pick<Added, 'hours' | 'languages'>>> {
  const { results } = await db
    .prepare(
      `SELECT action_id, signing_days.day, hours, languages FROM json_each(?)
        CROSS JOIN signing_days ON action_id = value ->> 'actionId' AND day = value ->> 'day'`,
    )
    .bind(JSON.stringify(added.map(({ actionId, day }) => ({ actionId, day }))))
    .all<{ action_id: number; day: string; hours: string; languages: string }>();
  return new Map(
    results.map(({ action_id, day, hours, languages }) => {
      return [`${action_id} ${day}`, { hours: JSON.parse(hours), languages: JSON.parse(languages) }];
    }),
  );
}

/** A day of the campaign's time zone. */
export type SigningDay = {
  day: string;
  received: number;
  hours: Record<string, number>;
  languages: Record<string, number>;
  /** Confirmed within that time, and not sooner. */
  soon: Record<Speed, number>;
};

/** The latest `most` days from one on, the oldest first. Days on which nobody sent a form are not in it. */
export function signingDaysQuery(
  db: D1Database,
  { actionId, from, most }: { actionId: number; from: string; most: number },
): Query<SigningDay[]> {
  return rowsQuery(
    db
      .prepare('SELECT * FROM signing_days WHERE action_id = ?1 AND day >= ?2 ORDER BY day DESC LIMIT ?3')
      .bind(actionId, from, most),
    (rows: DayRow[]) =>
      rows.toReversed().map((row) => {
        return {
          ...{ day: row.day, received: row.received },
          hours: JSON.parse(row.hours) as Record<string, number>,
          languages: JSON.parse(row.languages) as Record<string, number>,
          soon: soonOf(row),
        };
      }),
  );
}

function soonOf({ ten_minutes, an_hour, a_day, a_week, a_month }: DayRow): Record<Speed, number> {
  return { ten_minutes, an_hour, a_day, a_week, a_month };
}

/** How many of those that count were confirmed on each of the latest `most` days, from one on. */
export function confirmedDaysQuery(
  db: D1Database,
  { actionId, from, most }: { actionId: number; from: string; most: number },
): Query<Map<string, number>> {
  return rowsQuery(
    db
      .prepare(
        `SELECT key, n FROM signature_counts WHERE action_id = ?1 AND kind = 'day' AND key >= ?2
        ORDER BY key DESC LIMIT ?3`,
      )
      .bind(actionId, from, most),
    (rows: { key: string; n: number }[]) => new Map(rows.map(({ key, n }) => [key, n])),
  );
}

/** Of one source, place or state: all, and what each of the asked weeks changed. */
export type Tally = { kind: string; key: string; n: number; weeks: Record<string, number> };

const talliedKinds = JSON.stringify(['source', 'place', 'state']);

export function talliesQuery(db: D1Database, actionId: number, weeks: readonly string[]): Query<Tally[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT '' AS week, signature_counts.kind, signature_counts.key, n FROM json_each(?2)
          CROSS JOIN signature_counts ON action_id = ?1 AND signature_counts.kind = value
        UNION ALL
        SELECT week, signature_changes.kind, signature_changes.key, n FROM json_each(?3) AS asked CROSS JOIN json_each(?2) AS kinds
          CROSS JOIN signature_changes ON action_id = ?1 AND week = asked.value
            AND signature_changes.kind = kinds.value`,
      )
      .bind(actionId, talliedKinds, JSON.stringify(weeks)),
    (rows: { week: string; kind: string; key: string; n: number }[]) => {
      const tallies = new Map<string, Tally>();
      for (const { week, kind, key, n } of rows) {
        const name = `${kind} ${key}`;
        const one = tallies.get(name) ?? { kind, key, n: 0, weeks: {} };
        tallies.set(name, one);
        if (week === '') one.n = n;
        else one.weeks[week] = n;
      }
      return [...tallies.values()];
    },
  );
}

export type StepCount = { actionId: number; week: string; step: string; n: number };

export async function addSteps(db: D1Database, steps: readonly StepCount[]): Promise<void> {
  await db
    .prepare(
      `INSERT INTO form_steps (action_id, week, step, n)
      SELECT value ->> 'actionId', value ->> 'week', value ->> 'step', value ->> 'n' FROM json_each(?) WHERE true
      ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    )
    .bind(JSON.stringify(steps))
    .run();
}

/** By step and week, of these weeks. */
export function stepsQuery(
  db: D1Database,
  actionId: number,
  weeks: readonly string[],
): Query<{ step: string; week: string; n: number }[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT step, week, n FROM json_each(?2)
          CROSS JOIN form_steps ON action_id = ?1 AND week = value`,
      )
      .bind(actionId, JSON.stringify(weeks)),
    (rows: { step: string; week: string; n: number }[]) => rows,
  );
}
