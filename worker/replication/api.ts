import { type ApiOperations, jsonAnswer, refusals } from '../platform/http/openapi.ts';
import { wellKnownPath, wellKnownSchema } from './well-known-rules.ts';

export const replicationApi: ApiOperations = {
  paths: {
    [wellKnownPath]: {
      parameters: [
        {
          name: 'campaign',
          in: 'query',
          required: false,
          description: 'The slug of the one campaign that is listed',
          schema: { type: 'string' },
        },
      ],
      get: {
        operationId: 'getDeployment',
        summary: 'The campaigns of this site, its log and its verifier keys, as other deployments read them',
        responses: { 200: jsonAnswer('The site', wellKnownSchema), ...refusals([404]) },
      },
    },
  },
};
