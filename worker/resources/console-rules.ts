import { type Freshness, freshnessOf, type Service } from './rules.ts';

export const states = ['hidden', 'old', 'fresh', 'example'] as const satisfies (Freshness | 'example')[];
export type ServiceState = (typeof states)[number];

export function stateOf({ isExample, checkedOn }: Service, today: string): ServiceState {
  return isExample ? 'example' : freshnessOf(checkedOn, today);
}

/** By this the console lists services: the longest unchecked first, and examples, which nobody checks, last. */
export function serviceKey({ isExample, checkedOn, slug }: Service): string {
  return `${isExample ? 1 : 0}.${checkedOn}.${slug}`;
}

const onPage = 50;

/** The entries after a key, in the order of their keys, and the key of the last one if more follow. */
export function pageOf<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  after: string | undefined,
): { shown: Entry[]; last: string | null } {
  const keyed = entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .filter(({ key }) => after === undefined || key > after)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const shown = keyed.slice(0, onPage);
  return {
    shown: shown.map(({ entry }) => entry),
    last: keyed.length > onPage ? (shown.at(-1)?.key ?? null) : null,
  };
}
