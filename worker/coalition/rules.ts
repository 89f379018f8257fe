import type { Text } from '../places/rules.ts';

/** Where signatures come from: a partner's embed, a QR poster, a share link. */
export type Source = { slug: string; name: Text };

/** Came without a source. */
const direct = 'direct';
/** Came with a source that the campaign does not know: the number of sources that are counted stays bounded. */
const other = 'other';

const longest = 40;

/** The source that `?source=` or the form's field stands for. */
export function sourceOf(given: string | null | undefined, known: readonly Source[]): string {
  const slug = (given ?? '').trim().toLowerCase();
  if (slug === '') return direct;
  if (slug.length > longest || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return other;
  return slug === direct || known.some((source) => source.slug === slug) ? slug : other;
}
