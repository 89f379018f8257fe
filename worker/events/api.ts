import * as z from 'zod';
import {
  type ApiOperations,
  fileAnswers,
  jsonAnswer,
  jsonBody,
  languageParameter,
  refusals,
  slugParameter,
} from '../platform/http/openapi.ts';
import { examplePerson, takingAnswers } from '../signatures/api-answers.ts';
import { signingSchema, withOrWithoutKey } from '../signatures/api-rules.ts';
import { osdiEventSchema, publicEventSchema } from './public.ts';
import { signUpFields } from './submission-rules.ts';

const signingUp = z.object({ ...signUpFields, form_token: signingSchema.shape.form_token });
const parameters = [slugParameter('event'), languageParameter];

export const eventApi: ApiOperations = {
  paths: {
    '/api/v1/events/{event}': {
      parameters,
      get: {
        operationId: 'getEvent',
        summary: 'An event, its times and its account',
        responses: { 200: jsonAnswer('The event', publicEventSchema), ...refusals([404, 410]) },
      },
    },
    '/api/v1/events/{event}/osdi': {
      parameters,
      get: {
        operationId: 'getOsdiEvent',
        summary: 'The same event as the OSDI standard describes one',
        responses: { 200: jsonAnswer('The event', osdiEventSchema), ...refusals([404, 410]) },
      },
    },
    '/api/v1/events/{event}/sign-ups': {
      parameters,
      post: {
        operationId: 'signUpForEvent',
        summary: 'Sign up; the mail that follows asks for confirmation',
        description:
          'The answer is the same whether or not the address has signed up. A place is given, or a number in the waiting list, when the sign-up is confirmed.',
        security: withOrWithoutKey,
        requestBody: jsonBody(signingUp, { ...examplePerson, slot: 'TIME' }),
        responses: takingAnswers,
      },
    },
    '/events/{event}/calendar.ics': {
      parameters,
      get: {
        operationId: 'getEventCalendar',
        summary: 'The times of an event, as a calendar',
        responses: fileAnswers('The calendar', 'text/calendar'),
      },
    },
  },
};
