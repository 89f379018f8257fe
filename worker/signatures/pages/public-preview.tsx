import { type PublicEntry, PublicEntryLines } from '../../../web/components/public-entry.tsx';
import type { Language } from '../../../web/language.ts';
import { lookCopy } from './look-copy.ts';

/** What a signature shows or will show in public. */
export type Preview = {
  /** Null if nothing is shown. */
  entry: PublicEntry | null;
  /** 'confirmed' means that it is shown once its owner confirms. */
  when: 'shown' | 'waiting' | 'confirmed';
  /** What an organizer has decided not to show. */
  hidden: { part: 'name' | 'comment'; why: string | null }[];
};

type Props = { preview: Preview; nothing: string; language: Language };

/** Exactly as on the action's page. */
export function PublicPreview({ preview: { entry, when, hidden }, nothing, language }: Props) {
  const words = lookCopy[language];
  return (
    <>
      {entry && <p class="small">{words[when]}</p>}
      {entry && (
        <div class="names preview">
          <PublicEntryLines entry={entry} language={language} />
        </div>
      )}
      {!entry && hidden.length === 0 && <p>{nothing}</p>}
      {hidden.length > 0 && (
        <p class="small">
          {hidden.map(({ part, why }) => [words.hidden[part], why ?? []].flat().join(' ')).join(' ')}{' '}
          {words.hidden.why}
        </p>
      )}
    </>
  );
}
