import * as z from 'zod';
import { submissionFields, submissionOf } from './submission-rules.ts';

const formToken = z
  .string({ error: 'not-a-token' })
  .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: 'not-a-token' })
  .optional()
  .describe('Of your own making. Sent again with the same content, it is the same signature');

/** A signature as a program sends it. */
export const signingSchema = z.object({ ...submissionFields, form_token: formToken });

export const signedJson = signingSchema.transform(({ form_token, ...fields }) => ({
  submission: submissionOf(fields),
  formToken: form_token ?? null,
}));
export type SignedJson = z.output<typeof signedJson>;

export const acceptedSchema = z.object({ status: z.literal('check-your-email') });

/** Signing works without a key, and with a partner's. */
export const withOrWithoutKey = [{}, { partnerKey: [] }];
