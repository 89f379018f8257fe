import type { Language } from '../../web/language.ts';
import type { Committee } from '../councils/rules.ts';
import { findCommittee } from '../councils/store.ts';

/** Committees of the cities this is built for read English; the mails exist in Spanish too. */
export const committeeLanguage: Language = 'en';

/** Null where the committee has stopped its mail, even if that came after the mail was put into the outbox. */
export async function findMailedCommittee(db: D1Database, id: number): Promise<Committee | null> {
  const committee = await findCommittee(db, id);
  return committee && committee.frequency !== 'stopped' ? committee : null;
}
