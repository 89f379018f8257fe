import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { cachedContextById } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { shellOf, speak } from '../campaigns/shell.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { type BodyRefusal, bodyLimit, type Form, readForm } from '../platform/http/forms.ts';
import type { Result } from '../platform/result.ts';
import { type LinkPurpose, readLinkToken } from './links.ts';
import { LinkProblemPage } from './pages/link-problem-page.tsx';
import { LinkReplacedPage } from './pages/link-replaced-page.tsx';
import { openPerson, type Person } from './sealing.ts';
import { findSignature, type Signature } from './store.ts';

/** The signature behind a mailed link, with its action and, until it is erased, the person. */
export type SupporterLink = {
  token: string;
  /** Of the link, which another one may have taken the place of. */
  isReplaced: boolean;
  signature: Signature;
  context: ActionContext;
  person: Person | null;
};

/** The body of a POST is read even if the link turns out to be wrong. */
export type SupporterLinkEnv = AppEnv & {
  Variables: { link: SupporterLink; form: Result<Form, BodyRefusal> };
};

/** Lets only links through that were made for this purpose, hold, and whose signature is still there. */
export function supporterLink(purpose: LinkPurpose, limit = bodyLimit) {
  return createMiddleware<SupporterLinkEnv>(async (c, next) => {
    if (c.req.method === 'POST') c.set('form', await readForm(c, limit));
    const link = await findLink(c, purpose);
    if (link instanceof Response) return link;
    if (link.isReplaced) return linkReplaced(c, `/${purpose}/${link.token}`, link.context);
    c.set('link', link);
    await next();
  });
}

/** The link of a request, whether or not it was replaced; or the page that says what is wrong with it. */
export async function findLink(
  c: Context<SupporterLinkEnv>,
  purpose: LinkPurpose,
): Promise<SupporterLink | Response> {
  const { deps, now } = c.var;
  const token = c.req.param('token') ?? '';
  const subject = await readLinkToken(deps.keyring, purpose, token);
  if (subject === null) return linkProblem(c, 'not-ours');
  const signature = await findSignature(deps.db, subject.id);
  const context = signature && (await cachedContextById(deps, signature.actionId, now));
  if (!signature || !context) return linkProblem(c, 'gone');
  speak(c, context.campaign);
  const isReplaced = subject.linkGeneration !== signature.linkGeneration;
  const person = isReplaced ? null : await openPerson(deps.keyring, signature);
  return { token, isReplaced, signature, context, person };
}

export function linkProblem(c: PageContext, kind: 'not-ours' | 'gone') {
  return c.html(<LinkProblemPage shell={shellOf(c, null)} problem={kind} />, kind === 'gone' ? 410 : 404);
}

/** It says nothing of the signature: the link may be in other hands. */
export function linkReplaced(c: PageContext, path: string, { campaign }: ActionContext) {
  const props = { submitTo: `${path}/new-link`, isSent: c.req.query('sent') === 'yes' };
  return c.html(<LinkReplacedPage shell={shellOf(c, campaign, path)} {...props} />, 410);
}
