import { copy } from '../copy.ts';
import type { Language } from '../language.ts';

/** The client replaces this page in the history too; without JavaScript it is a link that works at once. */
export function ExitLink({ language, framed }: { language: Language; framed?: boolean }) {
  const words = copy[language];
  return (
    <aside class="exit" aria-label={words.exit}>
      <p id="exit-note">{words.exitNote}</p>
      <a
        href="https://www.weather.gov/"
        rel="noreferrer"
        target={framed ? '_top' : undefined}
        aria-describedby="exit-note"
        data-exit
      >
        {words.exit}
      </a>
    </aside>
  );
}
