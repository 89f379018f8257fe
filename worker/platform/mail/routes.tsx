import { Hono, type MiddlewareHandler } from 'hono';
import { plainShell } from '../../../web/shell.ts';
import type { AppEnv } from '../http/app-env.ts';
import { styledByMails } from '../http/security.ts';
import type { MailRenderer } from './mail.ts';
import { listMailbox } from './mailbox.ts';
import { OutboxPage } from './pages/outbox-page.tsx';

/** The local mailbox. It exists only in `local`. */
export function mailboxRoutes(renderer: MailRenderer) {
  const routes = new Hono<AppEnv>();

  routes.use('/outbox', localOnly, styledByMails).use('/outbox.json', localOnly);

  routes.get('/outbox', async (c) => {
    const { deps, now, language } = c.var;
    const mails = await listMailbox(deps, renderer(deps, now), c.req.query('to') ?? null);
    const { pathname, search } = new URL(c.req.url);
    return c.html(<OutboxPage shell={plainShell(language, pathname + search)} mails={mails} />);
  });

  routes.get('/outbox.json', async (c) => {
    const { deps, now } = c.var;
    const mails = await listMailbox(deps, renderer(deps, now), c.req.query('to') ?? null);
    const listed = mails.map(({ createdAt, ...mail }) => ({ ...mail, created_at: createdAt.toISOString() }));
    return c.json(listed, 200, { 'Cache-Control': 'no-store' });
  });

  return routes;
}

const localOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.var.deps.settings.environment !== 'local') return c.notFound();
  await next();
};
