import { jsonAnswer, refusals } from '../platform/http/openapi.ts';
import { acceptedSchema } from './api-rules.ts';

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
