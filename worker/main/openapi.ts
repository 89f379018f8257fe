import { Hono } from 'hono';
import { cors } from 'hono/cors';
import * as z from 'zod';
import { publicCampaignSchema } from '../campaigns/public.ts';
import { otherPaths, webhooksDocument } from '../developers/openapi.ts';
import { publicPetitionSchema } from '../petitions/public.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { submissionFields, tick } from '../signatures/submission-rules.ts';
import { answersSchema, publicSurveySchema } from '../surveys/public.ts';

const problemSchema = z.object({
  type: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

const signingSchema = z.object({
  ...submissionFields,
  form_token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,64}$/)
    .optional()
    .describe('Of your own making. Sent again with the same content, it is the same signature'),
});

const respondingSchema = signingSchema.omit({ street: true, comment: true, show_name: true }).extend({
  answers: answersSchema.describe('By the id of the question; what is not asked or not answered is left out'),
  share_words: tick.describe('The committee may read what is said in own words, without a name'),
});

const acceptedSchema = z.object({ status: z.literal('check-your-email') });

/** The OpenAPI 3.1 document, made of the schemas that the routes themselves parse and answer by. */
export function openApiDocument(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Undersigned',
      version: '1',
      description:
        'Petitions and surveys with an account that balances. Any origin may read and sign; no cookie is set or read.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    components: { securitySchemes: { partnerKey } },
    paths: {
      '/api/v1/petitions/{petition}': {
        parameters: [slugParameter('petition'), languageParameter],
        get: {
          operationId: 'getPetition',
          summary: 'A petition and its account',
          responses: { 200: answer('The petition', publicPetitionSchema), ...refusals([404, 410]) },
        },
      },
      '/api/v1/petitions/{petition}/signatures': {
        parameters: [slugParameter('petition'), languageParameter],
        post: {
          operationId: 'signPetition',
          summary: 'Sign; the mail that follows asks for confirmation',
          description: 'The answer is the same whether or not the address has signed.',
          security: withOrWithoutKey,
          requestBody: jsonBody(input(signingSchema), signingExample),
          responses: {
            202: answer('Stored, waiting for confirmation', acceptedSchema),
            ...refusals([400, 401, 403, 404, 409, 413, 415, 422, 429, 503]),
          },
        },
      },
      '/api/v1/surveys/{survey}': {
        parameters: [slugParameter('survey'), languageParameter],
        get: {
          operationId: 'getSurvey',
          summary: 'A survey, its questions and its account',
          responses: { 200: answer('The survey', publicSurveySchema), ...refusals([404, 410]) },
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
          requestBody: jsonBody(input(respondingSchema), respondingExample),
          responses: {
            202: answer('Stored, waiting for confirmation', acceptedSchema),
            ...refusals([400, 401, 403, 404, 409, 413, 415, 422, 429, 503]),
          },
        },
      },
      '/api/v1/campaigns/{campaign}': {
        parameters: [slugParameter('campaign'), languageParameter],
        get: {
          operationId: 'getCampaign',
          summary: 'A campaign and its actions',
          responses: { 200: answer('The campaign', publicCampaignSchema), ...refusals([404]) },
        },
      },
      ...otherPaths,
    },
    webhooks: webhooksDocument(),
  };
}

const partnerKey = {
  type: 'http',
  scheme: 'bearer',
  description:
    'The key of a partner of the campaign. What comes with it has a source of that partner: the one it names, or else its first. It has a limit of its own for a day.',
};
const withOrWithoutKey = [{}, { partnerKey: [] }];

const signingExample = {
  given_name: 'Ana',
  family_name: 'Lopez',
  email: 'ana@example.org',
  zip: '28202',
  keep_informed: false,
  form_token: 'a-token-of-your-own-1',
};
const respondingExample = { ...signingExample, answers: { QUESTION: 'OPTION' } };

function jsonBody(schema: object, example: object) {
  return { required: true, content: { 'application/json': { schema, example } } };
}

export function openApiRoutes() {
  const routes = new Hono<AppEnv>();
  routes.use('/openapi.json', cors({ origin: '*', allowMethods: ['GET'] }));
  routes.get('/openapi.json', (c) => c.json(openApiDocument(c.var.deps.settings.publicUrl)));
  return routes;
}

const languageParameter = {
  name: 'lang',
  in: 'query',
  required: false,
  schema: { type: 'string', enum: ['en', 'es'] },
};

function slugParameter(name: string) {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

function answer(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema: z.toJSONSchema(schema) } } };
}

function input(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

const refusalWords: Record<number, string> = {
  400: 'The body could not be read',
  401: 'The key is not one of ours, or holds no longer',
  403: 'The key is for another campaign',
  404: 'There is no such thing',
  409: 'It takes no signatures or answers now',
  410: 'It was removed',
  413: 'The body is too large',
  415: 'The content type is not application/json',
  422: 'Some fields need to be put right; each is named',
  429: 'Too many requests; Retry-After says when to come back',
  503: 'Nothing is stored at the moment; Retry-After says when to come back',
};

function refusals(statuses: number[]) {
  const content = { 'application/problem+json': { schema: z.toJSONSchema(problemSchema) } };
  return Object.fromEntries(
    statuses.map((status) => [status, { description: refusalWords[status], content }]),
  );
}
