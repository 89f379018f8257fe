import { type Language, message } from '../../../web/language.ts';
import type { Bar, ShownLine } from '../shown.ts';
import { copy } from './copy.ts';

/** A picture of more lines says nothing that the table does not say better. */
const mostShown = 12;

/** The bars of each line from zero on one scale, each below its own words. The table beside it has all numbers. */
export function AmountBars({ lines, language }: { lines: readonly ShownLine[]; language: Language }) {
  const largest = (line: ShownLine) => Math.max(...line.bars.map(({ dollars }) => dollars));
  const drawn = lines.filter(({ bars }) => bars.length > 0);
  if (drawn.length === 0) return null;
  const words = copy[language];
  const sorted = drawn.toSorted((a, b) => largest(b) - largest(a)).slice(0, mostShown);
  const scale = Math.max(0.01, ...sorted.map(largest));
  return (
    <figure class="chart">
      <figcaption>
        {words.picture}
        {drawn.length > mostShown && ` ${message(words.pictureOf, { n: mostShown }, language)}`}
      </figcaption>
      <div aria-hidden="true">
        {sorted.map(({ name, bars }) => (
          <div class="row">
            <span>{name}</span>
            <div>
              {bars.map((bar) => (
                <OneBar bar={bar} share={bar.dollars / scale} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </figure>
  );
}

/** The words are no part of the drawing, because there a narrow screen would cut them instead of breaking the line. */
function OneBar({ bar: { of, text }, share }: { bar: Bar; share: number }) {
  return (
    <>
      <p>{text}</p>
      <svg width="100%" height="14" aria-hidden="true">
        <rect class={of} width={`${(100 * share).toFixed(2)}%`} y="1" height="12" />
      </svg>
    </>
  );
}
