import { type PublicEntry, PublicEntryLines } from '../../../web/components/public-entry.tsx';
import type { Language } from '../../../web/language.ts';

type CommentsProps = {
  entries: PublicEntry[];
  language: Language;
  /** In two columns where there is room. */
  isWide?: boolean;
};

/** Comments that an organizer has approved, the newest first. */
export function Comments({ entries, language, isWide }: CommentsProps) {
  return (
    <ul class={isWide ? 'plain names comments two' : 'plain names comments'}>
      {entries.map((entry) => (
        <li>
          <PublicEntryLines entry={entry} language={language} />
        </li>
      ))}
    </ul>
  );
}
