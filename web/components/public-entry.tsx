import { formatDate, type Language } from '../language.ts';
import { copy } from './copy.ts';

/** What a signature shows in public: at least a name or a comment. */
export type PublicEntry = {
  name: string | null;
  /** "District 4"; null if it is not known. */
  place: string | null;
  /** The day on which it was confirmed. */
  on: string;
  comment: string | null;
};

/** Used both in the public list and where its owner sees how the entry will look. */
export function PublicEntryLines({ entry, language }: { entry: PublicEntry; language: Language }) {
  const { name, place, on, comment } = entry;
  return (
    <>
      {name ? <bdi translate="no">{name}</bdi> : copy[language].nameless}
      <span class="small">
        {place && `${place} · `}
        <time datetime={on}>{formatDate(on, language)}</time>
      </span>
      {comment && (
        <blockquote class="comment" dir="auto">
          {comment}
        </blockquote>
      )}
    </>
  );
}
