import type { PageContext } from './app-env.ts';
import { err, ok, type Result } from './result.ts';

/** A field that a person can put right. The code is worded by the pages' catalogues. */
export type FieldError = { field: string; code: string };

export type BodyRefusal = { reason: 'too-large' } | { reason: 'wrong-type' } | { reason: 'unreadable' };

export type Form = {
  /** The first value of each field. */
  values: Record<string, string>;
  /** Fields that came more than once. */
  repeated: string[];
};

export const bodyLimit = 64 * 1024;
/** What is still taken in of a body over the limit: an answer to an unread body resets the connection. */
const drainLimit = 2 * 1024 * 1024;

/** A form body, `application/x-www-form-urlencoded` or `multipart/form-data`; uploaded files are left out. */
export async function readForm(c: PageContext): Promise<Result<Form, BodyRefusal>> {
  const body = await readBody(c.req.raw);
  if (!body.ok) return body;
  const type = mediaType(c);
  if (type === 'application/x-www-form-urlencoded') {
    return ok(collect(new URLSearchParams(new TextDecoder().decode(body.value))));
  }
  if (type !== 'multipart/form-data') return err({ reason: 'wrong-type' });
  try {
    const headers = { 'content-type': c.req.header('content-type') ?? '' };
    return ok(collect(await new Response(body.value, { headers }).formData()));
  } catch {
    return err({ reason: 'unreadable' });
  }
}

/** A JSON object. */
export async function readJson(c: PageContext): Promise<Result<Record<string, unknown>, BodyRefusal>> {
  const body = await readBody(c.req.raw);
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

/** The body as it came, for whoever checks a signature over it. */
export async function readText(c: PageContext): Promise<Result<string, BodyRefusal>> {
  const body = await readBody(c.req.raw);
  return body.ok ? ok(new TextDecoder().decode(body.value)) : body;
}

/** Takes a body in and forgets it, so that the answer reaches whoever is still sending. */
export async function drainBody(request: Request): Promise<void> {
  await readBody(request);
}

async function readBody(request: Request): Promise<Result<Uint8Array, BodyRefusal>> {
  const announced = request.headers.get('content-length');
  return announced !== null && Number(announced) <= bodyLimit ? readWhole(request) : readByParts(request);
}

/** What is announced to be small comes in one piece, which costs a quarter of going part by part. */
async function readWhole(request: Request): Promise<Result<Uint8Array, BodyRefusal>> {
  try {
    const body = new Uint8Array(await request.arrayBuffer());
    return body.length > bodyLimit ? err({ reason: 'too-large' }) : ok(body);
  } catch {
    return err({ reason: 'unreadable' });
  }
}

async function readByParts(request: Request): Promise<Result<Uint8Array, BodyRefusal>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of request.body ?? []) {
      length += part.length;
      if (length <= bodyLimit) parts.push(part);
      if (length > drainLimit) break;
    }
  } catch {
    return err({ reason: 'unreadable' });
  }
  return length > bodyLimit
    ? err({ reason: 'too-large' })
    : ok(new Uint8Array(await new Blob(parts).arrayBuffer()));
}

function mediaType(c: PageContext): string {
  return (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function collect(fields: Iterable<[string, string | File]>): Form {
  const values = new Map<string, string>();
  const repeated = new Set<string>();
  for (const [name, value] of fields) {
    if (typeof value !== 'string') continue;
    if (values.has(name)) repeated.add(name);
    else values.set(name, value);
  }
  return { values: Object.fromEntries(values), repeated: [...repeated] };
}
