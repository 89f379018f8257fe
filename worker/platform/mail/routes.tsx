import { Hono, type MiddlewareHandler } from 'hono';
import { plainShell } from '../../../web/shell.ts';
import type { AppEnv } from '../http/app-env.ts';
import { styledByMails } from '../http/security.ts';
import type { MailRenderer } from './mail.ts';
import { listMailbox, type MailboxMail, pageOfMailbox } from './mailbox.ts';
import { OutboxPage } from './pages/outbox-page.tsx';

/** A browser builds a frame for each mail of a page, opened or not. */
const pageOf = 20;

/** The local mailbox. It exists only in `local`. */
export function mailboxRoutes(renderer: MailRenderer) {
  const routes = new Hono<AppEnv>();

  routes.use('/outbox', localOnly, styledByMails).use('/outbox.json', localOnly);

  routes.get('/outbox', async (c) => {
    const { deps, now, language } = c.var;
    const { to = null, after = null } = c.req.query();
    const render = renderer(deps, now);
    const { mails, next } =
      to === null
        ? await pageOfMailbox(deps, render, { after, most: pageOf })
        : partOf(await listMailbox(deps, render, to), after);
    const { pathname, search } = new URL(c.req.url);
    const pathWith = (key: Record<string, string>) => {
      const query = new URLSearchParams({ ...(to === null ? {} : { to }), ...key });
      return query.size > 0 ? `/outbox?${query}` : '/outbox';
    };
    const page = (
      <OutboxPage
        shell={plainShell(language, pathname + search)}
        isEmpty={mails.length === 0 && after === null}
        mails={mails}
        newest={after === null ? null : pathWith({})}
        older={next ? pathWith({ after: next }) : null}
      />
    );
    return c.html(page);
  });

  routes.get('/outbox.json', async (c) => {
    const { deps, now } = c.var;
    const mails = await listMailbox(deps, renderer(deps, now), c.req.query('to') ?? null);
    const listed = mails.map(({ createdAt, ...mail }) => ({ ...mail, created_at: createdAt.toISOString() }));
    return c.json(listed, 200, { 'Cache-Control': 'no-store' });
  });

  return routes;
}

/** A page of those that were found. */
function partOf(found: MailboxMail[], after: string | null): { mails: MailboxMail[]; next: string | null } {
  const older = after === null ? found : found.slice(found.findIndex(({ id }) => id === after) + 1);
  const mails = older.slice(0, pageOf);
  return { mails, next: older.length > pageOf ? (mails.at(-1)?.id ?? null) : null };
}

const localOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.var.deps.settings.environment !== 'local') return c.notFound();
  await next();
};
