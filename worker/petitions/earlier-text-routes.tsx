import { Hono } from 'hono';
import type { ActionContext } from '../actions/context.ts';
import { contextFor } from '../actions/page-request.ts';
import { isShown, pathOf } from '../actions/rules.ts';
import { type ActionText, findText } from '../actions/text-store.ts';
import { shellOf } from '../campaigns/shell.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { renderMarkdown } from '../platform/text/markdown.ts';
import { dateIn } from '../platform/time/clock.ts';
import { EarlierTextPage } from './pages/earlier-text-page.tsx';
import { textPath } from './text-rules.ts';

/** The earlier texts of a petition, so that people can always read what was signed. */
export function earlierTextRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/petitions/:petition/texts/:version{[0-9]{1,9}}', async (c) => {
    const { deps } = c.var;
    const named = { kind: 'petition', slug: c.req.param('petition') };
    const context = await contextFor(c, named);
    if (!context || !isShown(context.action.state)) return refuse(c, 'not-found');
    const { id, texts } = context.action;
    const at = texts.findIndex(({ version }) => version === Number(c.req.param('version')));
    const [shown, next] = [texts[at], texts[at + 1]];
    const text = shown && next ? await findText(deps.db, { actionId: id, version: shown.version }) : null;
    return text ? c.html(earlierText(c, context, { text, at })) : refuse(c, 'not-found');
  });

  return routes;
}

function earlierText(
  c: PageContext,
  { action, campaign, city }: ActionContext,
  { text, at }: { text: ActionText; at: number },
) {
  const { language, now } = c.var;
  const dateOf = (index: number) => dateIn(city.timeZone, action.texts[index]?.madeAt ?? now);
  const [earlier, version] = [action.texts[at - 1], action.texts[at]];
  return (
    <EarlierTextPage
      shell={shellOf(c, campaign)}
      path={pathOf(action)}
      text={{
        title: text.title[language],
        ask: text.ask[language],
        bodyHtml: renderMarkdown(text.body[language]),
        hash: version?.hash ?? '',
      }}
      change={earlier && version ? { kind: version.change, note: version.note?.[language] ?? null } : null}
      from={dateOf(at)}
      until={dateOf(at + 1)}
      earlierPath={earlier ? textPath(action, earlier.version) : null}
    />
  );
}
