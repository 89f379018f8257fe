import { Hono } from 'hono';
import { type ActionKinds, kindNamed } from '../actions/kind.ts';
import { cachedShell } from '../campaigns/cached-shell.ts';
import type { SharedPages } from '../campaigns/shared-page.ts';
import { speak } from '../campaigns/shell.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { cachedText, sendPage } from '../platform/http/cached-page.ts';
import { checkedParams, checkedQuery } from '../platform/http/validate.ts';
import { printPage } from './print-view.tsx';
import { canPrint, chosenSource, printParams, printQuery } from './rules.ts';
import { cachedSharing } from './sharing.ts';
import { sheetCodeOf } from './sheet-rules.ts';
import { sharePage } from './view.tsx';

/** The share kit of a campaign, and what it prints. */
export function sharingRoutes(kinds: ActionKinds, pages: SharedPages) {
  const routes = new Hono<AppEnv>();

  routes.get('/campaigns/:campaign/share', async (c) => {
    const slug = c.req.param('campaign');
    const sharing = await cachedSharing(c.var, slug, pages);
    if (!sharing) return c.notFound();
    const source = chosenSource(c.req.query('source'), sharing.sources);
    const { key, gaps, of } = cachedShell(c, `/campaigns/${slug}/share`);
    const page = await cachedText(c.var, { key: `${key} ${source}`, gaps }, async () =>
      String(
        sharePage(sharing, {
          shell: of(sharing.campaign),
          publicUrl: c.var.deps.settings.publicUrl,
          source,
          kinds,
        }),
      ),
    );
    return page ? sendPage(c, page) : c.notFound();
  });

  routes.get(
    '/campaigns/:campaign/print/:print',
    checkedParams(printParams),
    checkedQuery(printQuery),
    async (c) => {
      const { campaign, print } = c.req.valid('param');
      const choices = c.req.valid('query');
      const sharing = await cachedSharing(c.var, campaign, pages);
      const action = sharing?.actions.find(({ slug }) => slug === choices.action);
      if (!sharing || !action) return c.notFound();
      const kind = kindNamed(kinds, action.kind);
      if (!canPrint(print, kind)) return c.notFound();
      // The address of a sheet holds its code, so printing it again gives the same sheet.
      if (print === 'sheet' && !choices.sheet) return c.redirect(freshSheet(c), 302);
      speak(c, sharing.campaign);
      const { timeZone } = sharing.campaign.city;
      const at = { now: c.var.now, language: c.var.language };
      const when = (await kind.whenAndWhere?.(c.var.deps, { id: action.id, timeZone }, at)) ?? [];
      return c.html(printPage(c, { sharing, print, action, kind, choices, when }));
    },
  );

  return routes;
}

function freshSheet(c: PageContext): string {
  c.header('cache-control', 'no-store');
  const query = new URLSearchParams(c.req.query());
  query.set('sheet', sheetCodeOf(randomBytes(7)));
  return `${c.req.path}?${query}`;
}
