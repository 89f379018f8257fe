import { copy } from '../copy.ts';
import type { Language } from '../language.ts';

/** Where the exit leads. */
export const exitHref = 'https://www.weather.gov/';

/** The client replaces this page in the history too; without JavaScript it is a link that works at once. */
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
