import { isSame, type JsonObject, own } from './json-rules.ts';

/** What a group of keys says, and the keys that tell on what it rests. */
const statements: readonly { says: readonly string[]; on: readonly string[] }[] = [
  { says: ['amount'], on: ['source', 'url', 'page', 'year'] },
  {
    says: ['figure', 'statement', 'says', 'myth', 'fact', 'asked', 'answer'],
    on: ['source', 'source_url', 'answered_on'],
  },
  { says: ['heading', 'text'], on: ['sources'] },
  { says: ['population'], on: ['population_source'] },
  { says: ['contact_email'], on: ['checked_on'] },
];

/** Who looked at all that a group of keys says, and when. */
const checks = ['checked_by', 'reviewed_by', 'reviewed_on'];

type Sides = Record<'base' | 'ours' | 'theirs', JsonObject>;

/**
 * The keys that two people changed in one statement, where at least one of them changed its source or its check. A
 * statement and its source are one value: merged key by key, one would say what the other’s source does not.
 */
export function clashingKeys(sides: Sides): ReadonlySet<string> {
  const groups = Object.values(sides);
  const has = (key: string) => groups.some((group) => Object.hasOwn(group, key));
  const all = () => [...new Set(groups.flatMap(Object.keys))];
  const tied = checks.some(has)
    ? [{ says: all(), on: [...checks, 'checked_on'] }]
    : statements.filter(({ says, on }) => says.some(has) && on.some(has));
  return new Set(tied.flatMap(({ says, on }) => clashing(sides, new Set([...says, ...on]), on)));
}

function clashing({ base, ours, theirs }: Sides, keys: Set<string>, on: readonly string[]): string[] {
  const differs = (a: JsonObject, b: JsonObject) => (key: string) => !isSame(own(a, key), own(b, key));
  const apart = [...keys].filter(differs(ours, theirs));
  const [byUs, byThem] = [ours, theirs].map((side) => apart.filter(differs(base, side)));
  if (!byUs?.length || !byThem?.length) return [];
  return apart.some((key) => on.includes(key)) ? apart : [];
}
