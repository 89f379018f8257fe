import type { Feature } from '../main/feature.ts';
import { fileAnswers } from '../platform/http/openapi.ts';
import { kitJsonSchema } from './parse.ts';

export const kits: Feature = {
  name: 'kits',
  tables: ['kit_versions'],
  routes: (app, { kitSections }) => app.get('/kit.schema.json', (c) => c.json(kitJsonSchema(kitSections))),
  api: {
    paths: {
      '/kit.schema.json': {
        get: {
          operationId: 'getKitSchema',
          summary: 'The JSON Schema of a campaign as a file',
          responses: fileAnswers('The schema', 'application/json'),
        },
      },
    },
  },
};
