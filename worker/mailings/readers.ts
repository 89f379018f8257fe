import type { Language } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';
import { linksOf } from '../signatures/links.ts';
import { openPerson } from '../signatures/sealing.ts';
import { listSignatures, type Signature } from '../signatures/store.ts';

export type NewsLinks = { supporterUrl: string; stopUrl: string };

/** The number in the kind of a mail, such as `news:12`. */
export function mailingIn(kind: string): number {
  return Number(/:(\d+)/.exec(kind)?.[1] ?? Number.NaN);
}

/** Who still gets a mail of news that waits: who counts, wants news and has not erased their data. */
export async function openReaders(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  refs: readonly string[],
): Promise<Map<string, { signature: Signature; email: string }>> {
  const readers = new Map<string, { signature: Signature; email: string }>();
  for (const signature of await listSignatures(db, [...new Set(refs)])) {
    if (signature.state !== 'confirmed' || !signature.keepInformed) continue;
    const person = await openPerson(keyring, signature);
    if (person) readers.set(signature.id, { signature, email: person.email });
  }
  return readers;
}

/** Where somebody sees their signature, and where they stop the news by this mail. */
export async function newsLinks(
  deps: Deps,
  { signature, mailingId, language }: { signature: Signature; mailingId: number; language: Language },
): Promise<NewsLinks> {
  const { supporterUrl } = await linksOf(deps, signature, language);
  return { supporterUrl, stopUrl: supporterUrl.replace(/\?/, '/news?').concat(`&mail=${mailingId}`) };
}

/** RFC 8058: the mail program’s own button stops the news, without a page in between. */
export function stopHeaders(stopUrl: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${stopUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
