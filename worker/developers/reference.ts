import type { ApiDocument, Operation, Parameter, Schema } from '../platform/http/openapi.ts';
import { rowsOf } from './schema-rows-rules.ts';

type Content =
  | NonNullable<Operation['requestBody']>['content']
  | NonNullable<Operation['responses'][string]['content']>;

/** The document as the page shows it: every operation with its fields, answers and an example to try. */
export function referenceOf({ servers, paths, webhooks }: ApiDocument) {
  const site = servers[0]?.url ?? '';
  return {
    operations: Object.entries(paths).flatMap(([path, { parameters = [], get, post }]) => [
      ...(get ? [operationOf({ method: 'GET', path, site }, get, parameters)] : []),
      ...(post ? [operationOf({ method: 'POST', path, site }, post, parameters)] : []),
    ]),
    webhooks: Object.entries(webhooks).map(([name, { post }]) => ({
      name,
      summary: post.summary,
      fields: fieldsOf(post.requestBody?.content),
      example: JSON.stringify(exampleOf(post), null, 2),
    })),
  };
}

type Where = { method: 'GET' | 'POST'; path: string; site: string };

function operationOf(where: Where, operation: Operation, parameters: Parameter[]) {
  const { summary, description, security, responses, requestBody } = operation;
  const answered = Object.entries(responses);
  const [, good] = answered.find(([status]) => status.startsWith('2')) ?? [];
  return {
    method: where.method,
    path: where.path,
    summary,
    description: description ?? null,
    takesKey: takesKey(security),
    parameters: parameters.map(({ name, in: place, required, description, schema }) => {
      const [row] = rowsOf({ properties: { [name]: schema }, required: required ? [name] : [] });
      return { name, type: `${row?.type}, ${place}`, isRequired: required, text: description ?? '' };
    }),
    body: fieldsOf(requestBody?.content),
    answer: fieldsOf(good?.content),
    responses: answered.map(([status, one]) => ({ status, text: one.description ?? '' })),
    curl: curlOf({ ...where, path: where.path + askedBy(parameters) }, operation),
  };
}

const takesKey = (security: Operation['security'] = []) => security.length > 0;

const fieldsOf = (content: Content | undefined) =>
  rowsOf((Object.values(content ?? {})[0]?.schema ?? {}) as Schema);

const exampleOf = (operation: Operation) => Object.values(operation.requestBody?.content ?? {})[0]?.example;

/** What an address cannot do without. */
function askedBy(parameters: Parameter[]): string {
  const asked = parameters.filter(({ in: place, required }) => place === 'query' && required);
  return asked.map(({ name }, i) => `${i === 0 ? '?' : '&'}${name}={${name}}`).join('');
}

function curlOf({ method, path, site }: Where, operation: Operation): string {
  const address = `${site}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase())}`;
  if (method === 'GET') return `curl "${address}"`;
  return [
    `curl -X POST "${address}"`,
    "  -H 'content-type: application/json'",
    ...(takesKey(operation.security) ? ["  -H 'authorization: Bearer YOUR-KEY'"] : []),
    `  -d '${JSON.stringify(exampleOf(operation))}'`,
  ].join(' \\\n');
}
