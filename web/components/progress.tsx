import { formatDate, formatNumber, type Language, message } from '../language.ts';
import { copy } from './copy.ts';
import { Table } from './table.tsx';

export type Threshold = { signatures: number; name: string; reachedOn: string | null };

export type ProgressProps = {
  confirmed: number;
  thresholds: Threshold[];
  next: { signatures: number; name: string } | null;
  /** Nothing is signed any more, so nothing is left to reach. */
  isOver?: boolean;
  language: Language;
};

export function Progress({ confirmed, thresholds, next, isOver, language }: ProgressProps) {
  if (thresholds.length === 0) return null;
  const words = copy[language].progress;
  const goal =
    next?.signatures ?? Math.max(confirmed, ...thresholds.map((threshold) => threshold.signatures));
  const left = next ? next.signatures - confirmed : 0;
  const values = { left, goal: formatNumber(goal, language), name: next?.name ?? '' };
  const passed = thresholds
    .map((threshold) => threshold.signatures)
    .filter((signatures) => signatures < goal);
  return (
    <div class="progress">
      <Bar value={confirmed} goal={goal} ticks={passed} />
      {!next && <p>{words.allReached}</p>}
      {next && !isOver && <p>{message(words.toNext, values, language)}</p>}
      <details>
        <summary>{words.table}</summary>
        <Table
          caption={words.caption}
          columns={[
            { label: words.signatures, numeric: true },
            { label: words.happens },
            { label: words.reached },
          ]}
          rows={thresholds.map((threshold) => [
            formatNumber(threshold.signatures, language),
            threshold.name,
            threshold.reachedOn ? formatDate(threshold.reachedOn, language) : words.notYet,
          ])}
        />
      </details>
    </div>
  );
}

/** Decoration: the text beside it says the same. */
export function Bar({ value, goal, ticks = [] }: { value: number; goal: number; ticks?: number[] }) {
  const percent = (part: number) => `${Math.min(100, (100 * part) / Math.max(1, goal)).toFixed(2)}%`;
  return (
    <svg class="bar" width="100%" height="16" aria-hidden="true">
      <rect class="track" width="100%" height="12" y="2" rx="2" />
      <rect class="done" width={percent(value)} height="12" y="2" rx="2" />
      {ticks.map((tick) => (
        <rect class={tick <= value ? 'tick passed' : 'tick'} x={percent(tick)} width="2" height="16" />
      ))}
    </svg>
  );
}
