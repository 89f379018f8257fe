import { copy } from '../copy.ts';
import type { Language } from '../language.ts';

/** Where the quick exit leads. */
export const exitHref = 'https://www.weather.gov/';

/** A script also replaces this page in the history. Without JavaScript it is a link that works at once. */
export function ExitLink({ language, framed }: { language: Language; framed?: boolean }) {
  const words = copy[language];
  return (
    <aside class="exit" aria-label={words.exit}>
      <p id="exit-note">{words.exitNote}</p>
      <a
        href={exitHref}
        rel="noreferrer"
        target={framed ? '_top' : undefined}
        aria-describedby="exit-note"
        data-exit
      >
        {words.exit}
      </a>
      {framed && (
        <noscript>
          <a href={`/embed/left?lang=${language}`}>{words.blank}</a>
        </noscript>
      )}
    </aside>
  );
}
