import { type Context, Hono } from 'hono';
import type { ActionPart } from '../actions/action-part.ts';
import type { ActionContext } from '../actions/context.ts';
import { countOpening } from '../actions/count-opening.ts';
import { contextFor, pageAddress, requestWith } from '../actions/page-request.ts';
import { isOpen, isPublic, isShown } from '../actions/rules.ts';
import { withLanguage } from '../campaigns/shell.ts';
import { noteStep } from '../numbers/note-step.ts';
import { refused } from '../numbers/rules.ts';
import { formShownAt } from '../platform/crypto/form-token.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { sendPage } from '../platform/http/cached-page.ts';
import { type Form, languageStepOf, readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody, retryOverloaded } from '../platform/http/refuse.tsx';
import { browsersOwn } from '../platform/http/security.ts';
import { assertNever } from '../platform/result.ts';
import { pauseOf, retryPaused } from '../platform/switches.ts';
import { checkForm, checkPace, connectionOf, statusOf } from '../signatures/guard.ts';
import { checkEmailPath } from '../signatures/mailed-to.ts';
import { errorsOfPlace, sign } from '../signatures/sign.ts';
import { isBlank, parseSubmission } from '../signatures/submission-rules.ts';
import { freshPage, returnedPage } from './render.ts';
import type { FormState } from './view.tsx';

type Parts = readonly ActionPart[];

/** The petition with its form, on the site and in frames. */
export function petitionRoutes(parts: Parts) {
  const routes = new Hono<AppEnv>();

  routes.get('/petitions/:petition', async (c) => {
    const context = await findNamed(c, parts);
    if (!context || !isPublic(context.action.state)) return refuse(c, 'not-found');
    // A frame counts its openings itself.
    if (!c.var.frame) countOpening(c, context);
    return sendPage(c, await freshPage(c, context, parts), context.action.state === 'removed' ? 410 : 200);
  });

  routes.post('/petitions/:petition/signatures', async (c) => {
    const form = await readForm(c);
    if (!form.ok) return refuseBody(c, form.error);
    const context = await findNamed(c, parts);
    const takes = context && isShown(context.action.state);
    return takes ? signByForm(c, { context, parts }, form.value) : refuse(c, 'not-found');
  });

  return routes;
}

/** Only frames need it: after a POST, reloading or changing the language requests this address. */
export function framedPetitionRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/petitions/:petition/signatures', (c) =>
    c.redirect(withLanguage(c, `/petitions/${encodeURIComponent(c.req.param('petition'))}`), 303),
  );

  return routes;
}

function findNamed(c: Context<AppEnv>, parts: Parts): Promise<ActionContext | null> {
  const slug = c.req.param('petition') ?? '';
  return contextFor(c, { kind: 'petition', slug, parts });
}

/** The petition and what other features show on its page, which comes back where a form is refused. */
type Shown = { context: ActionContext; parts: Parts };

async function signByForm(c: Context<AppEnv>, shown: Shown, form: Form) {
  const { context } = shown;
  const { deps, now, language } = c.var;
  const { values } = form;
  const { slug } = context.action;
  if (languageStepOf(values)) return inLanguage(c, shown, values);
  const pause = pauseOf(c.var.switches);
  if (pause) {
    c.header('retry-after', retryPaused);
    return giveBack(c, shown, { values, errors: [{ field: 'form_token', code: pause }] }, 503);
  }
  const submission = parseSubmission(values);
  const errors = await checkForm(deps, form, { slug, now });
  if (!submission.ok) errors.push(...submission.error);
  if (!submission.ok || errors.length > 0) return giveBack(c, shown, { values, errors });

  const turnstileToken = values['cf-turnstile-response'] ?? '';
  const connection = connectionOf(c);
  const pace = await checkPace(deps, { turnstileToken, connection, now });
  if (pace !== 'fine') {
    const returned = { values, errors: [{ field: 'form_token', code: pace }] };
    return giveBack(c, shown, returned, statusOf(c, pace));
  }
  const formToken = values.form_token ?? '';
  const shownAt = formShownAt(formToken);
  const sending = { formToken, shownAt, language, connection, now };
  const signed = await sign(deps, context, submission.value, sending);
  if (signed.ok) {
    const { email } = submission.value;
    return c.redirect(await checkEmailPath(c, context, { email, isPressed: values.step !== undefined }), 303);
  }
  switch (signed.error.reason) {
    case 'not-open':
      return closedPage(c, shown);
    case 'wrong-fields':
      return giveBack(c, shown, { values, errors: signed.error.errors });
    case 'overloaded':
      c.header('retry-after', retryOverloaded);
      return giveBack(c, shown, { values, errors: [{ field: 'form_token', code: 'overloaded' }] }, 503);
    default:
      return assertNever(signed.error);
  }
}

/** The form as it is, in the language of the address; the page's own address if it is empty. Nothing is stored. */
function inLanguage(c: Context<AppEnv>, shown: Shown, values: Form['values']) {
  const { context } = shown;
  if (isBlank(values)) return c.redirect(pageAddress(context.action, requestWith(c, context, values)), 303);
  const submission = parseSubmission(values);
  const errors = submission.ok ? errorsOfPlace(context, submission.value) : submission.error;
  const told = languageStepOf(values) === 'language-check' ? errors : [];
  return giveBack(c, shown, { values, errors: told }, told.length > 0 ? 422 : 200);
}

async function giveBack(
  c: Context<AppEnv>,
  shown: Shown,
  returned: NonNullable<FormState['returned']>,
  status: 200 | 422 | 429 | 503 = 422,
) {
  if (!isOpen(shown.context.action, c.var.now)) return closedPage(c, shown);
  if (status === 422 && !languageStepOf(returned.values)) noteStep(c, shown.context, refused);
  c.header('cache-control', browsersOwn);
  return c.html(await returnedPage(c, shown, { returned }), status);
}

/** The action is closed, so the form cannot come back. */
async function closedPage(c: Context<AppEnv>, shown: Shown) {
  return c.html(await returnedPage(c, shown, { notice: 'closed-meanwhile' }), 409);
}
