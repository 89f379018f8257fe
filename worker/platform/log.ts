type Fields = Record<string, string | number | boolean | null>;

/** One JSON line. Fields hold counts, states and ids, never what a person typed, an address or a token. */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: Fields = {}): void {
  console[level](JSON.stringify({ level, event, ...fields }));
}

const brokenConstraint = /^D1_ERROR: (\w+(?: \w+)? constraint failed(?:: [\w., ]+)?)/;

/** An error whose message quotes nobody, so that it may be told. */
export function ownError(message: string): Error {
  return Object.assign(new Error(message), { isOwn: true });
}

/** Why it failed, without what a person sent: the message of our own error, the constraint, or the error's class. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error';
  if ('isOwn' in error) return error.message;
  return brokenConstraint.exec(error.message)?.[1] ?? error.name;
}

/** Logs why, and the stack, but not an error's message, which may quote what a person sent. */
export function logFailure(event: string, error: unknown, fields: Fields = {}): void {
  const failure = error instanceof Error ? error : new Error('not an Error');
  const frames = failure.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  log('error', event, { ...fields, error: reasonOf(error), stack: frames.slice(0, 8).join(' | ') });
}
