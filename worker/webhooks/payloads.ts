import * as z from 'zod';
import type { ActionKind } from '../actions/rules.ts';

const count = z.int().nonnegative();
const instant = z.iso.datetime();

const supporter = z.object({
  given_name: z.string(),
  family_name: z.string(),
  email: z.string(),
  zip: z.string(),
});

/** What webhooks are sent, by the type of the event. `kinds` are those of all actions. */
export function payloadSchemas(kinds: readonly ActionKind[]) {
  const action = {
    campaign: z.string(),
    petition: z.string().describe('The slug of the petition or survey'),
    kind: z.enum(kinds),
  };
  return {
    'signature.confirmed': z.object({
      type: z.literal('signature.confirmed'),
      timestamp: instant.describe('When it was confirmed'),
      data: z.object({
        ...action,
        source: z.string().describe('One of your own'),
        counts: z.object({
          source: count.describe('All that count by this source'),
          confirmed: count.describe('All that count'),
          as_of: instant,
        }),
        supporter: supporter.optional().describe('Only where this person ticked that you may write to them'),
      }),
    }),
    'threshold.reached': z.object({
      type: z.literal('threshold.reached'),
      timestamp: instant.describe('When it was reached'),
      data: z.object({ ...action, threshold: count, confirmed: count, as_of: instant }),
    }),
    'webhook.test': z.object({
      type: z.literal('webhook.test'),
      timestamp: instant,
      data: z.object({ partner: z.string() }),
    }),
  };
}

export type PayloadSchemas = ReturnType<typeof payloadSchemas>;
export type WebhookPayload = z.infer<PayloadSchemas[keyof PayloadSchemas]>;
