import * as z from 'zod';
import { jsonAnswer, refusals } from '../platform/http/openapi.ts';
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

/** A person for the examples in the API document. */
export const examplePerson = {
  given_name: 'Ana',
  family_name: 'Lopez',
  email: 'ana@example.org',
  zip: '28202',
  keep_informed: false,
  form_token: 'a-token-of-your-own-1',
};

/** The answers to a program that signs or responds for somebody. */
export const takingAnswers = {
  202: jsonAnswer('Stored, waiting for confirmation', acceptedSchema),
  ...refusals([400, 401, 403, 404, 409, 413, 415, 422, 429, 503]),
};
