import { err, ok, type Result } from '../result.ts';
import type { PageContext } from './app-env.ts';

export type { FieldError } from '../../../web/components/field-errors.ts';

/** `limit`: the most that this address accepts, in bytes. */
export type BodyRefusal =
  | { reason: 'too-large'; limit: number }
  | { reason: 'wrong-type' }
  | { reason: 'unreadable' };

export type Form = {
  /** The first value of each field. */
  values: Record<string, string>;
  /** Fields that were sent more than once. */
  repeated: string[];
  /** All values of each field, in the order in which they were sent. */
  all: Record<string, string[]>;
  /** The last file of each field that files were uploaded in; left out where there are none. */
  files?: Record<string, Uint8Array>;
  /** All of them, in the order in which they were sent. */
  allFiles?: { name: string; bytes: Uint8Array }[];
};

/**
 * The button of a form that asks for the same page in the other language; 'language-check': the page says what is wrong
 * and goes on saying it. Nothing is stored.
 */
export function languageStepOf({ step }: Form['values']): 'language' | 'language-check' | null {
  return step === 'language' || step === 'language-check' ? step : null;
}

/** In bytes. */
export const bodyLimit = 64 * 1024;
/**
 * For a form with many texts, in bytes. It is more than the texts may hold, so that a text that is too long is still
 * read and gets its error.
 */
export const longFormLimit = 512 * 1024;
/**
 * How much of a body over the limit is still read and discarded, because answering without reading would reset the
 * connection. Cloudflare itself refuses larger bodies.
 */
const drainLimit = 100 * 1024 * 1024;

/** A form body, `application/x-www-form-urlencoded` or `multipart/form-data`. */
export async function readForm(c: PageContext, limit = bodyLimit): Promise<Result<Form, BodyRefusal>> {
  const body = await readBody(c.req.raw, limit);
  if (!body.ok) return body;
  const type = mediaType(c);
  if (type === 'application/x-www-form-urlencoded') {
    return ok(collect(new URLSearchParams(new TextDecoder().decode(body.value))));
  }
  if (type !== 'multipart/form-data') return err({ reason: 'wrong-type' });
  try {
    const headers = { 'content-type': c.req.header('content-type') ?? '' };
    const data = await new Response(body.value, { headers }).formData();
    const files = await filesOf(data);
    const byField = files.map(({ field, bytes }) => [field, bytes] as const);
    return ok({ ...collect(data), files: Object.fromEntries(byField), allFiles: files });
  } catch {
    return err({ reason: 'unreadable' });
  }
}

/** A JSON object. */
export async function readJson(
  c: PageContext,
  limit = bodyLimit,
): Promise<Result<Record<string, unknown>, BodyRefusal>> {
  const body = await readBody(c.req.raw, limit);
  if (!body.ok) return body;
  if (mediaType(c) !== 'application/json') return err({ reason: 'wrong-type' });
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(body.value),
    );
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return err({ reason: 'unreadable' });
    return ok(value as Record<string, unknown>);
  } catch {
    return err({ reason: 'unreadable' });
  }
}

/** The body as text, to check a signature over it. */
export async function readText(c: PageContext): Promise<Result<string, BodyRefusal>> {
  const body = await readBody(c.req.raw);
  return body.ok ? ok(new TextDecoder().decode(body.value)) : body;
}

/** Reads a body and drops it, so that the answer reaches a client that is still sending. */
export async function drainBody(request: Request): Promise<void> {
  await readBody(request);
}

async function readBody(request: Request, limit = bodyLimit): Promise<Result<Uint8Array, BodyRefusal>> {
  const announced = request.headers.get('content-length');
  return announced !== null && Number(announced) <= limit
    ? readWhole(request, limit)
    : readByParts(request, limit);
}

/** A body that is declared as small is read in one piece, at a quarter of the cost of reading it in parts. */
async function readWhole(request: Request, limit: number): Promise<Result<Uint8Array, BodyRefusal>> {
  try {
    const body = new Uint8Array(await request.arrayBuffer());
    return body.length > limit ? err({ reason: 'too-large', limit }) : ok(body);
  } catch {
    return err({ reason: 'unreadable' });
  }
}

async function readByParts(request: Request, limit: number): Promise<Result<Uint8Array, BodyRefusal>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of request.body ?? []) {
      length += part.length;
      if (length <= limit) parts.push(part);
      if (length > drainLimit) break;
    }
  } catch {
    return err({ reason: 'unreadable' });
  }
  return length > limit
    ? err({ reason: 'too-large', limit })
    : ok(new Uint8Array(await new Blob(parts).arrayBuffer()));
}

function mediaType(c: PageContext): string {
  return (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

async function filesOf(data: FormData): Promise<{ field: string; name: string; bytes: Uint8Array }[]> {
  const files = [...data].flatMap(([field, value]) =>
    typeof value === 'string' ? [] : [{ field, file: value }],
  );
  return Promise.all(
    files.map(async ({ field, file }) => ({
      ...{ field, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
    })),
  );
}

function collect(fields: Iterable<[string, string | File]>): Form {
  const all = new Map<string, string[]>();
  for (const [name, value] of fields) {
    if (typeof value !== 'string') continue;
    const known = all.get(name);
    if (known) known.push(value);
    else all.set(name, [value]);
  }
  return {
    values: Object.fromEntries([...all].map(([name, [first = '']]) => [name, first])),
    repeated: [...all].flatMap(([name, values]) => (values.length > 1 ? [name] : [])),
    all: Object.fromEntries(all),
  };
}
