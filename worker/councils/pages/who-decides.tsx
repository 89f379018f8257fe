import { type Language, message } from '../../../web/language.ts';
import type { Council } from '../rules.ts';
import { copy } from './copy.ts';

/** The council, its committees with what they recommend on, and its seats. */
export function WhoDecides({ council, language }: { council: Council; language: Language }) {
  const words = copy[language];
  const { name, seats, majority, committees } = council;
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{message(words.majority, { council: name[language], seats: seats.length, majority }, language)}</p>
      {committees.length > 0 && <h3>{words.committees}</h3>}
      <dl class="held">
        {committees.map((committee) => (
          <div>
            <dt>{committee.name[language]}</dt>
            <dd>{committee.remit[language]}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{words.seats}</summary>
        <ul class="plain two">
          {seats.map(({ title }) => (
            <li>{title[language]}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
