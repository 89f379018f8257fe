import { type Context, Hono } from 'hono';
import { shellOf, withLanguage } from '../campaigns/shell.ts';
import { privatePage } from '../platform/http/security.ts';
import { StopNewsPage } from './pages/stop-news-page.tsx';
import { stopNews } from './stop-news.ts';
import { type SupporterLinkEnv, supporterLink } from './supporter-link.tsx';

/** Where somebody stops the news, by the link in each mail of news. */
export function newsRoutes() {
  const routes = new Hono<SupporterLinkEnv>();
  routes.use('/my/:token/news', privatePage, supporterLink('my'));
  routes.get('/my/:token/news', show);
  routes.post('/my/:token/news', async (c) => {
    const { link, form } = c.var;
    await stopNews(c.var.deps, link.signature);
    // RFC 8058: a mail program presses this by itself and reads no page.
    if (form.ok && form.value.values['List-Unsubscribe'] === 'One-Click') return c.text('OK');
    return c.redirect(withLanguage(c, `/my/${link.token}/news`), 303);
  });
  return routes;
}

function show(c: Context<SupporterLinkEnv>) {
  const { token, signature, context } = c.var.link;
  return c.html(
    <StopNewsPage
      shell={shellOf(c, context.campaign)}
      href={`/my/${token}/news`}
      ownHref={`/my/${token}`}
      title={context.action.title[c.var.language]}
      isWanted={signature.keepInformed}
    />,
  );
}
