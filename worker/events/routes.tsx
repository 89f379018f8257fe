import { type Context, Hono } from 'hono';
import { countOpening } from '../actions/count-opening.ts';
import { pageAddress, requestWith } from '../actions/page-request.ts';
import { isPublic, isShown } from '../actions/rules.ts';
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
import { checkForm, checkPace, connectionOf, sentTwice, statusOf } from '../signatures/guard.ts';
import { checkEmailPath } from '../signatures/mailed-to.ts';
import { errorsOfPlace } from '../signatures/sign.ts';
import { isBlank } from '../signatures/submission-rules.ts';
import { type EventContext, eventFor } from './cache.ts';
import { meetConditions } from './conditions/meet.ts';
import { freshPage, returnedPage } from './render.ts';
import { signUp } from './sign-up.ts';
import { choiceFields, parseSignUp } from './submission-rules.ts';
import { takesSignUps } from './takes-rules.ts';
import type { FormState } from './view.tsx';

/** The event with its form, on the site and in frames. */
export function eventRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/events/:event', async (c) => {
    const context = await eventFor(c, c.req.param('event'));
    if (!context || !isPublic(context.action.state)) return refuse(c, 'not-found');
    // A frame counts its openings itself.
    if (!c.var.frame) countOpening(c, context);
    return sendPage(c, await freshPage(c, context), context.action.state === 'removed' ? 410 : 200);
  });

  // After a POST, reloading or changing the language requests this address.
  routes.get('/events/:event/sign-ups', (c) =>
    c.redirect(withLanguage(c, `/events/${encodeURIComponent(c.req.param('event'))}`), 303),
  );

  routes.post('/events/:event/sign-ups', async (c) => {
    const form = await readForm(c);
    if (!form.ok) return refuseBody(c, form.error);
    const context = await eventFor(c, c.req.param('event'));
    const takes = context && isShown(context.action.state);
    return takes ? signUpByForm(c, context, form.value) : refuse(c, 'not-found');
  });

  return routes;
}

const choiceNames = Object.keys(choiceFields);

async function signUpByForm(c: Context<AppEnv>, context: EventContext, form: Form) {
  const { deps, now, language } = c.var;
  const { values } = form;
  const { slug } = context.action;
  const hold = (code: string, status: 422 | 429 | 503) =>
    giveBack(c, context, { values, errors: [{ field: 'form_token', code }] }, status);
  if (languageStepOf(values)) return inLanguage(c, context, values);
  // From the page of a certificate: the form with it filled in.
  if (values.step === 'certificate') return giveBack(c, context, { values, errors: [] }, 200);
  const pause = pauseOf(c.var.switches);
  if (pause) {
    c.header('retry-after', retryPaused);
    return hold(pause, 503);
  }
  const submission = parseSignUp(values, context.event, now);
  const met = submission.ok
    ? await meetConditions(deps, context, submission.value.shown, { needed: 'norms' })
    : null;
  const errors = [
    ...sentTwice(form.repeated, choiceNames),
    ...(await checkForm(deps, form, { slug, now })),
    ...(submission.ok ? [] : submission.error),
    ...(met && !met.ok ? met.error : []),
  ];
  if (!submission.ok || !met?.ok || errors.length > 0) return giveBack(c, context, { values, errors });

  const connection = connectionOf(c);
  const turnstileToken = values['cf-turnstile-response'] ?? '';
  const pace = await checkPace(deps, { turnstileToken, connection, now });
  if (pace !== 'fine') return hold(pace, statusOf(c, pace));
  const formToken = values.form_token ?? '';
  const sending = { formToken, shownAt: formShownAt(formToken), language, connection, now };
  const { person, choice } = submission.value;
  const signed = await signUp(deps, context, { person, choice: { ...choice, met: met.value } }, sending);
  if (signed.ok) {
    const { email } = person;
    return c.redirect(await checkEmailPath(c, context, { email, isPressed: values.step !== undefined }), 303);
  }
  switch (signed.error.reason) {
    case 'not-open':
      return closedPage(c, context);
    case 'wrong-fields':
      return giveBack(c, context, { values, errors: signed.error.errors });
    case 'overloaded':
      c.header('retry-after', retryOverloaded);
      return hold('overloaded', 503);
    default:
      return assertNever(signed.error);
  }
}

/** The form as it is, in the language of the address; the page's own address if it is empty. Nothing is stored. */
function inLanguage(c: Context<AppEnv>, context: EventContext, values: Form['values']) {
  const isEmpty = isBlank(values) && choiceNames.every((name) => !values[name]?.trim());
  if (isEmpty) return c.redirect(pageAddress(context.action, requestWith(c, context, values)), 303);
  const submission = parseSignUp(values, context.event, c.var.now);
  const errors = submission.ok ? errorsOfPlace(context, submission.value.person) : submission.error;
  const told = languageStepOf(values) === 'language-check' ? errors : [];
  return giveBack(c, context, { values, errors: told }, told.length > 0 ? 422 : 200);
}

async function giveBack(
  c: Context<AppEnv>,
  context: EventContext,
  returned: NonNullable<FormState['returned']>,
  status: 200 | 422 | 429 | 503 = 422,
) {
  if (!takesSignUps(context, c.var.now)) return closedPage(c, context);
  if (status === 422 && !languageStepOf(returned.values)) noteStep(c, context, refused);
  c.header('cache-control', browsersOwn);
  return c.html(await returnedPage(c, context, { returned }), status);
}

/** The form cannot come back: the times have begun, or sign-up has closed. */
async function closedPage(c: Context<AppEnv>, context: EventContext) {
  return c.html(await returnedPage(c, context, { notice: 'closed-meanwhile' }), 409);
}
