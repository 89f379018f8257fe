import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Child } from 'hono/jsx';
import { cachedContextById } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { shellOf } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { type BodyRefusal, bodyLimit, type Form, readForm } from '../platform/http/forms.ts';
import type { Result } from '../platform/result.ts';
import { LinkProblemPage } from './pages/link-problem-page.tsx';
import { openPerson, type Person } from './sealing.ts';
import { findSignature, findSignatureWithRivals, type Signature, type SignatureWithRivals } from './store.ts';

/** A signature with its petition and, while we hold it, the person. */
export type Own = {
  signature: Signature;
  /** The same with what it is judged against; read for the confirm page alone. */
  withRivals: SignatureWithRivals | null;
  context: ActionContext;
  person: Person | null;
};

/** The signature that a mailed link names, and the body of a POST, which is read whatever becomes of it. */
export type OwnEnv = AppEnv & {
  Variables: { own: Own; form: Result<Form, BodyRefusal>; alsoHeld: AlsoHeld };
};

/** What is held of a supporter beside a signature: as a part of their own page, and of their file. */
export type AlsoHeld = {
  shown(c: Context<OwnEnv>): Promise<Child | null>;
  data(c: Context<OwnEnv>): Promise<Record<string, unknown>>;
};

/** Lets only links through that were made for this purpose and whose signature is still there. */
export function ownLink(purpose: 'confirm' | 'my', limit = bodyLimit) {
  return createMiddleware<OwnEnv>(async (c, next) => {
    const { deps } = c.var;
    if (c.req.method === 'POST') c.set('form', await readForm(c, limit));
    const id = await deps.keyring.readToken(purpose, c.req.param('token') ?? '');
    if (id === null) return linkProblem(c, 'not-ours');
    const withRivals = purpose === 'confirm' ? await findSignatureWithRivals(deps.db, id) : null;
    const signature = withRivals ? withRivals.signature : await findSignature(deps.db, id);
    const context = signature && (await cachedContextById(deps, signature.actionId, c.var.now));
    if (!signature || !context) return linkProblem(c, 'gone');
    c.set('own', { signature, withRivals, context, person: await openPerson(deps.keyring, signature) });
    await next();
  });
}

export function linkProblem(c: Context<OwnEnv>, kind: 'not-ours' | 'gone') {
  return c.html(<LinkProblemPage shell={shellOf(c, null)} problem={kind} />, kind === 'gone' ? 410 : 404);
}
