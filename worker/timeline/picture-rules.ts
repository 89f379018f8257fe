import { addDays, daysBetween } from '../platform/time/clock.ts';

export type Look = 'phase' | 'planned' | 'going' | 'done' | 'dropped';

/** A line of the picture: a label and, below it, a bar. `until` is null for what has no end. */
export type Row = {
  id: string;
  label: string;
  isHead: boolean;
  look: Look;
  from: string;
  until: string | null;
  /** Ids of rows that have to end before. */
  needs: readonly string[];
};

/** A line from top to bottom. */
export type Moment = { label: string; on: string; isToday: boolean };

export type Bar = Pick<Row, 'label' | 'isHead' | 'look'> & { y: number; x: number; width: number };
export type Mark = { label: string; isToday: boolean; x: number; y: number; isLeft: boolean };
export type Tie = { fromX: number; fromY: number; toX: number; toY: number };
/** Its words stand to the right of its line, where there is room for them. */
export type Tick = { month: string; x: number; isNamed: boolean };

/** `x` and `width` are percent of the width, so that the words keep their size on every screen; `y` is in pixels. */
export type Picture = { height: number; bars: Bar[]; marks: Mark[]; ties: Tie[]; ticks: Tick[]; top: number };

const [rowHeight, markHeight, axisHeight] = [44, 22, 26];
/** Of the bar, from the top of its row. */
export const barAt = { y: 24, height: 12 };
/** So much of the width is the shortest bar. */
const least = 0.8;
/** So many letters fit beside each other on the narrowest phone. */
const longest = 33;
const shortestSpan = 28;

/** Null where there is nothing to draw. */
export function pictureOf(rows: readonly Row[], moments: readonly Moment[]): Picture | null {
  const dated = moments.filter(({ isToday }) => !isToday).map(({ on }) => on);
  const days = [...rows.flatMap(({ from, until }) => [from, until ?? from]), ...dated].toSorted();
  const first = days[0];
  if (first === undefined) return null;
  const until = [...days, addDays(first, shortestSpan)].toSorted().at(-1) ?? first;
  const span = daysBetween(first, until) + 1;
  const percent = (days: number) => Number(((100 * days) / span).toFixed(2));
  const x = (day: string) => percent(daysBetween(first, day));
  const marks = marksOf(
    moments.filter(({ on }) => on >= first && on <= until),
    (day) => percent(daysBetween(first, day) + 0.5),
  );
  const top = marks.length * markHeight + 8;
  const bars = rows.map(({ from, until: end, label, isHead, look }, i): Bar => {
    const width = percent(daysBetween(from, end ?? until) + 1);
    const at = { x: Math.min(x(from), 100 - least), y: top + i * rowHeight, width: Math.max(least, width) };
    return { label: shortened(label), isHead, look, ...at };
  });
  return {
    ...{ height: top + rows.length * rowHeight + axisHeight, top, bars, marks },
    ties: tiesOf(rows, bars),
    ticks: ticksOf(first, until).map((month) => {
      const at = x(`${month}-01`);
      return { month, x: at, isNamed: at <= 80 };
    }),
  };
}

function shortened(text: string, most = longest): string {
  const letters = [...text];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
}

/**
 * Each label has a line of its own, so that no two overlap. On the left half a label stands to the right of its line,
 * and the first in time is the highest: lines begin at their label, so none crosses another's words. On the right half
 * it is the other way round.
 */
function marksOf(moments: readonly Moment[], x: (day: string) => number): Mark[] {
  const placed = moments.map(({ label, on, isToday }) => {
    const at = x(on);
    const isLeft = at > 50;
    // Only a part of the width is beside its line.
    const part = (isLeft ? at : 100 - at) / 100;
    return { label: shortened(label, Math.floor(part * longest)), isToday, x: at, isLeft };
  });
  const left = placed.filter(({ isLeft }) => !isLeft).toSorted((a, b) => a.x - b.x);
  const right = placed.filter(({ isLeft }) => isLeft).toSorted((a, b) => b.x - a.x);
  return [...left, ...right].map((mark, i) => ({ ...mark, y: i * markHeight }));
}

/** From the end of a bar down or up to the row of what waits for it, and on to its start. */
function tiesOf(rows: readonly Row[], bars: readonly Bar[]): Tie[] {
  const middle = barAt.y + barAt.height / 2;
  return rows.flatMap(({ needs }, to) =>
    needs.flatMap((need): Tie[] => {
      const from = bars[rows.findIndex(({ id }) => id === need)];
      const own = bars[to];
      if (!from || !own) return [];
      const fromX = Math.min(100, Number((from.x + from.width).toFixed(2)));
      return [{ fromX, fromY: from.y + middle, toX: own.x, toY: own.y + middle }];
    }),
  );
}

/** More would have no room for their words on the narrowest phone. */
const mostTicks = 3;
const steps = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200];

/** Beginnings of months, `2027-06`, a few at equal distances. */
function ticksOf(from: string, until: string): string[] {
  const numberOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  // A month that has begun before the picture does has its first day outside of it.
  const first = numberOf(from) + (from.endsWith('-01') ? 0 : 1);
  const last = numberOf(until);
  const within = (step: number) => {
    const begin = Math.ceil(first / step) * step;
    return Array.from(
      { length: Math.max(0, Math.floor((last - begin) / step) + 1) },
      (_, i) => begin + i * step,
    );
  };
  const step = steps.find((one) => within(one).length <= mostTicks) ?? 1200;
  return within(step).map((n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`);
}
