import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import type { ActionKinds } from '../actions/kind.ts';
import { listedActionsQuery } from '../actions/list-store.ts';
import type { NewsSource } from '../actions/news-source.ts';
import { spokenIn } from '../campaigns/rules.ts';
import { campaignNamed, campaignQuery } from '../campaigns/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedText } from '../platform/http/cached-page.ts';
import { sendWithEtag } from '../platform/http/etag.ts';
import { languageField } from '../platform/http/field-rules.ts';
import { checkedQuery } from '../platform/http/validate.ts';
import { joinQueries, listQuery, runQuery } from '../platform/query.ts';
import { calendarOf, type Followed, newsFeed } from './feeds.ts';

/** Feed readers poll; five minutes is fresh enough for them. */
const caching = 'public, max-age=300, stale-while-revalidate=600, stale-if-error=86400';

/** One address has one language: it does not depend on Accept-Language. */
const feedQuery = z.object({ lang: languageField.transform((lang) => lang ?? 'en') });

/** The feed of a campaign's news and the calendar of its dates. */
export function feedRoutes(kinds: ActionKinds, sources: readonly NewsSource[]) {
  const routes = new Hono<AppEnv>();
  for (const file of ['updates.xml', 'junctures.ics'])
    routes.use(`/campaigns/:campaign/${file}`, cors({ origin: '*', allowMethods: ['GET'] }));

  routes.get('/campaigns/:campaign/updates.xml', checkedQuery(feedQuery), async (c) => {
    const { now } = c.var;
    return send(
      c,
      { kinds, sources },
      {
        language: c.req.valid('query').lang,
        type: 'application/rss+xml; charset=utf-8',
        write: (followed, language) => newsFeed(followed, { language, now }),
      },
    );
  });

  routes.get('/campaigns/:campaign/junctures.ics', checkedQuery(feedQuery), async (c) => {
    const { lang: language } = c.req.valid('query');
    return send(c, { kinds, sources }, { language, type: 'text/calendar; charset=utf-8', write: calendarOf });
  });

  return routes;
}

type FeedSources = { kinds: ActionKinds; sources: readonly NewsSource[] };

async function findFollowed(c: Context<AppEnv>, { kinds, sources }: FeedSources): Promise<Followed | null> {
  const { db, settings } = c.var.deps;
  const named = campaignNamed(c.req.param('campaign') ?? '');
  const query = joinQueries({
    campaign: campaignQuery(db, named),
    actions: listedActionsQuery(db, named),
    told: listQuery(sources.map((source) => source(db, named))),
  });
  const { campaign, actions, told } = await runQuery(db, query);
  return campaign && { campaign, actions, kinds, told, publicUrl: settings.publicUrl };
}

type Feed = {
  type: string;
  language: Language;
  write: (followed: Followed, language: Language) => string;
};

async function send(c: Context<AppEnv>, of: FeedSources, { type, language, write }: Feed): Promise<Response> {
  const key = `${type} ${c.req.param('campaign')} ${language}`;
  const text = await cachedText(c.var, { key }, async () => {
    const followed = await findFollowed(c, of);
    return followed && write(followed, spokenIn(followed.campaign, language));
  });
  return text ? sendWithEtag(c, text, { type, caching }) : c.notFound();
}
