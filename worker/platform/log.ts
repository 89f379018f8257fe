type Fields = Record<string, string | number | boolean | null>;

/** One JSON line. Fields hold counts, states and ids, never what a person typed, an address or a token. */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: Fields = {}): void {
  console[level](JSON.stringify({ level, event, ...fields }));
}

/** Logs an error's class and stack, but not its message, which may quote what a person sent. */
export function logFailure(event: string, error: unknown, fields: Fields = {}): void {
  const failure = error instanceof Error ? error : new Error('not an Error');
  const frames = failure.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  log('error', event, { ...fields, error: failure.name, stack: frames.slice(0, 8).join(' | ') });
}
