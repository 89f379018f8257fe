import type { Language } from '../language.ts';
import { copy } from './copy.ts';

export type SourcedFact = { text: string; source: { name: string; year: number | null; url: string | null } };

export function Fact({ fact, language }: { fact: SourcedFact; language: Language }) {
  return (
    <figure class="fact">
      <p>{fact.text}</p>
      <Source fact={fact} language={language} />
    </figure>
  );
}

/** The most important fact of a campaign, with its figure or the whole sentence in large type. */
export function HeadlineFact(props: { fact: SourcedFact & { figure: string | null }; language: Language }) {
  const { fact, language } = props;
  return (
    <figure class="headline-fact">
      {fact.figure ? (
        <p>
          <b class="number">{fact.figure}</b> {fact.text}
        </p>
      ) : (
        <p>{fact.text}</p>
      )}
      <Source fact={fact} language={language} />
    </figure>
  );
}

function Source({ fact, language }: { fact: SourcedFact; language: Language }) {
  const { name, year, url } = fact.source;
  const label = year === null ? name : `${name}, ${year}`;
  return (
    <figcaption>
      {copy[language].source} {url ? <a href={url}>{label}</a> : label}
    </figcaption>
  );
}
