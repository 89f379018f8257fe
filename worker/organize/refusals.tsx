import { linkFrom } from '../../web/shell.ts';
import { Overtaken } from '../platform/commit/take-turns.ts';
import type { Form } from '../platform/http/forms.ts';
import { problem } from '../platform/http/problem.ts';
import { retryOverloaded } from '../platform/http/refuse.tsx';
import { logFailure } from '../platform/log.ts';
import type { ConsoleContext, ConsoleHandler } from './console-section.ts';
import { consoleShell } from './frame.ts';
import { KeptFormPage, type KeptFormProps } from './pages/kept-form-page.tsx';
import { RefusedPage } from './pages/refused-page.tsx';
import { wayBackQuery } from './way-back-rules.ts';

/** The page to return to after signing in: a page of the console, never a form's address. */
function backFrom(c: ConsoleContext): string {
  const { pathname, search } = new URL(c.req.url);
  return c.req.method === 'GET' ? wayBackQuery(pathname + search) : '';
}

export function sendToSignIn(c: ConsoleContext): Response {
  return c.redirect(`/organize/sign-in${backFrom(c)}`, 303);
}

export function refuseRole(c: ConsoleContext): Response | Promise<Response> {
  return c.html(<RefusedPage shell={consoleShell(c)} why="role" to={null} />, 403);
}

/** A form that came too late is not lost: the page keeps it. */
export function sendToPasskey(c: ConsoleContext): Response | Promise<Response> {
  if (c.req.method === 'GET') {
    return c.redirect(linkFrom(consoleShell(c), `/organize/passkey${backFrom(c)}`), 303);
  }
  return keepForm(c, 'passkey', { form: c.var.form, formToken: c.var.session.formToken });
}

/** Nothing is stored. A script gets the new form token instead of the page, so that it can send once more by itself. */
export function keepForm(
  c: ConsoleContext,
  why: KeptFormProps['why'],
  { form, formToken }: { form: Form; formToken: string },
): Response | Promise<Response> {
  if (why === 'busy') c.header('retry-after', retryOverloaded);
  if (c.req.header('accept') === 'application/json') {
    if (why === 'busy')
      return problem(c, 503, { title: 'Others are saving at the same moment; send it again' });
    return why === 'sign-in'
      ? c.json({ reason: why }, 401)
      : c.json({ reason: why, form_token: formToken }, 403);
  }
  const { pathname, search } = new URL(c.req.url);
  const { form_token, ...fields } = form.all;
  const page = (
    <KeptFormPage
      shell={consoleShell(c)}
      why={why}
      action={pathname + search}
      formToken={formToken}
      fields={fields}
      hadFile={Object.keys(form.files ?? {}).length > 0}
    />
  );
  return c.html(page, why === 'busy' ? 503 : 403);
}

/**
 * Gives a form back when others were faster at every try. All other failures go on to the answer for the whole site: of
 * a database that timed out nobody can say that nothing was stored.
 */
export function givingBack(handler: ConsoleHandler): ConsoleHandler {
  return async (c) => {
    try {
      return await handler(c);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      logFailure('form-given-back', error, { route: c.req.routePath });
      return keepForm(c, 'busy', { form: c.var.form, formToken: c.var.session.formToken });
    }
  };
}
