import * as z from 'zod';
import {
  type ApiOperations,
  jsonAnswer,
  jsonBody,
  languageParameter,
  refusals,
  slugParameter,
} from '../platform/http/openapi.ts';
import { examplePerson, takingAnswers } from '../signatures/api-answers.ts';
import { withOrWithoutKey } from '../signatures/api-rules.ts';
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
        requestBody: jsonBody(respondingSchema, { ...examplePerson, answers: { QUESTION: 'OPTION' } }),
        responses: takingAnswers,
      },
    },
  },
};
