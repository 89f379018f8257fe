/** One stored entry of a kit, under a readable label, with its fields. */
export type StoredEntry = { label: string; fields: Record<string, unknown> };

/** One entry that a kit makes. A label of two parts, such as "petition x, threshold 50", is a detail of the first. */
export type KitEntry = {
  label: string;
  /** What differs from the kit because people decided otherwise; null if nothing does. */
  differs?: (fields: StoredEntry['fields']) => string | null;
};

export type KitChanges = {
  /** Such as "campaign arrest-the-trafficker: summary changed", "28299 added"; empty where nothing changed. */
  changes: string[];
  /** What differs from the kit, because people decided otherwise or something refers to it. */
  kept: string[];
};

/** From the rows of a snapshot. Rows with the same label are one entry. */
export function entriesOf(results: D1Result[]): StoredEntry[] {
  const entries = new Map<string, StoredEntry>();
  for (const { label, fields } of results.flatMap(
    (one) => one.results as { label: string; fields: string }[],
  )) {
    entries.set(label, { label, fields: { ...entries.get(label)?.fields, ...JSON.parse(fields) } });
  }
  return [...entries.values()];
}

export function changesBetween(before: StoredEntry[], after: StoredEntry[]): string[] {
  const earlier = new Map(before.map(({ label, fields }) => [label, fields]));
  const later = new Set(after.map(({ label }) => label));
  return [
    ...after.flatMap(({ label, fields }) => {
      const known = earlier.get(label);
      if (!known) return [`${label} added`];
      const changed = fieldsThatDiffer(known, fields);
      return changed.length > 0 ? [`${label}: ${changed.join(', ')} changed`] : [];
    }),
    ...before.filter(({ label }) => !later.has(label)).map(({ label }) => `${label} removed`),
  ];
}

export function keptAgainst(made: KitEntry[], after: StoredEntry[]): string[] {
  const byLabel = new Map(made.map((entry) => [entry.label, entry]));
  return after.flatMap(({ label, fields }) => {
    const entry = byLabel.get(label);
    if (entry) {
      const differs = entry.differs?.(fields) ?? null;
      return differs === null ? [] : [`${label} ${differs}`];
    }
    const [whole = '', ...detail] = label.split(', ');
    // Do not list the details of an entry that stays as a whole.
    return detail.length > 0 && !byLabel.has(whole) ? [] : [`${label} is not in the kit and stays`];
  });
}

function fieldsThatDiffer(before: StoredEntry['fields'], after: StoredEntry['fields']): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
