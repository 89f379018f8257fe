import * as z from 'zod';
import { submissionFields } from './submission-rules.ts';

/** A signature as a program sends it. */
export const signingSchema = z.object({
  ...submissionFields,
  form_token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,64}$/)
    .optional()
    .describe('Of your own making. Sent again with the same content, it is the same signature'),
});

export const acceptedSchema = z.object({ status: z.literal('check-your-email') });

/** Signing works without a key, and with a partner's. */
export const withOrWithoutKey = [{}, { partnerKey: [] }];
