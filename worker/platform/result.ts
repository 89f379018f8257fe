/** A refusal that can be expected is a value; a bug or an outage throws. */
export type Result<Value, Refusal> = { ok: true; value: Value } | { ok: false; error: Refusal };

export function ok(): { ok: true; value: undefined };
export function ok<Value>(value: Value): { ok: true; value: Value };
export function ok(value?: unknown) {
  return { ok: true, value } as const;
}

export function err<Refusal>(error: Refusal): { ok: false; error: Refusal } {
  return { ok: false, error };
}

/** For the default branch of a switch that has handled every case: the compiler then knows when one is missing. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
