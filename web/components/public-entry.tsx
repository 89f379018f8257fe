import { formatDate, type Language } from '../language.ts';
import { copy } from './copy.ts';

/** What a signature shows in public; at least a name or a comment. */
export type PublicEntry = {
  name: string | null;
  /** "District 4"; null while it is not known. */
  place: string | null;
  /** The day of its confirmation. */
  on: string;
  comment: string | null;
};

/** The same in the list that everybody sees and where its owner is shown how it will look. */
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
