import type { Deps } from '../platform/deps.ts';
import { type Alike, type Likeness, listAlike } from './duplicate-store.ts';
import { areNear } from './near-name-rules.ts';
import { type Person, tryOpenPerson } from './sealing.ts';
import { fullName } from './submission-rules.ts';

const groupsAtMost = 500;

type Named = Alike & { person: Person };

/**
 * People who count and may be the same person: they share name and ZIP, name and street, or an inbox with similar
 * names.
 */
export type PossibleDuplicates = {
  slug: string;
  likeness: Likeness;
  people: { code: string; name: string; zip: string; street: string; source: string; confirmedOn: string }[];
};

export async function findDuplicates({
  db,
  keyring,
}: Pick<Deps, 'db' | 'keyring'>): Promise<PossibleDuplicates[]> {
  const found: PossibleDuplicates[] = [];
  const told = new Set<string>();
  for (const likeness of ['zip', 'street', 'inbox'] as const) {
    const alike = await listAlike(db, likeness, { groupsAtMost });
    for (const group of Map.groupBy(alike, (one) => `${one.slug} ${one.group}`).values()) {
      const ids = group.map(({ id }) => id).join(' ');
      const people = await opened(keyring, group);
      if (told.has(ids) || !areOneMaybe(likeness, people)) continue;
      told.add(ids);
      found.push({ slug: group[0]?.slug ?? '', likeness, people: people.map(shown) });
    }
  }
  return found;
}

async function opened(keyring: Deps['keyring'], group: Alike[]): Promise<Named[]> {
  const people = await Promise.all(
    group.map(async (one) => {
      const person = await tryOpenPerson(keyring, one);
      return person ? [{ ...one, person }] : [];
    }),
  );
  return people.flat();
}

function areOneMaybe(likeness: Likeness, people: Named[]): boolean {
  const [one, other] = people;
  if (!one || !other) return false;
  return likeness !== 'inbox' || areNear(fullName(one.person), fullName(other.person));
}

/** Enough of the id to name it, but not enough to open its pages. */
const codeLength = 8;

function shown({ id, person, zip, source, confirmedOn }: Named) {
  const code = id.slice(0, codeLength);
  return { code, name: fullName(person), zip: zip ?? '', street: person.street, source, confirmedOn };
}
