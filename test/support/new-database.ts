import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

type Made = { type: string; name: string; sql: string };
type Row = Record<string, unknown>;
type Snapshot = { made: Made[]; rows: { table: string; row: Row }[] };

let snapshot: Snapshot | undefined;

/**
 * The tables that the migrations make. They are applied for the first file of a runtime. Each later file gets what came
 * of them, because their 500 statements take three times as long.
 */
export async function makeTables(): Promise<void> {
  if (snapshot) {
    await restore(snapshot);
    return;
  }
  // Applied as one migration: as many as there are would take three times as long.
  const queries = env.TEST_MIGRATIONS.flatMap((migration) => migration.queries);
  await applyD1Migrations(env.DB, [{ name: 'all', queries }]);
  snapshot = await takeSnapshot();
}

async function takeSnapshot(): Promise<Snapshot> {
  const { results: made } = await env.DB.prepare(
    `SELECT type, name, sql FROM sqlite_master
    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf%' ESCAPE '\\'
    ORDER BY rowid`,
  ).all<Made>();
  const tables = made.filter(({ type }) => type === 'table').map(({ name }) => name);
  const found = await env.DB.batch<Row>(tables.map((name) => env.DB.prepare(`SELECT * FROM "${name}"`)));
  const rows = tables.flatMap((table, index) => (found[index]?.results ?? []).map((row) => ({ table, row })));
  return { made, rows };
}

async function restore({ made, rows }: Snapshot): Promise<void> {
  const isTable = ({ type }: Made) => type === 'table';
  const make = ({ sql }: Made) => env.DB.prepare(sql);
  const insert = ({ table, row }: Snapshot['rows'][number]) => {
    const places = Object.keys(row).map(() => '?');
    return env.DB.prepare(`INSERT INTO "${table}" VALUES (${places})`).bind(...Object.values(row));
  };
  // The rows come before the triggers, which have run already.
  await env.DB.batch([
    ...made.filter(isTable).map(make),
    ...rows.map(insert),
    ...made.filter((one) => !isTable(one)).map(make),
  ]);
}
