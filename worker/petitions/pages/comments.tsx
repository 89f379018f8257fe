import { type PublicEntry, PublicEntryLines } from '../../../web/components/public-entry.tsx';
import type { Language } from '../../../web/language.ts';

/** Comments that an organizer has approved, the newest first. */
export function Comments({ entries, language }: { entries: PublicEntry[]; language: Language }) {
  return (
    <ul class="plain names comments">
      {entries.map((entry) => (
        <li>
          <PublicEntryLines entry={entry} language={language} />
        </li>
      ))}
    </ul>
  );
}
