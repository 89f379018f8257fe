import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { cachedContextById } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { shellOf } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { type BodyRefusal, bodyLimit, type Form, readForm } from '../platform/http/forms.ts';
import type { Result } from '../platform/result.ts';
import { LinkProblemPage } from './pages/link-problem-page.tsx';
import { openPerson, type Person } from './sealing.ts';
import { findSignature, findSignatureWithRivals, type Signature, type SignatureWithRivals } from './store.ts';

/** What a mailed link leads to: a signature with its action and, while we hold it, the person. */
export type SupporterLink = {
  token: string;
  signature: Signature;
  /** The same with what it is judged against; read for the confirm page alone. */
  withRivals: SignatureWithRivals | null;
  context: ActionContext;
  person: Person | null;
};

/** The body of a POST is read even if the link turns out to be wrong. */
export type SupporterLinkEnv = AppEnv & {
  Variables: { link: SupporterLink; form: Result<Form, BodyRefusal> };
};

/** Lets only links through that were made for this purpose and whose signature is still there. */
export function supporterLink(purpose: 'confirm' | 'my', limit = bodyLimit) {
  return createMiddleware<SupporterLinkEnv>(async (c, next) => {
    const { deps } = c.var;
    if (c.req.method === 'POST') c.set('form', await readForm(c, limit));
    const token = c.req.param('token') ?? '';
    const id = await deps.keyring.readToken(purpose, token);
    if (id === null) return linkProblem(c, 'not-ours');
    const withRivals = purpose === 'confirm' ? await findSignatureWithRivals(deps.db, id) : null;
    const signature = withRivals ? withRivals.signature : await findSignature(deps.db, id);
    const context = signature && (await cachedContextById(deps, signature.actionId, c.var.now));
    if (!signature || !context) return linkProblem(c, 'gone');
    const person = await openPerson(deps.keyring, signature);
    c.set('link', { token, signature, withRivals, context, person });
    await next();
  });
}

export function linkProblem(c: Context<SupporterLinkEnv>, kind: 'not-ours' | 'gone') {
  return c.html(<LinkProblemPage shell={shellOf(c, null)} problem={kind} />, kind === 'gone' ? 410 : 404);
}
