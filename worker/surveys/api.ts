import * as z from 'zod';
import {
  type ApiOperations,
  jsonAnswer,
  jsonBody,
  languageParameter,
  refusals,
  slugParameter,
} from '../platform/http/openapi.ts';
import { acceptedSchema, withOrWithoutKey } from '../signatures/api-rules.ts';
import { respondingFields } from './api-rules.ts';
import { answersSchema, publicSurveySchema } from './public.ts';

const respondingSchema = z.object({
  ...respondingFields,
  answers: answersSchema.describe('By the id of the question; what is not asked or not answered is left out'),
});

export const surveyApi: ApiOperations = {
  paths: {
    '/api/v1/surveys/{survey}': {
      parameters: [slugParameter('survey'), languageParameter],
      get: {
        operationId: 'getSurvey',
        summary: 'A survey, its questions and its account',
        responses: { 200: jsonAnswer('The survey', publicSurveySchema), ...refusals([404, 410]) },
      },
    },
    '/api/v1/surveys/{survey}/responses': {
      parameters: [slugParameter('survey'), languageParameter],
      post: {
        operationId: 'respondToSurvey',
        summary: 'Answer; the mail that follows asks for confirmation',
        description:
          'The answer is the same whether or not the address has answered. An error about an answer names its field `answers.QUESTION`.',
        security: withOrWithoutKey,
        requestBody: jsonBody(respondingSchema, {
          given_name: 'Ana',
          family_name: 'Lopez',
          email: 'ana@example.org',
          zip: '28202',
          keep_informed: false,
          form_token: 'a-token-of-your-own-1',
          answers: { QUESTION: 'OPTION' },
        }),
        responses: {
          202: jsonAnswer('Stored, waiting for confirmation', acceptedSchema),
          ...refusals([400, 401, 403, 404, 409, 413, 415, 422, 429, 503]),
        },
      },
    },
  },
};
