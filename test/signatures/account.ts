import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { staffToken } from '../../worker/digests/links.ts';
import type { TestApp } from '../support/app.ts';

type Account = Record<string, number>;
type PublicJson = {
  counts: Account;
  by_district: { district: string; confirmed: number }[];
  outside: number;
  unknown: number;
  by_day: { day: string; confirmed: number }[];
  by_source: { source: string; confirmed: number }[];
};
type StaffJson = {
  now: (Omit<PublicJson, 'by_day'> & { possible_duplicates: number })[];
};

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
const confirmedOf = (rows: { confirmed: number }[]) => sum(rows.map(({ confirmed }) => confirmed));

/** Checks that every place that shows a count shows the same number, and that it matches a recount. */
export async function expectBalance(app: TestApp, context: ActionContext): Promise<void> {
  const { action: petition } = context;
  const api: PublicJson = await (await app.request(`/api/v1/petitions/${petition.slug}`)).json();
  const token = await staffToken(app.deps.keyring, petition.committee.id, 1);
  const staffAnswer = await app.request(`/tallies/${token}.json`);
  const staff = ((await staffAnswer.json()) as StaffJson).now[0];
  const recount = await recountFromRows(petition.id);

  const { received, ...states } = api.counts;
  expect(received).toBe(sum(Object.values(states)));
  const { confirmed } = api.counts;
  expect(confirmedOf(api.by_district) + api.outside + api.unknown).toBe(confirmed);
  expect(confirmedOf(api.by_day)).toBe(confirmed);
  expect(staff?.counts).toEqual(api.counts);
  expect(staff?.by_district).toEqual(api.by_district);
  expect(confirmedOf(api.by_source)).toBe(confirmed);
  expect(confirmedOf(staff?.by_source ?? [])).toBe(confirmed);

  expect({ ...zeros(api.counts), ...recount.states, received: recount.rows }).toEqual(api.counts);
  expect(staff?.possible_duplicates).toBe(recount.possible);
  expect(recount.kept).toEqual(recount.counted);
  expect(recount.summedOverWeeks).toEqual(recount.counted);
  expect(recount.mostOfOnePerson).toBeLessThanOrEqual(1);
  expect(recount.mostOfOneInbox).toBeLessThanOrEqual(2);
}

function zeros(counts: Account): Account {
  return Object.fromEntries(Object.keys(counts).map((state) => [state, 0]));
}

const counting = "FROM signatures WHERE action_id = ?1 AND state = 'confirmed'";

/**
 * For each name and ZIP one fewer than the signatures with both, plus for each name and street one fewer than the ZIPs
 * with both.
 */
const possible = `SELECT count(*) - count(DISTINCT name_zip_key)
  + count(DISTINCT iif(name_street_key IS NULL, NULL, hex(name_street_key) || hex(name_zip_key)))
  - count(DISTINCT name_street_key) ${counting}`;

/** Each query returns lines: "place 1 2" means two at place 1. */
const lists = {
  states: "SELECT state || ' ' || count(*) AS line FROM signatures WHERE action_id = ?1 GROUP BY state",
  // D1 allows at most five SELECTs in one statement.
  received: `SELECT kind || ' ' || key || ' ' || n AS line FROM (
    SELECT 'state' AS kind, state AS key, count(*) AS n FROM signatures WHERE action_id = ?1 GROUP BY state
    UNION ALL SELECT 'received', source, count(*) FROM signatures WHERE action_id = ?1 GROUP BY source
    UNION ALL SELECT 'overlap', source || ' ' || counted_by, count(*) FROM signatures
      WHERE action_id = ?1 AND state = 'duplicate' AND counted_by <> source GROUP BY source, counted_by
    UNION ALL SELECT 'struck', code, count(*) FROM signature_decisions
      WHERE action_id = ?1 AND kind = 'struck-off' AND ended_at IS NULL GROUP BY code)`,
  counted: `SELECT kind || ' ' || key || ' ' || n AS line FROM (
    SELECT 'place' AS kind, place AS key, count(*) AS n ${counting} GROUP BY place
    UNION ALL SELECT 'source', source, count(*) ${counting} GROUP BY source
    UNION ALL SELECT 'day', confirmed_on, count(*) ${counting} GROUP BY confirmed_on
    UNION ALL SELECT 'possible', '', (${possible})) WHERE n > 0`,
  kept: `SELECT kind || ' ' || key || ' ' || n AS line FROM signature_counts
    WHERE action_id = ?1 AND n > 0 ORDER BY line`,
  summedOverWeeks: `SELECT kind || ' ' || key || ' ' || sum(n) AS line FROM signature_changes
    WHERE action_id = ?1 AND kind <> 'correction' GROUP BY kind, key HAVING sum(n) <> 0 ORDER BY line`,
  possible: `SELECT (${possible}) AS line`,
  mostOfOnePerson: `SELECT max(n) AS line FROM (SELECT count(*) AS n ${counting} GROUP BY person_key)`,
  mostOfOneInbox: `SELECT max(n) AS line FROM (SELECT count(*) AS n ${counting} GROUP BY inbox_key)`,
};

/** The same numbers by counting rows, which nothing on a request path may do. */
async function recountFromRows(actionId: number) {
  const names = Object.keys(lists) as (keyof typeof lists)[];
  const found = await env.DB.batch<{ line: string | number | null }>(
    names.map((name) => env.DB.prepare(lists[name]).bind(actionId)),
  );
  const linesOf = (name: keyof typeof lists) => found[names.indexOf(name)]!.results.map(({ line }) => line);
  const numberOf = (name: keyof typeof lists) => Number(linesOf(name)[0] ?? 0);
  const states = linesOf('states').map((line) => String(line).split(' ') as [string, string]);
  return {
    states: Object.fromEntries(states.map(([state, n]) => [state, Number(n)])),
    rows: sum(states.map(([, n]) => Number(n))),
    counted: [...linesOf('received'), ...linesOf('counted')].map(String).sort(),
    kept: linesOf('kept'),
    summedOverWeeks: linesOf('summedOverWeeks'),
    possible: numberOf('possible'),
    mostOfOnePerson: numberOf('mostOfOnePerson'),
    mostOfOneInbox: numberOf('mostOfOneInbox'),
  };
}
