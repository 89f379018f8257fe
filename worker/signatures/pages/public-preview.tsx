import { type PublicEntry, PublicEntryLines } from '../../../web/components/public-entry.tsx';
import type { Language } from '../../../web/language.ts';
import { lookCopy } from './look-copy.ts';

/** What a signature shows in public or will show. */
export type Preview = {
  /** Null where nothing is shown. */
  entry: PublicEntry | null;
  /** 'confirmed': as soon as its owner confirms. */
  when: 'shown' | 'waiting' | 'confirmed';
  /** What an organizer has decided not to show. */
  hidden: ('name' | 'comment')[];
};

type Props = { preview: Preview; nothing: string; language: Language };

/** Exactly as it stands on the page of the action, or will stand there. */
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
          {hidden.map((part) => words.hidden[part]).join(' ')} {words.hidden.why}
        </p>
      )}
    </>
  );
}
