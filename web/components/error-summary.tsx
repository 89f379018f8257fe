import { useContext } from 'hono/jsx';
import type { Language } from '../language.ts';
import { copy } from './copy.ts';
import { InFrame } from './in-frame.ts';

export type SummaryLine = { href: string; text: string };

/**
 * Stands above the form and takes the focus, so that it is announced: through `autofocus` or, in a frame, through a
 * script.
 */
export function ErrorSummary({ language, lines }: { language: Language; lines: SummaryLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div
      class="summary"
      role="alert"
      tabindex={-1}
      autofocus={!useContext(InFrame)}
      aria-labelledby="problem"
    >
      <h2 id="problem">{copy[language].problem}</h2>
      <ul>
        {lines.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
