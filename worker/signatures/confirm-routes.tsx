import { type Context, Hono } from 'hono';
import { type ActionKinds, kindNamed, type SupporterWords } from '../actions/kind.ts';
import { pathOf } from '../actions/rules.ts';
import { withLanguage } from '../campaigns/shell.ts';
import type { CommitRefusal } from '../platform/commit/writes.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { privatePage } from '../platform/http/security.ts';
import { assertNever } from '../platform/result.ts';
import { confirm } from './confirm.ts';
import type { ConfirmRefusal } from './rules.ts';
import { linkProblem, type SupporterLinkEnv, supporterLink } from './supporter-link.tsx';
import { confirmPage } from './view.tsx';

/** The mailed link shows a page with a button, and the button confirms. */
export function confirmRoutes(kinds: ActionKinds) {
  const routes = new Hono<SupporterLinkEnv>();
  const wordsFor = (c: Context<SupporterLinkEnv>) =>
    kindNamed(kinds, c.var.link.context.action.kind).supporterWords[c.var.language];

  routes.use('/confirm/:token', privatePage, supporterLink('confirm'));
  routes.get('/confirm/:token', (c) =>
    c.var.link.person ? showPage(c, wordsFor(c)) : linkProblem(c, 'gone'),
  );
  routes.post('/confirm/:token', async (c) => {
    const { deps, link, form, now } = c.var;
    // The button is all that counts: a body that cannot be read is as good as one without a district.
    const district = form.ok ? (form.value.values.district ?? '') : '';
    const { signature, context, withRivals } = link;
    const confirmed = await confirm(
      deps,
      { id: signature.id, context, first: withRivals },
      { district, now },
    );
    if (!confirmed.ok) return refuseToConfirm(c, wordsFor(c), confirmed.error);
    const isCounted = confirmed.value.state === 'confirmed' || confirmed.value.reason === 'same-person';
    return c.redirect(withLanguage(c, isCounted ? `${pathOf(context.action)}/thank-you` : c.req.path), 303);
  });

  return routes;
}

async function showPage(
  c: Context<SupporterLinkEnv>,
  words: SupporterWords,
  { status = 200, errors = [] }: { status?: 200 | 409 | 422; errors?: FieldError[] } = {},
) {
  return c.html(await confirmPage(c, words, { district: '', errors }), status);
}

function refuseToConfirm(
  c: Context<SupporterLinkEnv>,
  words: SupporterWords,
  refusal: ConfirmRefusal | CommitRefusal,
) {
  switch (refusal.reason) {
    case 'overloaded':
      return refuse(c, 'overloaded');
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
