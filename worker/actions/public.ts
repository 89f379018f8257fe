import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import { outside, unknown } from '../places/rules.ts';
import { accountOf } from './account-rules.ts';
import type { ActionContext } from './context.ts';
import { paperAccountOf, publicPaper, publicPaperSchema } from './paper-rules.ts';
import { endOfTerm, shownState } from './rules.ts';
import type { ActionFigures } from './store.ts';

const count = z.int().nonnegative();
const instant = z.iso.datetime();

/** The part of the public JSON that actions of all kinds have. Every number in it is of one transaction: `as_of`. */
export const publicActionSchema = z.object({
  slug: z.string(),
  title: z.string(),
  state: z.enum(['upcoming', 'open', 'closed', 'rejected']),
  opens_at: instant,
  closes_at: instant.nullable(),
  addressed_to: z.object({ committee: z.string(), council: z.string() }),
  as_of: instant,
  texts: z
    .array(
      z.object({
        version: z.int().positive(),
        since: instant,
        sha256: z.string(),
        change: z.enum(['spelling', 'meaning']).nullable(),
        note: z.string().nullable(),
      }),
    )
    .describe('Every text that could be signed. `change` and `note` are the word of its organizers'),
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
  paper: publicPaperSchema
    .optional()
    .describe('Signatures on paper, in none of the other numbers. Left out where there are none'),
});

export function publicAction(
  { action, city }: ActionContext,
  { counts }: Pick<ActionFigures, 'counts'>,
  { now, language }: { now: Date; language: Language },
): z.infer<typeof publicActionSchema> {
  const state = shownState(action, now);
  const paper = paperAccountOf(counts.paper);
  return {
    slug: action.slug,
    title: action.title[language],
    // Of a removed one, the API says only that it was removed.
    state: state === 'removed' ? 'closed' : state,
    opens_at: action.opensAt.toISOString(),
    closes_at: endOfTerm(action)?.toISOString() ?? null,
    addressed_to: {
      committee: action.committee.name[language],
      council: action.committee.council[language],
    },
    as_of: now.toISOString(),
    texts: action.texts.map(({ version, madeAt, hash, change, note }) => ({
      version,
      since: madeAt.toISOString(),
      sha256: hash,
      change,
      note: note?.[language] ?? null,
    })),
    counts: accountOf(counts.state),
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
    ...(paper && { paper: publicPaper(paper) }),
  };
}
