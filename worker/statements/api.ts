import {
  type ApiOperations,
  type ApiPath,
  fileAnswers,
  type Parameter,
  slugParameter,
} from '../platform/http/openapi.ts';

const action = slugParameter('action');
const week: Parameter = {
  ...slugParameter('week'),
  description: 'ISO week, in the time zone of the city',
  schema: { type: 'string', pattern: '^[0-9]{4}-W[0-9]{2}$' },
};
const sizes = ['from', 'to'].map((name) => ({
  ...{ name, in: 'query', required: true },
  description: 'Number of entries',
  schema: { type: 'integer', minimum: 0 },
}));
const tile: Parameter[] = [
  {
    ...slugParameter('level'),
    description: 'A number, or entries',
    schema: { type: 'string', pattern: '^([0-9]{1,2}|entries)$' },
  },
  {
    ...slugParameter('tile'),
    description: 'As C2SP tlog-tiles spells it: 001, x001/234, or 002.p/7 while it holds 7',
  },
];

function file(operationId: string, summary: string, type: string, parameters: Parameter[] = []): ApiPath {
  return {
    ...(parameters.length > 0 && { parameters }),
    get: { operationId, summary, responses: fileAnswers(summary, type) },
  };
}

const text = 'text/plain';
const bytes = 'application/octet-stream';

/** The log and the trees, as other people's tools read them. */
export const statementsApi: ApiOperations = {
  paths: {
    '/log/checkpoint': file('getCheckpoint', 'The signed head of the log (C2SP tlog-checkpoint)', text),
    '/log/key': file('getLogKey', 'The verifier key of the log that stays (C2SP signed-note)', text),
    '/log/keys': file('getLogKeys', 'All verifier keys of the log, oldest first', text),
    '/log/consistency': file(
      'getConsistency',
      'Hashes in base64 that prove that the smaller log is the beginning of the larger one (RFC 6962)',
      text,
      sizes,
    ),
    '/log/tile/{level}/{tile}': file('getLogTile', 'Hashes or entries of the log', bytes, tile),
    '/statements/{action}/{week}.json': file(
      'getStatement',
      'What was true of a petition or survey at the end of a week: the bytes that the log holds',
      'application/json',
      [action, week],
    ),
    '/statements/{action}/{week}.tlog-proof': file(
      'getStatementProof',
      'The proof that the log holds the statement (C2SP tlog-proof)',
      text,
      [action, week],
    ),
    '/statements/{action}/consistency': file(
      'getMembersConsistency',
      'The same proof for the member tree of a petition or survey',
      text,
      [action, ...sizes],
    ),
    '/statements/{action}/tile/{level}/{tile}': file(
      'getMembersTile',
      'Hashes or entries of the member tree: nothing in them tells who signed',
      bytes,
      [action, ...tile],
    ),
  },
};
