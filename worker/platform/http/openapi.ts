import * as z from 'zod';
import { languages } from '../../../web/language.ts';

/** A part of a JSON Schema, as zod writes it. */
export type Schema = { [key: string]: unknown };

type Content = Record<string, { schema: Schema; example?: object }>;
export type Parameter = {
  name: string;
  in: string;
  required: boolean;
  description?: string;
  schema: Schema;
};
export type Operation = {
  operationId: string;
  summary: string;
  description?: string;
  security?: object[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};
export type ApiPath = { parameters?: Parameter[]; get?: Operation; post?: Operation };

/** A feature's part of /openapi.json, made from the schemas of its routes. */
export type ApiOperations = {
  paths?: Record<string, ApiPath>;
  /** Messages that we send to others, by the name of the event. */
  webhooks?: Record<string, { post: Operation }>;
  securitySchemes?: Record<string, object>;
};

export type ApiDocument = {
  openapi: string;
  info: object;
  servers: { url: string }[];
  components: { securitySchemes: Record<string, object> };
  paths: Record<string, ApiPath>;
  webhooks: Record<string, { post: Operation }>;
};

export const languageParameter: Parameter = {
  name: 'lang',
  in: 'query',
  required: false,
  schema: { type: 'string', enum: languages },
};

export function slugParameter(name: string): Parameter {
  return { name, in: 'path', required: true, schema: { type: 'string' } };
}

export function jsonAnswer(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema: z.toJSONSchema(schema) } } };
}

/** A body as callers write it, before defaults are filled in. */
export function jsonBody(schema: z.ZodType, example: object) {
  const input = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return { required: true, content: { 'application/json': { schema: input, example } } };
}

const problemSchema = z.object({
  type: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

const refusalWords = {
  400: 'The body could not be read',
  401: 'The key is not one of ours, or no longer valid',
  403: 'The key is valid, but not for this address',
  404: 'There is no such thing',
  409: 'It takes no signatures or answers now',
  410: 'It was removed',
  413: 'The body is too large',
  415: 'The content type is not application/json',
  422: 'Some fields need to be corrected; each is named',
  429: 'Too many requests; Retry-After says when to come back',
  503: 'Nothing is stored at the moment; Retry-After says when to come back',
};

export function refusals(statuses: (keyof typeof refusalWords)[]) {
  const content = { 'application/problem+json': { schema: z.toJSONSchema(problemSchema) } };
  return Object.fromEntries(
    statuses.map((status) => [status, { description: refusalWords[status], content }]),
  );
}

/** An answer that is a file of another type. People open such addresses too, so most refusals are pages. */
export function fileAnswers(description: string, type: string) {
  const schema = { type: type === 'application/json' ? 'object' : 'string' };
  return {
    200: { description, content: { [type]: { schema } } },
    '4XX': {
      description: 'Refused; a page or a problem says why',
      content: {
        'text/html': { schema: { type: 'string' } },
        'application/problem+json': { schema: z.toJSONSchema(problemSchema) },
      },
    },
  };
}

/** States for every operation whether it needs a key. An operation that names no key needs none. */
export function withSecurity<Methods extends ApiPath>(methods: Methods): Methods {
  const said = Object.entries(methods).map(([method, operation]) => [
    method,
    method === 'get' || method === 'post' ? { security: [], ...operation } : operation,
  ]);
  return Object.fromEntries(said);
}
