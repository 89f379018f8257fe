import { hex } from '../../worker/platform/crypto/bytes.ts';
import type { Deps } from '../../worker/platform/deps.ts';
import { makeInboxKey } from '../../worker/signatures/keys.ts';
import { sealPerson } from '../../worker/signatures/sealing.ts';

export type Readers = {
  n: number;
  /** Addresses are `PREFIX-1@readers.example` and so on. */
  prefix: string;
  wants?: boolean;
  language?: 'en' | 'es';
  place?: string;
};

export function readerOf(prefix: string, number: number): { id: string; email: string } {
  return {
    id: `${prefix}${String(number).padStart(22 - prefix.length, '0')}`,
    email: `${prefix}-${number}@readers.example`,
  };
}

/** People who count, with sealed data that can be opened: as they are after signing and confirming. */
export async function storeReaders(
  { deps }: { deps: Pick<Deps, 'db' | 'keyring'> },
  { action }: { action: { id: number } },
  { n, prefix, wants = true, language = 'en', place = '1' }: Readers,
): Promise<void> {
  const rows = await Promise.all(
    Array.from({ length: n }, async (_, index) => {
      const { id, email } = readerOf(prefix, index + 1);
      const person = { givenName: 'Ana', familyName: `Reader ${index}`, email, street: '', comment: '' };
      const sealed = hex(await sealPerson(deps.keyring, id, person));
      return { id, inbox: await makeInboxKey(deps.keyring, action.id, email), sealed };
    }),
  );
  const at = Date.parse('2026-11-25T15:00:00Z');
  await deps.db.batch([
    deps.db
      .prepare(
        `INSERT INTO signatures (id, action_id, text_version, state, person_key, inbox_key, name_zip_key, place, zip,
         source, language, keep_informed, sealed, received_at, changed_at, changed_week)
       SELECT value ->> 'id', ?2, 1, 'unconfirmed', randomblob(16), unhex(value ->> 'inbox'), randomblob(16), ?3, '28202',
         'direct', ?4, ?5, unhex(value ->> 'sealed'), ?6, ?6, '2026-W48' FROM json_each(?1)`,
      )
      .bind(JSON.stringify(rows), action.id, place, language, wants ? 1 : 0, at),
    deps.db
      .prepare(
        `UPDATE signatures SET state = 'confirmed', inbox_slot = 1, receipt = randomblob(16), confirmed_at = ?2,
         confirmed_on = '2026-11-25', confirmed_week = '2026-W48'
       WHERE id IN (SELECT value ->> 'id' FROM json_each(?1))`,
      )
      .bind(JSON.stringify(rows), at),
  ]);
}
