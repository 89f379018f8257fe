import type { ActionPart } from '../actions/action-part.ts';
import {
  type ApiOperations,
  jsonAnswer,
  jsonBody,
  languageParameter,
  refusals,
  slugParameter,
} from '../platform/http/openapi.ts';
import { examplePerson, takingAnswers } from '../signatures/api-answers.ts';
import { signingSchema, withOrWithoutKey } from '../signatures/api-rules.ts';
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
        requestBody: jsonBody(signingSchema, examplePerson),
        responses: takingAnswers,
      },
    },
  },
});

/** The keys that other features add. */
function shapeOf(parts: readonly ActionPart[]) {
  return Object.assign({}, ...parts.map(({ json }) => json.shape));
}
