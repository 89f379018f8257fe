import type { Language } from '../../../../web/language.ts';
import type { ShownDay, ShownSession } from '../shown.ts';
import { programmeCopy } from './copy.ts';

/** The sessions by time. What is at the same time stands side by side, one after the other on a phone. */
export function Programme({ days, language }: { days: ShownDay[]; language: Language }) {
  const words = programmeCopy[language];
  return (
    <section class="flow" aria-labelledby="program">
      <h2 id="program">{words.title}</h2>
      <p class="small">{words.free}</p>
      {days.map(({ day, rounds }) => (
        <section class="flow">
          {days.length > 1 && <h3>{day}</h3>}
          <ol class="plain ruled">
            {rounds.map(({ time, sessions }) => (
              <li>
                <p class="small">{time}</p>
                {sessions.length === 1 ? (
                  sessions.map((session) => <SessionPart session={session} />)
                ) : (
                  <ul class="plain two">
                    {sessions.map((session) => (
                      <li>
                        <SessionPart session={session} />
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function SessionPart({ session: { title, notes } }: { session: ShownSession }) {
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      {notes.map((note) => (
        <p class="small">{note}</p>
      ))}
    </>
  );
}
