import { type Context, Hono } from 'hono';
import { accents } from '../../web/accents.ts';
import { type Card, drawCard } from '../../web/cards/card.ts';
import { copy } from '../../web/cards/copy.ts';
import { type Font, openFont } from '../../web/cards/font.ts';
import { asLanguage, formatInstant, formatNumber, type Language, message } from '../../web/language.ts';
import { cachedContext, cachedFigures } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { type ActionKind, isShown, pathOf } from '../actions/rules.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { findCampaign } from '../campaigns/store.ts';
import { createShortCache } from '../platform/cache/short-cache.ts';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { partsOfFact, sourceLine, typedAddress } from './rules.ts';

/** The pictures of shared links. Who shows them asks again and again: they may be a minute old. */
const caching = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400';

const kinds: Record<string, ActionKind> = { petitions: 'petition', surveys: 'survey' };

export function cardRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/cards/:kind{petitions|surveys|campaigns}/:file{[a-z0-9-]+\\.png}', async (c) => {
    const { kind, file } = c.req.param();
    const asked = { kind, slug: file.slice(0, -'.png'.length), language: languageOf(c) };
    const picture = await cachedCard(c, asked);
    if (!picture) return c.notFound();
    return c.body(picture, 200, { 'content-type': 'image/png', 'cache-control': caching });
  });

  return routes;
}

/** An address has one picture, whichever language the asking program speaks. */
function languageOf(c: PageContext): Language {
  return asLanguage(c.req.query('lang')) ?? 'en';
}

type Asked = { kind: string; slug: string; language: Language };

const fonts = new WeakMap<Deps, Font>();
const cachedPicture = createShortCache<Uint8Array<ArrayBuffer>>({ most: 40, times: 60 });

/** The letters are an asset like the pages' style; an isolate reads them once. */
async function fontOf(c: Context<AppEnv>): Promise<Font> {
  const known = fonts.get(c.var.deps);
  if (known) return known;
  const answer = await c.env.ASSETS?.fetch('http://assets/card-font.json');
  if (!answer?.ok) throw new Error('the letters of the cards cannot be read: is ASSETS bound?');
  const font = openFont(await answer.json());
  fonts.set(c.var.deps, font);
  return font;
}

function cachedCard(c: Context<AppEnv>, asked: Asked) {
  const { deps, now } = c.var;
  const key = [asked.kind, asked.slug, asked.language].join(' ');
  return cachedPicture(deps, key, now, async () => {
    const card = await cardOf(deps, asked, now);
    return card && new Uint8Array(drawCard(card, await fontOf(c)));
  });
}

async function cardOf(deps: Deps, { kind, slug, language }: Asked, now: Date): Promise<Card | null> {
  const action = kinds[kind];
  if (!action) {
    const campaign = await findCampaign(deps.db, slug);
    return campaign && cardOfCampaign(campaign, language, deps.settings.publicUrl);
  }
  const context = await cachedContext(deps, { kind: action, slug }, now);
  if (!context || !isShown(context.action.state)) return null;
  return cardOfAction(deps, context, language, now);
}

async function cardOfAction(
  deps: Deps,
  context: ActionContext,
  language: Language,
  now: Date,
): Promise<Card> {
  const { action, campaign, city } = context;
  const { counts, asOf } = await cachedFigures(deps, action.id, now);
  const n = counts.state.confirmed ?? 0;
  const instant = formatInstant(asOf, city.timeZone, language);
  // Nought is no reason to look, and what was never open has no count.
  const figure = n > 0 && {
    number: formatNumber(n, language),
    label: message(copy[language][action.kind], { n }, language),
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

function lookOf({ accent, city, title }: Campaign, language: Language) {
  return { accent: accents[accent].light, kicker: `${title[language]} · ${city.name}` };
}
