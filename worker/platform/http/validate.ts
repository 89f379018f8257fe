import { zValidator } from '@hono/zod-validator';
import type { Context, MiddlewareHandler } from 'hono';
import * as z from 'zod';
import type { AppEnv, PageContext } from './app-env.ts';
import { type InvalidField, invalidFields } from './field-rules.ts';
import { bodyLimit, readJson } from './forms.ts';
import { problem } from './problem.ts';
import { refuse, refuseBody } from './refuse.tsx';

/** The message about a field for a caller; schemas hold only codes. */
export type Wording = (error: InvalidField, c: PageContext) => string;

type Checked = { target: string } & (
  | { success: true }
  | { success: false; error: { issues: readonly z.core.$ZodIssue[] } }
);

/**
 * Accepts a JSON object up to this size in bytes. Register it before `checkedJson` and before anything that looks up
 * the subject of the request, so that an unreadable body is refused in any case.
 */
export function takesJson(limit = bodyLimit): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const body = await readJson(c, limit);
    if (!body.ok) return refuseBody(c, body.error);
    // The validator asks the request for its JSON. Making a new Request around the value would cost five times as much.
    Object.assign(c.req, { json: async () => body.value });
    await next();
  };
}

/** A JSON body, checked by its schema; each invalid field gets its own message. */
export function checkedJson<Body, E extends AppEnv = AppEnv>(schema: z.ZodType<Body>, wording: Wording) {
  return zValidator<z.ZodType<Body>, 'json', E, string, Hook>('json', schema, refuseInvalid(wording));
}

/** The same for a schema that depends on the subject of the request. */
export function checkedJsonOf<Body, E extends AppEnv>(
  checkOf: (c: Context<E>) => { schema: z.ZodType<Body>; wording: Wording },
): ReturnType<typeof checkedJson<Body, E>> {
  return (c, next) => {
    const { schema, wording } = checkOf(c);
    return checkedJson<Body, E>(schema, wording)(c, next);
  };
}

/** A query, checked by its schema, or else 400. If a name is repeated, the first value counts. */
export function checkedQuery<Query>(schema: z.ZodType<Query>) {
  const ofFirsts: z.ZodType<Query> = z.preprocess(firstOfEach, schema);
  return zValidator<z.ZodType<Query>, 'query', AppEnv, string, Hook>('query', ofFirsts, refuseInvalid());
}

/** The parameters of a path, checked by their schema, or else 404. */
export function checkedParams<Params>(schema: z.ZodType<Params>) {
  return zValidator<z.ZodType<Params>, 'param', AppEnv, string, Hook>('param', schema, refuseInvalid());
}

type Hook = ReturnType<typeof refuseInvalid>;

/** All refusals by a schema are made here. */
function refuseInvalid(wording: Wording = ({ code }) => code) {
  return (checked: Checked, c: PageContext) => {
    if (checked.success) return;
    if (checked.target === 'param') return refuse(c, 'not-found');
    if (checked.target === 'query') return refuse(c, 'bad-request');
    return refuseFields(c, invalidFields(checked.error.issues), wording);
  };
}

/** Names the error of each field, also if only the database could find it. */
export function refuseFields(c: PageContext, errors: InvalidField[], wording: Wording): Response {
  return problem(c, 422, {
    title: 'Some fields need to be put right',
    errors: errors.map((error) => ({ field: error.field, message: wording(error, c) })),
  });
}

function firstOfEach(query: unknown): unknown {
  const values = Object.entries(query ?? {});
  return Object.fromEntries(values.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));
}
