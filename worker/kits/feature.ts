import type { Feature } from '../main/feature.ts';
import { fileAnswers } from '../platform/http/openapi.ts';

export const kits: Feature = {
  name: 'kits',
  tables: ['kit_versions', 'kit_parents'],
  // Imported when it is first asked for: residents never need it.
  routes(app, { kitSections }) {
    app.get('/kit.schema.json', async (c) => {
      const { kitJsonSchema } = await import('./parse.ts');
      return c.json(kitJsonSchema(await kitSections()));
    });
  },
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
