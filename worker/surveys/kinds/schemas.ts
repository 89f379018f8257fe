import * as z from 'zod';
import { id, line, paragraphs, text } from '../../kits/atoms.ts';
import { rounded } from '../../platform/step-rules.ts';

/** Options of a question: enough for a list of all countries. Each chosen option is stored as a measure. */
export const mostOptions = 250;

/** A question of a kit: the common fields and those of its kind. */
export function kitQuestion<Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) {
  return z.strictObject({
    id,
    title: text(300),
    help: paragraphs(1000).optional(),
    required: z.boolean().default(false),
    show_if: z
      .strictObject({ question: id, is: z.array(line(40)).min(1).max(mostOptions) })
      .optional()
      .describe('Asked only where the answer to that earlier question is, or holds, one of these'),
    kind: z.literal(kind),
    ...shape,
  });
}

/** The largest number that is counted exactly. */
export const amount = z
  .number()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .refine((value) => rounded(value) === value, 'must have at most three decimals');

export const unit = text(40);

/** The shapes of an answer in JSON. */
export const answers = {
  text: z.string(),
  number: z.number(),
  ids: z.array(z.string()).refine((ids) => new Set(ids).size === ids.length),
  amounts: z.record(z.string(), z.number()),
};

export const labelled = z.object({ id: z.string(), label: z.string() });

export function problemIf(
  wrong: boolean,
  context: z.RefinementCtx,
  path: PropertyKey[],
  message: string,
): void {
  if (wrong) context.addIssue({ code: 'custom', path, message });
}

export function namesOnce(list: string, named: { id: string }[], context: z.RefinementCtx): void {
  const ids = named.map(({ id }) => id);
  ids.forEach((id, i) => {
    problemIf(ids.indexOf(id) < i, context, [list, i, 'id'], `${id} is used twice`);
  });
}

/** Counts are kept per value, so there may be at most a thousand values. */
export function stepsFit(span: number, step: number, path: string, context: z.RefinementCtx): void {
  const steps = span / step;
  problemIf(steps > 1000, context, ['step'], 'makes more than 1000 steps');
  problemIf(
    Math.abs(steps - Math.round(steps)) > 1e-9,
    context,
    [path],
    'is not a whole number of steps away',
  );
}
