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
            <svg width="100%" height={36 * bars.length} aria-hidden="true">
              {bars.map((bar, i) => (
                <OneBar bar={bar} share={bar.dollars / scale} top={36 * i} />
              ))}
            </svg>
          </div>
        ))}
      </div>
    </figure>
  );
}

function OneBar({ bar: { of, text }, share, top }: { bar: Bar; share: number; top: number }) {
  return (
    <>
      <text x="0" y={top + 14}>
        {text}
      </text>
      <rect class={of} width={`${(100 * share).toFixed(2)}%`} y={top + 19} height="12" />
    </>
  );
}
