import { datesOf } from '../digests/week-rules.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { ToldSample } from './pages/told.tsx';
import { everybodyIn, type Sample, toldAt } from './rules.ts';

export function sampleJson(sample: Sample, now: Date) {
  return { ...toldAt(sample, justAfter(now)), leaves: sample.draw?.leaves ?? [] };
}

/** What happened at this very instant has happened. */
const justAfter = (now: Date) => new Date(now.getTime() + 1);

/** As it stands now. `confirmed`: how many signatures of its action count. */
export function toldNow(
  sample: Sample,
  { timeZone, now, confirmed }: { timeZone: string; now: Date; confirmed: number },
): ToldSample {
  return {
    told: toldAt(sample, justAfter(now)),
    announcedOn: dateIn(timeZone, sample.announcedAt),
    weekEndsOn: datesOf(sample.week).endsOn,
    leaves: sample.draw?.leaves ?? [],
    everybody: everybodyIn(sample, confirmed),
  };
}
