import type { Deps } from '../../worker/platform/deps.ts';
import { lookAt, readPublicWords } from '../../worker/signatures/look-at.ts';

/** What an organizer does with `npm run words`: reviews all waiting texts, of one action or of all. */
export async function lookAtAll(
  deps: Pick<Deps, 'db' | 'keyring'>,
  { slug, to = 'shown' }: { slug?: string; to?: 'shown' | 'hidden' } = {},
): Promise<void> {
  const words = await readPublicWords(deps, { all: false, most: 1000 });
  for (const word of words.filter((one) => slug === undefined || one.slug === slug)) {
    const looked = await lookAt(deps, word.code, to);
    if (!looked.ok) throw new Error(looked.error.reason);
  }
}
