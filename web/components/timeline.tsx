import { formatDate, type Language } from '../language.ts';
import { copy } from './copy.ts';

export type Moment = {
  name: string;
  text: string | null;
  /** Dates, YYYY-MM-DD. */
  on: string | null;
  until?: string | null;
  when: 'past' | 'now' | 'next' | 'later';
};

export function Timeline({ moments, language }: { moments: Moment[]; language: Language }) {
  return (
    <ol class="timeline">
      {moments.map((moment) => (
        <li class={moment.when}>
          <p class="small">
            <b>{copy[language].when[moment.when]}</b>
            <Dates moment={moment} language={language} />
          </p>
          <h3>{moment.name}</h3>
          {moment.text && <p>{moment.text}</p>}
        </li>
      ))}
    </ol>
  );
}

function Dates({ moment, language }: { moment: Moment; language: Language }) {
  if (!moment.on) return null;
  return (
    <>
      {' · '}
      <time datetime={moment.on}>{formatDate(moment.on, language)}</time>
      {moment.until && (
        <>
          {' – '}
          <time datetime={moment.until}>{formatDate(moment.until, language)}</time>
        </>
      )}
    </>
  );
}
