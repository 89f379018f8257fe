import * as z from 'zod';

const count = z.int().nonnegative();
const instant = z.iso.datetime();

const action = {
  campaign: z.string(),
  petition: z.string().describe('The slug of the petition or survey'),
  kind: z.enum(['petition', 'survey']),
};

const supporter = z.object({
  given_name: z.string(),
  family_name: z.string(),
  email: z.string(),
  zip: z.string(),
});

const confirmed = z.object({
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
});

const reached = z.object({
  type: z.literal('threshold.reached'),
  timestamp: instant.describe('When it was reached'),
  data: z.object({ ...action, threshold: count, confirmed: count, as_of: instant }),
});

const test = z.object({
  type: z.literal('webhook.test'),
  timestamp: instant,
  data: z.object({ partner: z.string() }),
});

/** What webhooks are sent, by the type of the event. */
export const payloadSchemas = {
  'signature.confirmed': confirmed,
  'threshold.reached': reached,
  'webhook.test': test,
};

export type WebhookPayload = z.infer<typeof confirmed> | z.infer<typeof reached> | z.infer<typeof test>;
