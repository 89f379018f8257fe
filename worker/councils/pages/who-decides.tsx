import { type Language, message } from '../../../web/language.ts';
import { type Council, wholeCouncil } from '../rules.ts';
import { copy } from './copy.ts';

/** The council, its committees with what they recommend on, and its seats. */
export function WhoDecides({ council, language }: { council: Council; language: Language }) {
  const words = copy[language];
  const { name, seats, majority, decides } = council;
  const committees = council.committees.filter(({ slug }) => slug !== wholeCouncil);
  if (seats.length + committees.length === 0 && decides === null) return null;
  const bySeats = message(
    words.majority,
    { council: name[language], seats: seats.length, majority },
    language,
  );
  const said = decides?.[language] ?? (seats.length > 0 ? bySeats : name[language]);
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{said}</p>
      {committees.length > 0 && <h3>{words.committees}</h3>}
      {committees.length > 0 && (
        <dl class="held">
          {committees.map((committee) => (
            <div>
              <dt>{committee.name[language]}</dt>
              <dd>{committee.remit[language]}</dd>
            </div>
          ))}
        </dl>
      )}
      {seats.length > 0 && (
        <details>
          <summary>{words.seats}</summary>
          <ul class="plain two">
            {seats.map(({ title }) => (
              <li>{title[language]}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
