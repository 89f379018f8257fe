import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import type { ActionContext } from '../actions/context.ts';
import { publicAction, publicActionSchema } from '../actions/public.ts';
import type { ActionFigures } from '../actions/store.ts';

/** The public JSON of a petition. */
export const publicPetitionSchema = publicActionSchema.extend({
  thresholds: z.array(
    z.object({
      signatures: z.int().nonnegative(),
      name: z.string(),
      reached_at: z.iso.datetime().nullable(),
    }),
  ),
});

export function publicPetition(
  context: ActionContext,
  { counts, thresholds }: Pick<ActionFigures, 'counts' | 'thresholds'>,
  { now, language }: { now: Date; language: Language },
): z.infer<typeof publicPetitionSchema> {
  return {
    ...publicAction(context, { counts }, { now, language }),
    thresholds: thresholds.map(({ signatures, name, reachedAt }) => ({
      signatures,
      name: name[language],
      reached_at: reachedAt?.toISOString() ?? null,
    })),
  };
}
