import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { ActionKinds } from '../actions/kind.ts';
import { contextFor } from '../actions/page-request.ts';
import { isShown, pathOf } from '../actions/rules.ts';
import { spokenIn } from '../campaigns/rules.ts';
import { sourceOf } from '../coalition/rules.ts';
import { findShortLink } from '../coalition/store.ts';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { problem } from '../platform/http/problem.ts';
import { checkedQuery } from '../platform/http/validate.ts';
import { actionAt, counterSize, oembedQuery, shortCodeAt } from './rules.ts';
import { counterFrame } from './snippet-rules.ts';

/** How long a site may cache the answer, in seconds. */
const keptFor = 3600;

/** Tells programs what to show for an address of this site (oembed.com). */
export function oembedRoutes(kinds: ActionKinds) {
  const routes = new Hono<AppEnv>();

  routes.use('/oembed', cors({ origin: '*', allowMethods: ['GET'] }));
  routes.get('/oembed', checkedQuery(oembedQuery), async (c) => {
    const { deps } = c.var;
    const { publicUrl } = deps.settings;
    const { url, format, most, lang } = c.req.valid('query');
    if (format !== 'json') return problem(c, 501, { title: 'Only format=json is spoken here' });
    const named = actionAt(
      await longAddress(deps, url),
      publicUrl,
      kinds.map(({ name }) => name),
    );
    const context = named && (await contextFor(c, named));
    if (!context || !isShown(context.action.state)) {
      return problem(c, 404, { title: 'No petition and no survey of this site has that address' });
    }
    const { action, campaign, sources } = context;
    const asked = lang ?? named.language;
    const chosen = asked && spokenIn(campaign, asked);
    const shown = chosen ?? c.var.language;
    const widget = {
      ...{ site: publicUrl, path: pathOf(action), label: '' },
      title: action.title[shown],
      options: {
        source: named.source ? sourceOf(named.source, sources) : '',
        language: chosen,
        ...{ accent: null, isCompact: false, hasProgress: true, scheme: 'light' as const },
      },
    };
    const size = counterSize(most, { ask: action.ask[shown], hasExit: campaign.care.hasExit });
    c.header('cache-control', `public, max-age=${keptFor}`);
    return c.json({
      version: '1.0',
      type: 'rich',
      provider_name: 'Undersigned',
      provider_url: publicUrl,
      title: action.title[shown],
      author_name: campaign.title[shown],
      author_url: `${publicUrl}/campaigns/${campaign.slug}`,
      cache_age: keptFor,
      html: counterFrame(widget, size.height),
      ...size,
    });
  });

  return routes;
}

/** What a short address leads to, with the language that was asked for; any other address as it is. */
async function longAddress({ db, settings: { publicUrl } }: Deps, url: string): Promise<string> {
  const code = shortCodeAt(url, publicUrl);
  const target = code && (await findShortLink(db, code));
  if (!target) return url;
  const to = new URL(publicUrl + target);
  const asked = URL.parse(url)?.searchParams.get('lang');
  if (asked) to.searchParams.set('lang', asked);
  return to.href;
}
