import { datesOf } from '../digests/week-rules.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { ToldSample } from './pages/told.tsx';
import { type Sample, toldAt } from './rules.ts';

/** As it stands now. */
export function toldNow(sample: Sample, { timeZone, now }: { timeZone: string; now: Date }): ToldSample {
  return {
    // What happened at this very instant has happened.
    told: toldAt(sample, new Date(now.getTime() + 1)),
    announcedOn: dateIn(timeZone, sample.announcedAt),
    weekEndsOn: datesOf(sample.week).endsOn,
    leaves: sample.draw?.leaves ?? [],
  };
}
