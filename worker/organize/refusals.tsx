import { linkFrom } from '../../web/shell.ts';
import type { ConsoleContext } from './console-section.ts';
import { consoleShell } from './frame.ts';
import { RefusedPage } from './pages/refused-page.tsx';
import { wayBackQuery } from './way-back-rules.ts';

/** Where somebody is led back to after signing in: a page of the console, and no form. */
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

/** A form that came too late is not lost: "back" shows it as it was. */
export function sendToPasskey(c: ConsoleContext): Response | Promise<Response> {
  const shell = consoleShell(c);
  const to = linkFrom(shell, `/organize/passkey${backFrom(c)}`);
  if (c.req.method === 'GET') return c.redirect(to, 303);
  return c.html(<RefusedPage shell={shell} why="passkey" to={to} />, 403);
}
