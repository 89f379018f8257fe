import { placeLabel } from '../petitions/view.tsx';
import type { Own } from './own.tsx';

export type MailAbout = { kind: string; state: string; created_at: number };

/** The mails that were sent about a signature, without their text. */
export async function listMailsAbout(db: D1Database, signatureId: string): Promise<MailAbout[]> {
  const { results } = await db
    .prepare('SELECT kind, state, created_at FROM outbox WHERE ref = ? ORDER BY created_at')
    .bind(signatureId)
    .all<MailAbout>();
  return results;
}

/** All that is held of a supporter, for them to keep. */
export function personalData({ signature, scene, person }: Own, mails: MailAbout[]) {
  return {
    petition: scene.petition.slug,
    state: signature.state,
    reason: signature.reason,
    given_name: person?.givenName ?? null,
    family_name: person?.familyName ?? null,
    email: person?.email ?? null,
    street: person?.street || null,
    comment: person?.comment ?? null,
    zip: signature.zip,
    district: placeLabel(scene, signature.place, 'en'),
    shown_name: signature.shownName,
    keep_informed: signature.keepInformed,
    source: signature.source,
    language: signature.language,
    receipt: signature.receipt,
    received_at: signature.receivedAt.toISOString(),
    confirmed_at: signature.confirmedAt?.toISOString() ?? null,
    changed_at: signature.changedAt.toISOString(),
    erased_at: signature.erasedAt?.toISOString() ?? null,
    mails: mails.map(({ kind, state, created_at }) => {
      return { kind, state, created_at: new Date(created_at).toISOString() };
    }),
  };
}
