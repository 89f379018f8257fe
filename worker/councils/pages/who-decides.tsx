import { type Language, message } from '../../../web/language.ts';
import { copy } from '../../campaigns/pages/copy.ts';

export type Council = {
  name: string;
  majority: number;
  seats: { title: string }[];
  /** `remit`: what the committee recommends on. */
  committees: { name: string; remit: string }[];
};

export function WhoDecides({ council, language }: { council: Council; language: Language }) {
  const words = copy[language].decides;
  const values = { council: council.name, seats: council.seats.length, majority: council.majority };
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{message(words.majority, values, language)}</p>
      {council.committees.length > 0 && <h3>{words.committees}</h3>}
      <dl class="held">
        {council.committees.map(({ name, remit }) => (
          <div>
            <dt>{name}</dt>
            <dd>{remit}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{words.seats}</summary>
        <ul class="plain two">
          {council.seats.map(({ title }) => (
            <li>{title}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
