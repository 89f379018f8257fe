import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { accents } from '../../web/accents.ts';
import { type Card, drawCard } from '../../web/cards/card.ts';
import { copy } from '../../web/cards/copy.ts';
import { type Font, openFont } from '../../web/cards/font.ts';
import { formatInstant, formatNumber, type Language, message } from '../../web/language.ts';
import { cachedContext, cachedFigures } from '../actions/cache.ts';
import type { ActionKindDefinition, ActionKinds } from '../actions/kind.ts';
import { folderOf, isShown, pathOf } from '../actions/rules.ts';
import { type Campaign, spokenIn } from '../campaigns/rules.ts';
import type { SharedPages } from '../campaigns/shared-page.ts';
import { campaignNamed, campaignQuery, findCampaign } from '../campaigns/store.ts';
import { createShortCache } from '../platform/cache/short-cache.ts';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { languageField } from '../platform/http/field-rules.ts';
import { checkedQuery } from '../platform/http/validate.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import { partsOfFact, sourceLine, typedAddress } from './rules.ts';

/** Programs that show shared links ask often, so a picture may be a minute old. */
const caching = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400';

/** By the address alone: programs that fetch cards send any language. */
const cardQuery = z.object({ lang: languageField.transform((lang) => lang ?? 'en') });

export function cardRoutes(kinds: ActionKinds, pages: SharedPages) {
  const routes = new Hono<AppEnv>();
  const file = ':file{[a-z0-9-]+\\.png}';

  routes.get(`/cards/campaigns/${file}`, checkedQuery(cardQuery), (c) => {
    const asked = { slug: fileIn(c), language: c.req.valid('query').lang };
    return sendCard(c, `campaign ${asked.slug} ${asked.language}`, () => cardOfCampaign(c.var.deps, asked));
  });
  for (const kind of kinds) {
    routes.get(`/cards/${folderOf(kind.name)}/${file}`, checkedQuery(cardQuery), (c) => {
      const asked = { kind, slug: fileIn(c), language: c.req.valid('query').lang };
      return sendCard(c, `${kind.name} ${asked.slug} ${asked.language}`, () => cardOfAction(c.var, asked));
    });
  }
  routes.get(`/cards/pages/:campaign/${file}`, checkedQuery(cardQuery), (c) => {
    const asked = { slug: c.req.param('campaign'), name: fileIn(c), language: c.req.valid('query').lang };
    const key = `page ${asked.slug} ${asked.name} ${asked.language}`;
    return sendCard(c, key, () => cardOfPage(c.var.deps, pages, asked));
  });

  return routes;
}

/** The name of the file that was asked for, without its ending. */
function fileIn(c: Context<AppEnv>): string {
  return (c.req.param('file') ?? '').slice(0, -'.png'.length);
}

async function sendCard(c: Context<AppEnv>, key: string, cardOf: () => Promise<Card | null>) {
  const { deps, now } = c.var;
  const picture = await pictures.get(deps, key, now, async () => {
    const card = await cardOf();
    return card && new Uint8Array(drawCard(card, await fontOf(c)));
  });
  if (!picture) return c.notFound();
  return c.body(picture, 200, { 'content-type': 'image/png', 'cache-control': caching });
}

const fonts = new WeakMap<Deps, Font>();
const pictures = createShortCache<Uint8Array<ArrayBuffer>>({ most: 40, times: 60 });

/** The font is an asset; an isolate reads it once. */
async function fontOf(c: Context<AppEnv>): Promise<Font> {
  const known = fonts.get(c.var.deps);
  if (known) return known;
  const answer = await c.env.ASSETS?.fetch('http://assets/card-font.json');
  if (!answer?.ok) throw new Error('the letters of the cards cannot be read: is ASSETS bound?');
  const font = openFont(await answer.json());
  fonts.set(c.var.deps, font);
  return font;
}

async function cardOfAction(
  { deps, now }: Pick<AppEnv['Variables'], 'deps' | 'now'>,
  { kind, slug, language: asked }: { kind: ActionKindDefinition; slug: string; language: Language },
): Promise<Card | null> {
  const context = await cachedContext(deps, { kind: kind.name, slug }, now);
  if (!context || !isShown(context.action.state)) return null;
  const { action, campaign, city } = context;
  const language = spokenIn(campaign, asked);
  const [{ counts, asOf }, when] = await Promise.all([
    cachedFigures(deps, action.id, now),
    kind.whenAndWhere?.(deps, { id: action.id, timeZone: city.timeZone }, { now, language }) ?? [],
  ]);
  const n = counts.state.confirmed ?? 0;
  const instant = formatInstant(asOf, city.timeZone, language);
  // A count of zero is left out: it gives no reason to look.
  const figure = n > 0 && {
    number: formatNumber(n, language),
    label: message(kind.words[language].countedOnCard, { n }, language),
  };
  return {
    ...lookOf(campaign, language),
    title: action.title[language],
    figure: figure || null,
    text: when.length > 0 ? when.join(' · ') : action.ask[language],
    foot: figure
      ? message(copy[language].asOf, { instant }, language)
      : typedAddress(deps.settings.publicUrl + pathOf(action)),
  };
}

async function cardOfCampaign(
  { db, settings }: Deps,
  { slug, language: asked }: { slug: string; language: Language },
): Promise<Card | null> {
  const campaign = await findCampaign(db, slug);
  if (!campaign) return null;
  const language = spokenIn(campaign, asked);
  const { headlineFact } = campaign;
  const fact =
    headlineFact && partsOfFact(headlineFact.statement[language], headlineFact.figure?.[language] ?? null);
  return {
    ...lookOf(campaign, language),
    title: campaign.title[language],
    text: campaign.ask[language],
    figure: fact && fact.figure !== null ? { number: fact.figure, label: fact.claim } : null,
    foot: headlineFact
      ? sourceLine(headlineFact, language)
      : typedAddress(`${settings.publicUrl}/campaigns/${slug}`),
  };
}

async function cardOfPage(
  { db, settings }: Deps,
  pages: SharedPages,
  { slug, name, language: asked }: { slug: string; name: string; language: Language },
): Promise<Card | null> {
  const named = campaignNamed(slug);
  const { campaign, pagesOf } = await runQuery(
    db,
    joinQueries({ campaign: campaignQuery(db, named), pagesOf: pages(db, named) }),
  );
  const page = campaign && pagesOf(campaign).find((one) => one.name === name);
  if (!page) return null;
  const language = spokenIn(campaign, asked);
  const { title, lead } = page.words(language);
  const look = lookOf(campaign, language);
  return {
    ...look,
    kicker: page.isNeutral ? campaign.city.name : look.kicker,
    title,
    text: lead,
    figure: null,
    foot: typedAddress(page.isNeutral ? settings.publicUrl : settings.publicUrl + page.path),
  };
}

function lookOf({ accent, city, title }: Campaign, language: Language) {
  return { accent: accents[accent].light, kicker: `${title[language]} · ${city.name}` };
}
