import type { ActionPart } from '../actions/action-part.ts';
import {
  type ApiOperations,
  jsonAnswer,
  jsonBody,
  languageParameter,
  refusals,
  slugParameter,
} from '../platform/http/openapi.ts';
import { acceptedSchema, signingSchema, withOrWithoutKey } from '../signatures/api-rules.ts';
import { publicPetitionSchema } from './public.ts';

export const petitionApi = (parts: readonly ActionPart[]): ApiOperations => ({
  paths: {
    '/api/v1/petitions/{petition}': {
      parameters: [slugParameter('petition'), languageParameter],
      get: {
        operationId: 'getPetition',
        summary: 'A petition and its account',
        responses: {
          200: jsonAnswer('The petition', publicPetitionSchema.extend(shapeOf(parts))),
          ...refusals([404, 410]),
        },
      },
    },
    '/api/v1/petitions/{petition}/signatures': {
      parameters: [slugParameter('petition'), languageParameter],
      post: {
        operationId: 'signPetition',
        summary: 'Sign; the mail that follows asks for confirmation',
        description: 'The answer is the same whether or not the address has signed.',
        security: withOrWithoutKey,
        requestBody: jsonBody(signingSchema, {
          given_name: 'Ana',
          family_name: 'Lopez',
          email: 'ana@example.org',
          zip: '28202',
          keep_informed: false,
          form_token: 'a-token-of-your-own-1',
        }),
        responses: {
          202: jsonAnswer('Stored, waiting for confirmation', acceptedSchema),
          ...refusals([400, 401, 403, 404, 409, 413, 415, 422, 429, 503]),
        },
      },
    },
  },
});

/** The keys that other features add. */
function shapeOf(parts: readonly ActionPart[]) {
  return Object.assign({}, ...parts.map(({ json }) => json.shape));
}
