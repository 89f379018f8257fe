import * as z from 'zod';
import { payloadSchemas } from '../webhooks/payloads.ts';

const language = {
  name: 'lang',
  in: 'query',
  required: false,
  schema: { type: 'string', enum: ['en', 'es'] },
};
const campaign = { name: 'campaign', in: 'path', required: true, schema: { type: 'string' } };

function file(description: string, type: string) {
  const schema = { type: type === 'application/json' ? 'object' : 'string' };
  return { 200: { description, content: { [type]: { schema } } } };
}

/** What is public and not under /api, for programs. */
export const otherPaths = {
  '/campaigns/{campaign}/updates.xml': {
    parameters: [campaign, language],
    get: {
      operationId: 'getUpdates',
      summary: 'The news of a campaign, as RSS 2.0',
      responses: file('The feed', 'application/rss+xml'),
    },
  },
  '/campaigns/{campaign}/junctures.ics': {
    parameters: [campaign, language],
    get: {
      operationId: 'getJunctures',
      summary: 'The dates that decide, and the last days to sign, as a calendar',
      responses: file('The calendar', 'text/calendar'),
    },
  },
  '/oembed': {
    parameters: [
      {
        name: 'url',
        in: 'query',
        required: true,
        description: 'The address of a petition or survey of this site',
        schema: { type: 'string' },
      },
      { name: 'maxwidth', in: 'query', required: false, schema: { type: 'integer' } },
      { name: 'maxheight', in: 'query', required: false, schema: { type: 'integer' } },
      language,
    ],
    get: {
      operationId: 'getOembed',
      summary: 'A counter with a link, by oEmbed 1.0',
      responses: file('The frame to show', 'application/json'),
    },
  },
  '/kit.schema.json': {
    get: {
      operationId: 'getKitSchema',
      summary: 'The JSON Schema of a campaign as a file',
      responses: file('The schema', 'application/json'),
    },
  },
};

const at = '2026-11-25T15:00:00.000Z';
const action = { campaign: 'arrest-the-trafficker', petition: 'arrest-traffickers', kind: 'petition' };
const examples: Record<keyof typeof payloadSchemas, object> = {
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

const told: Record<keyof typeof payloadSchemas, string> = {
  'signature.confirmed': 'A signature or response by one of your sources counts',
  'threshold.reached': 'A petition of the campaign has reached a threshold',
  'webhook.test': 'An organizer asked for a test',
};

const header = (name: string, description: string) => {
  return { name, in: 'header', required: true, description, schema: { type: 'string' } };
};

/** Sent by us to partners, by Standard Webhooks. */
export function webhooksDocument() {
  const types = Object.keys(payloadSchemas) as (keyof typeof payloadSchemas)[];
  return Object.fromEntries(
    types.map((type) => [
      type,
      {
        post: {
          operationId: type,
          summary: told[type],
          parameters: [
            header('webhook-id', 'The same on every retry: hear each once'),
            header('webhook-timestamp', 'When it was sent, in seconds since 1970'),
            header('webhook-signature', 'By Standard Webhooks, v1: HMAC-SHA256 under your secret'),
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: z.toJSONSchema(payloadSchemas[type]), example: examples[type] },
            },
          },
          responses: {
            '2XX': { description: 'Heard' },
            410: { description: 'Send nothing here any more' },
          },
        },
      },
    ]),
  );
}
