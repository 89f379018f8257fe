import { fromBlob } from '../platform/crypto/bytes.ts';

/** What two people who count have in common: name and ZIP, name and street, or only the inbox. */
export type Likeness = 'zip' | 'street' | 'inbox';

export type Alike = {
  slug: string;
  likeness: Likeness;
  /** Signatures of one group are alike. */
  group: string;
  id: string;
  zip: string | null;
  source: string;
  confirmedOn: string;
  sealed: Uint8Array | null;
};

const keys: Record<Likeness, string> = {
  zip: 'name_zip_key',
  street: 'name_street_key',
  inbox: 'inbox_key',
};

type Row = {
  slug: string;
  group_key: string;
  id: string;
  zip: string | null;
  source: string;
  confirmed_on: string;
  sealed: number[] | null;
};

/** For all actions. People who share both street and ZIP are in a group for each. */
export async function listAlike(
  db: D1Database,
  likeness: Likeness,
  { groupsAtMost }: { groupsAtMost: number },
): Promise<Alike[]> {
  const key = keys[likeness];
  const { results } = await db
    .prepare(
      `SELECT actions.slug, lower(hex(alike.${key})) AS group_key, signatures.id, zip, source, confirmed_on, sealed
      FROM (SELECT action_id, ${key} FROM signatures WHERE state = 'confirmed' AND ${key} IS NOT NULL
          GROUP BY action_id, ${key} HAVING count(*) > 1 LIMIT ?) alike
        CROSS JOIN signatures ON signatures.action_id = alike.action_id AND signatures.${key} = alike.${key}
          AND signatures.state = 'confirmed'
        CROSS JOIN actions ON actions.id = alike.action_id
      ORDER BY actions.slug, group_key, confirmed_at, signatures.rowid`,
    )
    .bind(groupsAtMost)
    .all<Row>();
  return results.map(({ slug, group_key, id, zip, source, confirmed_on, sealed }) => {
    const one = { slug, likeness, group: group_key, id, zip, source, confirmedOn: confirmed_on };
    return { ...one, sealed: sealed && fromBlob(sealed) };
  });
}
