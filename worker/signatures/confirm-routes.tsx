import { type Context, Hono } from 'hono';
import { cachedContextById } from '../actions/cache.ts';
import { type ActionKinds, kindNamed, type SupporterWords } from '../actions/kind.ts';
import { pathOf } from '../actions/rules.ts';
import { withLanguage } from '../campaigns/shell.ts';
import { type FieldError, readForm } from '../platform/http/forms.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { assertNever } from '../platform/result.ts';
import { confirm } from './confirm.ts';
import { type ConfirmSubject, readConfirmSubject } from './links.ts';
import type { ConfirmRefusal } from './rules.ts';
import { findLink, linkProblem, type SupporterLinkEnv, supporterLink } from './supporter-link.tsx';
import { confirmPage } from './view.tsx';

/** The mailed link shows a page with a button, and the button confirms. */
export function confirmRoutes(kinds: ActionKinds) {
  const routes = new Hono<SupporterLinkEnv>();
  const wordsFor = (c: Context<SupporterLinkEnv>) =>
    kindNamed(kinds, c.var.link.context.action.kind).supporterWords[c.var.language];

  routes.use('/confirm/:token', privatePage);
  routes.get('/confirm/:token', supporterLink('confirm'), (c) =>
    c.var.link.person ? showPage(c, wordsFor(c)) : linkProblem(c, 'gone'),
  );
  routes.post('/confirm/:token', async (c) => {
    const form = await readForm(c);
    const token = c.req.param('token');
    const subject = await c.var.deps.keyring.readToken('confirm', token);
    if (subject === null) return linkProblem(c, 'not-ours');
    // The button is all that counts: a body that cannot be read is as good as one without a district.
    const district = form.ok ? (form.value.values.district ?? '') : '';
    const named = readConfirmSubject(subject);
    const replaces = form.ok ? form.value.values.replaces || null : null;
    const refused = await press(c, named, { district, replaces });
    if (refused instanceof Response) return refused;
    const link = await findLink(c, { token, id: named.id, withRivals: true });
    if (!link) return linkProblem(c, 'gone');
    c.set('link', link);
    return refuseToConfirm(c, wordsFor(c), refused);
  });

  return routes;
}

/** An answer, or the refusal that a page has to explain. */
async function press(
  c: Context<SupporterLinkEnv>,
  { id, actionId, inboxKey }: ConfirmSubject,
  given: { district: string; replaces: string | null },
): Promise<Response | ConfirmRefusal> {
  const { deps, now } = c.var;
  const context = await cachedContextById(deps, actionId, now);
  if (!context) return linkProblem(c, 'gone');
  const confirmed = await confirm(deps, { id, inboxKey, context }, { ...given, now });
  if (!confirmed.ok) {
    return confirmed.error.reason === 'overloaded' ? refuse(c, 'overloaded') : confirmed.error;
  }
  const isCounted = confirmed.value.state === 'confirmed' || confirmed.value.reason === 'same-person';
  return c.redirect(withLanguage(c, isCounted ? `${pathOf(context.action)}/thank-you` : c.req.path), 303);
}

async function showPage(
  c: Context<SupporterLinkEnv>,
  words: SupporterWords,
  { status = 200, errors = [] }: { status?: 200 | 409 | 422; errors?: FieldError[] } = {},
) {
  return c.html(await confirmPage(c, words, { district: '', errors }), status);
}

function refuseToConfirm(c: Context<SupporterLinkEnv>, words: SupporterWords, refusal: ConfirmRefusal) {
  switch (refusal.reason) {
    case 'unknown':
    case 'erased':
      return linkProblem(c, 'gone');
    case 'not-one-of':
      return showPage(c, words, { status: 422, errors: [{ field: 'district', code: 'not-one-of' }] });
    case 'action-closed':
    case 'withdrawn':
    case 'invalidated':
      return showPage(c, words, { status: 409 });
    default:
      return assertNever(refusal);
  }
}
