import * as z from 'zod';
import { kinds } from './registry.ts';

const shapes = [...new Set(kinds.map(({ api }) => api.answer))] as [z.ZodType, ...z.ZodType[]];

/** An answer in the public JSON, of any kind. */
export const answerSchema = z
  .union(shapes as [(typeof kinds)[number]['api']['answer']])
  .describe(kinds.map(({ kind, api }) => `${kind}: ${api.answerIs}`).join('. '));

/** Fields of a question in the public JSON that only some kinds have. */
export const shapeByKind: z.ZodRawShape = Object.fromEntries(
  [...new Set(kinds.flatMap(({ api }) => Object.keys(api.shape)))].map((key) => {
    const having = kinds.filter(({ api }) => Object.hasOwn(api.shape, key));
    const schema: z.ZodType = (having[0]!.api.shape as Record<string, z.ZodType>)[key]!;
    const names = having.map(({ kind }) => kind).join(', ');
    return [key, schema.optional().describe([names, schema.description].filter(Boolean).join(': '))];
  }),
);
