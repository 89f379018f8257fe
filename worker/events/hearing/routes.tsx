import { type Context, Hono } from 'hono';
import type { Shell } from '../../../web/shell.ts';
import { isShown, pathOf } from '../../actions/rules.ts';
import { shellOf, withLanguage } from '../../campaigns/shell.ts';
import type { AppEnv } from '../../platform/http/app-env.ts';
import { longFormLimit, readForm } from '../../platform/http/forms.ts';
import { refuse, refuseBody } from '../../platform/http/refuse.tsx';
import { browsersOwn } from '../../platform/http/security.ts';
import { tidyText } from '../../platform/text/text-rules.ts';
import { eventFor } from '../cache.ts';
import { HelperPage, type HelperPageProps, speechFormId } from './pages/helper-page.tsx';
import { longestText } from './rules.ts';
import { shownComment, speakPath } from './shown.ts';

/** The page that helps to write what somebody will say at a hearing. It stores nothing. */
export function speakRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/events/:event/speak', (c) => helperPage(c, null));

  routes.post('/events/:event/speak', async (c) => {
    const form = await readForm(c, longFormLimit);
    if (!form.ok) return refuseBody(c, form.error);
    const text = tidyText(form.value.values.text ?? '');
    return helperPage(c, { text, isTooLong: text.length > longestText });
  });

  return routes;
}

async function helperPage(c: Context<AppEnv>, typed: HelperPageProps['typed']) {
  const context = await eventFor(c, c.req.param('event') ?? '');
  const { language, now } = c.var;
  const speak = context && isShown(context.action.state) ? shownComment(context, { now, language }) : null;
  if (!context || !speak?.helper) return refuse(c, 'not-found');
  const { action, campaign, event } = context;
  const path = speakPath(action.slug);
  const shell: Shell = {
    ...shellOf(c, campaign, path),
    typed: { form: speechFormId, action: path, enter: 'count', isChecked: typed?.isTooLong ?? false },
  };
  c.header('cache-control', typed ? 'private, no-store' : browsersOwn);
  const title = action.title[language];
  const interpreters = event.interpreters?.[language] ?? null;
  return c.html(
    <HelperPage
      shell={shell}
      event={{ title, path: pathOf(action), interpreters }}
      speak={speak}
      action={withLanguage(c, path)}
      typed={typed}
    />,
    typed?.isTooLong ? 422 : 200,
  );
}
