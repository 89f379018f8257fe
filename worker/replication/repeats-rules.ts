import type { CityReading, CityReason, LogReason } from './rules.ts';
import type { CityRow, StoredCityStatement } from './store.ts';

type Repeat = Extract<LogReason, 'same-log'> | Extract<CityReason, 'repeated'>;

/**
 * Which cities tell what another one tells already. A campaign under two names of a log is known by a key that has
 * signed both. A statement that is served in two logs counts where it names the log; earlier ones name none, and count
 * where they were read first.
 */
export function repeatsIn(rows: readonly CityRow[], readings: readonly CityReading[]): (Repeat | null)[] {
  const copies = copiedLogs(rows);
  const held = rows.map(({ statements }, i) => (readings[i]?.counts && !copies[i] ? statements : []));
  const best = new Map<string, { place: number; one: StoredCityStatement }>();
  held.forEach((statements, place) => {
    for (const one of statements) {
      const before = best.get(one.leaf);
      if (!before || isBefore(one, before.one)) best.set(one.leaf, { place, one });
    }
  });
  return held.map((statements, place) => {
    if (copies[place]) return 'same-log';
    return statements.some(({ leaf }) => best.get(leaf)?.place !== place) ? 'repeated' : null;
  });
}

/** The first that the kit names counts. One key for several sites is no fault while their campaigns differ. */
function copiedLogs(rows: readonly CityRow[]): boolean[] {
  const owners = new Map<string, string>();
  return rows.map(({ city: { address, campaign }, log }) => {
    const keys = (log?.signedBy ?? []).map((key) => `${key} ${campaign}`);
    if (keys.some((key) => (owners.get(key) ?? address) !== address)) return true;
    for (const key of keys) owners.set(key, address);
    return false;
  });
}

function isBefore(a: StoredCityStatement, b: StoredCityStatement): boolean {
  return a.namesLog === b.namesLog ? a.readAt < b.readAt : a.namesLog > b.namesLog;
}
