import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import type { ActionContext } from '../actions/context.ts';
import { isOpen } from '../actions/rules.ts';
import type { Standing } from '../actions/store.ts';
import { outside, unknown } from '../places/rules.ts';

const count = z.int().nonnegative();
const instant = z.iso.datetime();

/** The public JSON of a petition. Every number in it is of one transaction: `as_of`. */
export const publicPetitionSchema = z.object({
  slug: z.string(),
  title: z.string(),
  state: z.enum(['upcoming', 'open', 'closed', 'rejected']),
  opens_at: instant,
  closes_at: instant.nullable(),
  addressed_to: z.object({ committee: z.string(), council: z.string() }),
  as_of: instant,
  counts: z
    .object({
      received: count,
      confirmed: count,
      unconfirmed: count,
      duplicate: count,
      flagged: count,
      withdrawn: count,
      invalidated: count,
    })
    .describe('received is the sum of all the others'),
  by_district: z.array(z.object({ district: z.string(), name: z.string(), confirmed: count })),
  outside: count.describe('Confirmed, living outside the city'),
  unknown: count.describe('Confirmed, district not known'),
  by_day: z.array(z.object({ day: z.iso.date(), confirmed: count })).describe('By day of confirmation'),
  by_source: z
    .array(z.object({ source: z.string(), confirmed: count }))
    .describe('By the source that is credited; the campaign lists sources and their partners'),
  thresholds: z.array(z.object({ signatures: count, name: z.string(), reached_at: instant.nullable() })),
});

const states = ['confirmed', 'unconfirmed', 'duplicate', 'flagged', 'withdrawn', 'invalidated'] as const;

export function publicPetition(
  { action: petition, city }: ActionContext,
  { counts, thresholds }: Pick<Standing, 'counts' | 'thresholds'>,
  { now, language }: { now: Date; language: Language },
): z.infer<typeof publicPetitionSchema> {
  const by = Object.fromEntries(states.map((state) => [state, counts.state[state] ?? 0]));
  return {
    slug: petition.slug,
    title: petition.title[language],
    state: stateOf(petition, now),
    opens_at: petition.opensAt.toISOString(),
    closes_at: (petition.closedAt ?? petition.closesAt)?.toISOString() ?? null,
    addressed_to: {
      committee: petition.committee.name[language],
      council: petition.committee.council[language],
    },
    as_of: now.toISOString(),
    counts: {
      received: states.reduce((sum, state) => sum + (by[state] ?? 0), 0),
      ...(by as Record<(typeof states)[number], number>),
    },
    by_district: city.districts
      .filter(({ code, retired }) => !retired || counts.place[code])
      .map(({ code, name }) => ({
        district: code,
        name: name[language],
        confirmed: counts.place[code] ?? 0,
      })),
    outside: counts.place[outside] ?? 0,
    unknown: counts.place[unknown] ?? 0,
    by_day: Object.entries(counts.day).map(([day, confirmed]) => ({ day, confirmed })),
    by_source: Object.entries(counts.source).map(([source, confirmed]) => ({ source, confirmed })),
    thresholds: thresholds.map(({ signatures, name, reachedAt }) => ({
      signatures,
      name: name[language],
      reached_at: reachedAt?.toISOString() ?? null,
    })),
  };
}

function stateOf(petition: ActionContext['action'], now: Date) {
  if (petition.state === 'rejected') return 'rejected';
  if (petition.opensAt > now) return 'upcoming';
  return isOpen(petition, now) ? 'open' : 'closed';
}
