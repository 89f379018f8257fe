import * as z from 'zod';
import type { ActionKinds } from '../actions/kind.ts';
import type { ApiOperations } from '../platform/http/openapi.ts';
import { type PayloadSchemas, payloadSchemas } from './payloads.ts';

const at = '2026-11-25T15:00:00.000Z';
const action = { campaign: 'arrest-the-trafficker', petition: 'arrest-traffickers', kind: 'petition' };
const examples: Record<keyof PayloadSchemas, object> = {
  'signature.confirmed': {
    type: 'signature.confirmed',
    timestamp: at,
    data: { ...action, source: 'faith-bulletin', counts: { source: 41, confirmed: 1204, as_of: at } },
  },
  'threshold.reached': {
    type: 'threshold.reached',
    timestamp: at,
    data: { ...action, threshold: 1000, confirmed: 1000, as_of: at },
  },
  'webhook.test': { type: 'webhook.test', timestamp: at, data: { partner: 'a-partner' } },
};

const summaries: Record<keyof PayloadSchemas, string> = {
  'signature.confirmed': 'A signature or response by one of your sources counts',
  'threshold.reached': 'A petition of the campaign has reached a threshold',
  'webhook.test': 'An organizer asked for a test',
};

const header = (name: string, description: string) => {
  return { name, in: 'header', required: true, description, schema: { type: 'string' } };
};

/** Sent by us to partners, by Standard Webhooks. */
export function webhooksApi(kinds: ActionKinds): ApiOperations {
  const schemas = payloadSchemas(kinds.map(({ name }) => name));
  const types = Object.keys(schemas) as (keyof PayloadSchemas)[];
  return {
    webhooks: Object.fromEntries(
      types.map((type) => [
        type,
        {
          post: {
            operationId: type,
            summary: summaries[type],
            parameters: [
              header('webhook-id', 'The same on every retry: hear each once'),
              header('webhook-timestamp', 'When it was sent, in seconds since 1970'),
              header('webhook-signature', 'By Standard Webhooks, v1: HMAC-SHA256 under your secret'),
            ],
            requestBody: {
              required: true,
              content: {
                'application/json': { schema: z.toJSONSchema(schemas[type]), example: examples[type] },
              },
            },
            responses: {
              '2XX': { description: 'Heard' },
              410: { description: 'Send nothing here any more' },
            },
          },
        },
      ]),
    ),
  };
}
