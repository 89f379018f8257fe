import type { Feature } from '../main/feature.ts';
import { fileAnswers, languageParameter } from '../platform/http/openapi.ts';
import { embedPageRoutes } from './embed-page-routes.ts';
import { oembedRoutes } from './oembed-routes.ts';
import { embedRoutes } from './routes.tsx';

/** Stands in the list before the features whose forms are framed: its middleware has to run first. */
export const embeds: Feature = {
  name: 'embeds',
  tables: ['embed_hosts'],
  console: async () => (await import('./console.tsx')).embedsSection,
  routes(app, { actionKinds }) {
    app.route('/', embedPageRoutes(actionKinds, app));
    app.route('/', oembedRoutes(actionKinds));
    app.route('/', embedRoutes(actionKinds));
  },
  kit: async () => (await import('./kit.ts')).embedKitSection,
  api: {
    paths: {
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
          languageParameter,
        ],
        get: {
          operationId: 'getOembed',
          summary: 'A counter with a link, by oEmbed 1.0',
          responses: fileAnswers('The frame to show', 'application/json'),
        },
      },
    },
  },
};
