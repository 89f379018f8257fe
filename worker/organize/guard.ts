import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { asLanguage } from '../../web/language.ts';
import { readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { second } from '../platform/time/clock.ts';
import { findConsoleCampaign } from './campaign-store.ts';
import type { ConsoleContext, ConsoleEnv, NamedSection } from './console-section.ts';
import { tellOrganizer } from './organizers.ts';
import { findRole, noteUseStatement, setLanguage } from './people-store.ts';
import { keepForm, refuseRole, sendToPasskey, sendToSignIn } from './refusals.tsx';
import { mayDo, type Verb } from './role-rules.ts';
import { verbsOf } from './sections.ts';
import { findSession, type SessionRow, sessionLasts } from './session-store.ts';

const none = ["'none'"];
const self = ["'self'"];

/** No cache keeps a console page, no search engine lists it, and it loads nothing from another site. */
export const consolePage: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  c.set('policyChanges', { 'frame-src': none, 'connect-src': self, 'img-src': self });
  await next();
  c.header('cache-control', 'private, no-store');
  c.header('x-robots-tag', 'noindex');
  // With `no-referrer`, browsers would send `Origin: null` with every form.
  c.header('referrer-policy', 'same-origin');
};

const isHttps = (c: ConsoleContext) => c.var.deps.settings.publicUrl.startsWith('https:');

/** Cookies: the session, the browser that asked for a link, and the page to show after signing in. */
type CookieName = 'organizer' | 'asked' | 'to';

/** `__Host-` on https, so that no other host and no path can set it. */
function cookieName(c: ConsoleContext, name: string): string {
  return isHttps(c) ? `__Host-${name}` : name;
}

export function readSecret(c: ConsoleContext, name: CookieName): string | undefined {
  return getCookie(c, cookieName(c, name));
}

/** `maxAge` is in seconds; 0 deletes it. The cookie of the browser that asked is `lax`: mail is another site. */
export function giveSecret(
  c: ConsoleContext,
  name: CookieName,
  { secret, seconds }: { secret: string; seconds: number },
): void {
  setCookie(c, cookieName(c, name), secret, {
    path: '/',
    httpOnly: true,
    secure: isHttps(c),
    sameSite: name === 'organizer' ? 'Strict' : 'Lax',
    maxAge: seconds,
  });
}

export const sessionSeconds = sessionLasts / second;

/** Refuses a form from another site, whatever cookies the browser sends. */
export function isOwnOrigin(c: ConsoleContext): boolean {
  const origin = c.req.header('origin');
  const own = [new URL(c.req.url).origin, new URL(c.var.deps.settings.publicUrl).origin];
  return origin !== undefined && own.includes(origin);
}

export const requireOwnOrigin: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  return isOwnOrigin(c) ? next() : refuse(c, 'bad-request');
};

/** Lets through only who is signed in, and a POST only with the session's form token. */
export function requireSession(
  sections: readonly NamedSection[],
  { limit }: { limit?: number | undefined } = {},
): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const isPost = c.req.method === 'POST';
    if (isPost && !isOwnOrigin(c)) return refuse(c, 'bad-request');
    const secret = readSecret(c, 'organizer');
    const session = secret ? await findSession(c.var.deps.db, secret, c.var.now) : null;
    if (!session) return isPost ? keepLateForm(c, limit) : sendToSignIn(c);
    await know(c, session, sections);
    const refused = isPost ? await takeForm(c, limit) : null;
    return refused ?? next();
  };
}

/** Sets who is signed in, and their language. If the address names another one, that is theirs from now on. */
async function know(c: ConsoleContext, session: SessionRow, sections: readonly NamedSection[]) {
  const { keyring } = c.var.deps;
  const { idHash, organizerId: id, passkeyAt } = session;
  const known = asLanguage(session.language) ?? 'en';
  const language = asLanguage(c.req.query('lang')) ?? known;
  if (language !== known && !c.var.switches.has('read-only')) await setLanguage(c.var.deps.db, id, language);
  const email = await tellOrganizer(keyring, { id, sealed: session.sealed }, language);
  c.set('language', language);
  c.set('organizer', { id, email, language });
  c.set('session', { idHash, passkeyAt, formToken: await keyring.token('console', idHash) });
  c.set('sections', sections);
  c.set('form', { values: {}, all: {}, repeated: [] });
}

/** The session has ended since the page was opened: what was entered there is shown again, to be sent once more. */
async function keepLateForm(c: ConsoleContext, limit: number | undefined): Promise<Response> {
  const form = await readForm(c, limit);
  const formToken = form.ok ? (form.value.values.form_token ?? '') : '';
  const isOurs = (await c.var.deps.keyring.readToken('console', formToken)) !== null;
  const hasMore = form.ok && Object.keys(form.value.all).length > 1;
  return form.ok && isOurs && hasMore
    ? keepForm(c, 'sign-in', { form: form.value, formToken })
    : sendToSignIn(c);
}

async function takeForm(c: ConsoleContext, limit: number | undefined): Promise<Response | null> {
  const form = await readForm(c, limit);
  if (!form.ok) return refuseBody(c, form.error);
  const token = form.value.values.form_token ?? '';
  const ofSession = await c.var.deps.keyring.readToken('console', token);
  if (ofSession === null) return refuse(c, 'bad-request');
  // Of an earlier session: whoever signed in again says whether to send it.
  if (ofSession !== c.var.session.idHash) {
    return keepForm(c, 'again', { form: form.value, formToken: c.var.session.formToken });
  }
  c.set('form', form.value);
  return null;
}

/** Lets through only who may do this in the campaign of the address. Runs after `requireSession`. */
export function requireVerb(name: string, sections: readonly NamedSection[]): MiddlewareHandler<ConsoleEnv> {
  const verbs = verbsOf(sections);
  const verb = verbs.get(name);
  if (!verb) throw new Error(`no section of the console has the verb ${name}`);
  return async (c, next) => {
    const verdict = await admit(c, verb, verbs);
    if (verdict === 'nothing') return refuse(c, 'not-found');
    if (verdict === 'role') return refuseRole(c);
    if (verdict === 'passkey') return sendToPasskey(c);
    await next();
  };
}

/** To somebody without a role in it, a campaign looks like one that does not exist. */
async function admit(c: ConsoleContext, verb: Verb, verbs: ReadonlyMap<string, Verb>) {
  const { deps, now, organizer, session } = c.var;
  const campaign = await findConsoleCampaign(deps.db, c.req.param('campaign') ?? '');
  if (!campaign) return 'nothing';
  const use = { campaignId: campaign.id, organizerId: organizer.id, now };
  const role = await findRole(deps.db, use);
  if (role === null) return 'nothing';
  if (!c.var.switches.has('read-only')) await noteUseStatement(deps.db, use).run();
  c.set('campaign', campaign);
  c.set('role', role);
  c.set('may', (name) => {
    const asked = verbs.get(name);
    return asked !== undefined && mayDo({ role: asked.role }, { role, passkeyAt: null, now }) === 'yes';
  });
  return mayDo(verb, { role, passkeyAt: session.passkeyAt, now });
}
