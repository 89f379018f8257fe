import type * as z from 'zod';
import { type KitProblem, list, name, problemIf, repeatedSlugs } from '../../kits/problems.ts';
import type { KitSession } from './kit-schema.ts';

export const sessionSkeleton = list({ slug: name, starts: name, ends: name });
type Skeleton = z.output<typeof sessionSkeleton>;
type TimeSkeleton = { starts?: string | undefined; ends?: string | undefined } | null;

/** As the database stores a session; `at` is the instant of a time on the city's clock. */
export function sessionOfKit(one: KitSession, at: (local: string) => number) {
  return {
    slug: one.slug,
    title: one.title,
    startsAt: at(one.starts),
    endsAt: at(one.ends),
    room: one.room ?? null,
    speakers: one.speakers,
    languages: one.languages,
    interpretation: one.interpretation ?? null,
    seats: one.seats ?? null,
    accessibility: one.accessibility ?? null,
  };
}

/** A session belongs to one of the times for which people sign up. */
export function inProgramme(path: string, sessions: Skeleton, times: readonly TimeSkeleton[]): KitProblem[] {
  return [
    ...repeatedSlugs(`${path}.sessions`, sessions),
    ...sessions.flatMap((session, i) => {
      const { starts, ends } = session ?? {};
      if (starts === undefined || ends === undefined) return [];
      const at = `${path}.sessions[${i}]`;
      if (ends <= starts) return problemIf(true, `${at}.ends`, 'is not after starts');
      const isWithin = times.some(
        (time) => time?.starts && time.ends && time.starts <= starts && ends <= time.ends,
      );
      return problemIf(!isWithin, `${at}.starts`, 'is not within one of the times of the event');
    }),
  ];
}
