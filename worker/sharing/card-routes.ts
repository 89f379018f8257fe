import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { accents } from '../../web/accents.ts';
import { type Card, drawCard } from '../../web/cards/card.ts';
import { copy } from '../../web/cards/copy.ts';
import { type Font, openFont } from '../../web/cards/font.ts';
import { formatInstant, formatNumber, type Language, message } from '../../web/language.ts';
import { cachedContext, cachedFigures } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import type { ActionKindDefinition, ActionKinds } from '../actions/kind.ts';
import { folderOf, isShown, pathOf } from '../actions/rules.ts';
import { type Campaign, spokenIn } from '../campaigns/rules.ts';
import type { SharedPage } from '../campaigns/shared-page.ts';
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

export function cardRoutes(kinds: ActionKinds, pages: readonly SharedPage[]) {
  const routes = new Hono<AppEnv>();
  const file = ':file{[a-z0-9-]+\\.png}';

  routes.get(`/cards/campaigns/${file}`, checkedQuery(cardQuery), (c) =>
    sendCard(c, 'campaign', c.req.valid('query').lang),
  );
  for (const kind of kinds) {
    routes.get(`/cards/${folderOf(kind.name)}/${file}`, checkedQuery(cardQuery), (c) =>
      sendCard(c, kind, c.req.valid('query').lang),
    );
  }
  routes.get(`/cards/pages/:campaign/${file}`, checkedQuery(cardQuery), (c) => {
    const page = pages.find(({ name }) => name === fileIn(c));
    return page ? sendCard(c, page, c.req.valid('query').lang) : c.notFound();
  });

  return routes;
}

/** The name of the file that was asked for, without its ending. */
function fileIn(c: Context<AppEnv>): string {
  return (c.req.param('file') ?? '').slice(0, -'.png'.length);
}

async function sendCard(c: Context<AppEnv>, of: CardRequest['of'], language: Language) {
  const slug = c.req.param('campaign') ?? fileIn(c);
  const picture = await cachedCard(c, { of, slug, language });
  if (!picture) return c.notFound();
  return c.body(picture, 200, { 'content-type': 'image/png', 'cache-control': caching });
}

type CardRequest = { of: 'campaign' | ActionKindDefinition | SharedPage; slug: string; language: Language };

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

function cachedCard(c: Context<AppEnv>, request: CardRequest) {
  const { deps, now } = c.var;
  const { of, slug, language } = request;
  const key = [of === 'campaign' ? of : of.name, slug, language].join(' ');
  return pictures.get(deps, key, now, async () => {
    const card = await cardOf(deps, request, now);
    return card && new Uint8Array(drawCard(card, await fontOf(c)));
  });
}

async function cardOf(deps: Deps, { of, slug, language }: CardRequest, now: Date): Promise<Card | null> {
  if (of === 'campaign') {
    const campaign = await findCampaign(deps.db, slug);
    return campaign && cardOfCampaign(campaign, spokenIn(campaign, language), deps.settings.publicUrl);
  }
  if ('path' in of) return cardOfPage(deps, of, { slug, language });
  const context = await cachedContext(deps, { kind: of.name, slug }, now);
  if (!context || !isShown(context.action.state)) return null;
  return cardOfAction(deps, { context, kind: of }, { language: spokenIn(context.campaign, language), now });
}

async function cardOfAction(
  deps: Deps,
  { context, kind }: { context: ActionContext; kind: ActionKindDefinition },
  { language, now }: { language: Language; now: Date },
): Promise<Card> {
  const { action, campaign, city } = context;
  const { counts, asOf } = await cachedFigures(deps, action.id, now);
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
    text: action.ask[language],
    foot: figure
      ? message(copy[language].asOf, { instant }, language)
      : typedAddress(deps.settings.publicUrl + pathOf(action)),
  };
}

function cardOfCampaign(campaign: Campaign, language: Language, publicUrl: string): Card {
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
      : typedAddress(`${publicUrl}/campaigns/${campaign.slug}`),
  };
}

async function cardOfPage(
  { db, settings }: Deps,
  page: SharedPage,
  { slug, language: asked }: { slug: string; language: Language },
): Promise<Card | null> {
  const named = campaignNamed(slug);
  const { campaign, wordsOf } = await runQuery(
    db,
    joinQueries({ campaign: campaignQuery(db, named), wordsOf: page.words(db, named) }),
  );
  if (!campaign || !wordsOf) return null;
  const language = spokenIn(campaign, asked);
  const { title, lead } = wordsOf(campaign, language);
  const look = lookOf(campaign, language);
  return {
    ...look,
    kicker: page.isNeutral ? campaign.city.name : look.kicker,
    title,
    text: lead,
    figure: null,
    foot: typedAddress(page.isNeutral ? settings.publicUrl : settings.publicUrl + page.path(slug)),
  };
}

function lookOf({ accent, city, title }: Campaign, language: Language) {
  return { accent: accents[accent].light, kicker: `${title[language]} · ${city.name}` };
}
