import type { Hono } from 'hono';
import { asLanguage, type Language } from '../../web/language.ts';
import { readForm } from '../platform/http/forms.ts';
import { allowsAnother } from '../platform/http/limits.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { deliverableEmail } from '../platform/text/identity.ts';
import { askForLink } from './ask-for-link.ts';
import type { ConsoleContext, ConsoleEnv } from './console-section.ts';
import { consoleShell } from './frame.ts';
import { consolePage, readSecret, requireOwnOrigin } from './guard.ts';
import { findLinkProblem, type LinkProblem, useLink } from './link-store.ts';
import { LinkPage, LinkProblemPage, SentPage, type SignInError, SignInPage } from './pages/sign-in-page.tsx';
import { signInChallenge } from './passkeys.ts';
import { beginSession, browserOf, keepWayBack, takeWayBack } from './sign-in.ts';

/** The page that asks for a link, and the linked page whose button signs in. */
export function registerSignIn(app: Hono<ConsoleEnv>): void {
  app.get('/organize/sign-in', consolePage, showSignIn);
  app.post('/organize/sign-in', consolePage, requireOwnOrigin, ask);
  app.get('/organize/links/:token', consolePage, showLink);
  app.post('/organize/links/:token', consolePage, requireOwnOrigin, pressLink);
}

async function showSignIn(c: ConsoleContext) {
  keepWayBack(c);
  const browser = browserOf(c);
  if (c.req.query('sent') === 'yes') return c.html(<SentPage shell={consoleShell(c)} />);
  return signInPage(c, { email: '', error: null, browser });
}

/** The form that asks for a link, with a fresh challenge for a passkey. */
export async function signInPage(
  c: ConsoleContext,
  { email, error, browser }: { email: string; error: SignInError | null; browser: string },
) {
  const challenge = await signInChallenge(c.var.deps.keyring, { browser, now: c.var.now });
  const page = <SignInPage shell={consoleShell(c)} email={email} error={error} challenge={challenge} />;
  return c.html(page, error === null ? 200 : error === 'limit' ? 429 : 422);
}

async function ask(c: ConsoleContext) {
  const { deps, now } = c.var;
  const form = await readForm(c);
  if (!form.ok) return refuseBody(c, form.error);
  const browser = browserOf(c);
  const typed = form.value.values.email ?? '';
  const email = deliverableEmail(typed);
  if (!email) return signInPage(c, { email: typed, error: 'email', browser });
  const connection = c.req.header('cf-connecting-ip') ?? null;
  if (!(await allowsAnother(deps, { what: 'console', connection, now }))) {
    return signInPage(c, { email: typed, error: 'limit', browser });
  }
  await askForLink(deps, { email, browser, connection, language: languageAsked(c), now });
  return c.redirect(sameLanguage(c, '/organize/sign-in?sent=yes'), 303);
}

/** Null for an English page that nobody chose: then the organizer's own language holds. */
function languageAsked(c: ConsoleContext): Language | null {
  return asLanguage(c.req.query('lang')) ?? (c.var.language === 'en' ? null : c.var.language);
}

const statuses = { unknown: 404, used: 410, late: 410, foreign: 403 } as const;

function linkProblem(c: ConsoleContext, why: LinkProblem) {
  return c.html(<LinkProblemPage shell={consoleShell(c)} why={why} />, statuses[why]);
}

async function showLink(c: ConsoleContext) {
  const token = c.req.param('token') ?? '';
  const browser = readSecret(c, 'asked');
  const problem = await findLinkProblem(c.var.deps.db, { token, browser, now: c.var.now });
  return problem ? linkProblem(c, problem) : c.html(<LinkPage shell={consoleShell(c)} token={token} />);
}

async function pressLink(c: ConsoleContext) {
  const { deps, now } = c.var;
  const opened = { token: c.req.param('token') ?? '', browser: readSecret(c, 'asked'), now };
  const organizerId = await useLink(deps.db, opened);
  if (organizerId === null) {
    const why = await findLinkProblem(deps.db, opened);
    return why ? linkProblem(c, why) : refuse(c, 'bad-request');
  }
  await beginSession(c, organizerId, { withPasskey: false });
  return c.redirect(sameLanguage(c, await takeWayBack(c, organizerId)), 303);
}

function sameLanguage(c: ConsoleContext, path: string): string {
  const lang = c.req.query('lang');
  return lang === 'es' || lang === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=${lang}` : path;
}
