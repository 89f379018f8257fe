import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { cachedContextById } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { shellOf, speak } from '../campaigns/shell.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { type BodyRefusal, bodyLimit, type Form, readForm } from '../platform/http/forms.ts';
import type { Result } from '../platform/result.ts';
import { readConfirmSubject } from './links.ts';
import { LinkProblemPage } from './pages/link-problem-page.tsx';
import { openPerson, type Person } from './sealing.ts';
import { findSignature, type Signature } from './store.ts';

/** The signature behind a mailed link, with its action and, until it is erased, the person. */
export type SupporterLink = {
  token: string;
  signature: Signature;
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
    const subject = await deps.keyring.readToken(purpose, token);
    if (subject === null) return linkProblem(c, 'not-ours');
    const { id } = readConfirmSubject(subject);
    const link = await findLink(c, { token, id });
    if (!link) return linkProblem(c, 'gone');
    c.set('link', link);
    await next();
  });
}

/** Null where there is no such signature any more. */
async function findLink(
  c: Context<SupporterLinkEnv>,
  { token, id }: { token: string; id: string },
): Promise<SupporterLink | null> {
  const { deps, now } = c.var;
  const signature = await findSignature(deps.db, id);
  const context = signature && (await cachedContextById(deps, signature.actionId, now));
  if (!signature || !context) return null;
  speak(c, context.campaign);
  const person = await openPerson(deps.keyring, signature);
  return { token, signature, context, person };
}

export function linkProblem(c: PageContext, kind: 'not-ours' | 'gone') {
  return c.html(<LinkProblemPage shell={shellOf(c, null)} problem={kind} />, kind === 'gone' ? 410 : 404);
}
