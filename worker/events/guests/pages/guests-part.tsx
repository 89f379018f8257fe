import { Held } from '../../../../web/components/held.tsx';
import type { Language } from '../../../../web/language.ts';
import type { ShownGuests } from '../shown.ts';
import { guestsCopy } from './copy.ts';

const rule = 'https://www.chathamhouse.org/about-us/chatham-house-rule';

/** Whom it is for, what they take home, and what they may tell others. */
export function GuestsPart({ guests, language }: { guests: ShownGuests; language: Language }) {
  const { notes, isChathamHouse, materials } = guests;
  const words = guestsCopy[language];
  return (
    <>
      {notes.length > 0 && <Held rows={notes} />}
      {isChathamHouse && (
        <p class="small">
          <a href={rule}>{words.rule}</a>
        </p>
      )}
      {materials.length > 0 && (
        <section class="flow" aria-labelledby="materials">
          <h2 id="materials">{words.materials}</h2>
          <ul>
            {materials.map(({ label, url }) => (
              <li>
                <a href={url}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
