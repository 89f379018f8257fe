/**
 * The errors in D1's documentation (developers.cloudflare.com/d1/observability/debug-d1), grouped by its advice. These:
 * try again.
 */
export const retryableErrors = [
  'D1_ERROR: D1 DB reset because its code was updated.',
  'D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.',
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: Internal error in D1 DB storage caused object to be reset.',
  'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
  "D1_ERROR: Can't read from request stream because client disconnected.",
];

/** The advice: send fewer queries. */
export const overloadErrors = [
  'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
  "D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.",
  'D1_ERROR: D1 DB exceeded its CPU time limit and was reset.',
];

/** The same query would fail again. */
export const brokenErrors = [
  'D1_ERROR: CHECK constraint failed: length(id) = 22: SQLITE_CONSTRAINT',
  'D1_ERROR: no such table: signatures: SQLITE_ERROR',
  'D1_ERROR: database or disk is full: SQLITE_FULL',
  "D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'",
];
