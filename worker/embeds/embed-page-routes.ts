import { type Context, Hono } from 'hono';
import type { Language } from '../../web/language.ts';
import type { ActionContext } from '../actions/context.ts';
import type { ActionKinds } from '../actions/kind.ts';
import { contextFor } from '../actions/page-request.ts';
import { folderOf, isShown, pathOf } from '../actions/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { framesOwnPages } from '../platform/http/security.ts';
import { checkedQuery } from '../platform/http/validate.ts';
import { listShortLinks } from '../sharing/store.ts';
import { heightFor } from './frame-height-rules.ts';
import { type EmbedChoices, embedPageQuery, sharedQuery } from './rules.ts';

/** "Share and embed", of each action. */
export function embedPageRoutes(kinds: ActionKinds, app: Hono<AppEnv>) {
  const routes = new Hono<AppEnv>();

  for (const kind of kinds) {
    routes.get(`/${folderOf(kind.name)}/:slug/embed`, checkedQuery(embedPageQuery), async (c) => {
      const { deps } = c.var;
      const context = await contextFor(c, { kind: kind.name, slug: c.req.param('slug') });
      if (!context || !isShown(context.action.state)) {
        return refuse(c, 'not-found');
      }
      framesOwnPages(c);
      const links = await listShortLinks(deps.db, context.campaign.id);
      const choices = c.req.valid('query');
      const heights = await Promise.all(
        (choices.in ? [choices.in] : context.campaign.languages).map((language) =>
          heightOf(c, app, { context, choices, language }),
        ),
      );
      const { embedPage } = await import('./embed-page-view.tsx');
      return c.html(embedPage(c, { context, kind }, { links, choices, height: Math.max(...heights) }));
    });
  }

  return routes;
}

/** Of the frame as it is, in one language. Asked for without a source, it counts as opened by nobody. */
async function heightOf(
  c: Context<AppEnv>,
  app: Hono<AppEnv>,
  { context, choices, language }: { context: ActionContext; choices: EmbedChoices; language: Language },
): Promise<number> {
  const { compact: isCompact, progress: hasProgress } = choices;
  const query = sharedQuery({ language, isCompact, hasProgress });
  const page = await app.request(`/embed${pathOf(context.action)}?${query}`, {}, c.env, c.executionCtx);
  return heightFor(await page.text());
}
