import type { Language } from '../language.ts';
import { copy } from './copy.ts';

export type SummaryLine = { href: string; text: string };

type Props = {
  language: Language;
  lines: SummaryLine[];
  /** Whether the page is shown in a frame on another site. There a browser refuses `autofocus` and logs an error. */
  isFramed?: boolean;
};

/**
 * Stands above the form and takes the focus, so that it is announced: through `autofocus` or, in a frame, through a
 * script.
 */
export function ErrorSummary({ language, lines, isFramed = false }: Props) {
  if (lines.length === 0) return null;
  return (
    <div class="summary" role="alert" tabindex={-1} autofocus={!isFramed} aria-labelledby="problem">
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
