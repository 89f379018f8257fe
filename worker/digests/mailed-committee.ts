import type { Language } from '../../web/language.ts';
import type { Committee } from '../councils/rules.ts';
import { findCommittee } from '../councils/store.ts';

/** The language of a committee's mail, whose kit may not say one. */
export function languageOf({ language }: Pick<Committee, 'language'>): Language {
  return language ?? 'en';
}

/** Null if the committee has stopped its mail, even after the mail was put into the outbox. */
export async function findMailedCommittee(db: D1Database, id: number) {
  const committee = await findCommittee(db, id);
  return committee && committee.frequency !== 'stopped' ? committee : null;
}
