import { newsCopy } from '../../web/components/news-copy.ts';
import { type Language, message } from '../../web/language.ts';
import { type ActionKinds, kindNamed } from '../actions/kind.ts';
import type { ListedAction } from '../actions/list-store.ts';
import { newsShown } from '../actions/news.tsx';
import type { ToldNews } from '../actions/news-source.ts';
import { pathOf } from '../actions/rules.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { dateIn } from '../platform/time/clock.ts';
import { icalOf, type WholeDay } from './ical.ts';
import { plainTitle } from './plain-rules.ts';
import { rssOf } from './rss.ts';

export type Followed = {
  campaign: Campaign;
  actions: ListedAction[];
  kinds: ActionKinds;
  /** What features tell, in a language. */
  told: ((language: Language) => ToldNews[])[];
  publicUrl: string;
};

const newsInFeed = 50;

/** RSS 2.0 of what has happened. It changes only when something has happened. */
export function newsFeed(
  { campaign, actions, kinds, told, publicUrl }: Followed,
  { language, now }: { language: Language; now: Date },
): string {
  const words = newsCopy[language];
  const address = `${publicUrl}/campaigns/${campaign.slug}`;
  const snapshot = { campaign, actions, kinds, told: told.flatMap((tell) => tell(language)) };
  const news = newsShown(snapshot, { now, language, most: newsInFeed });
  const inLanguage = `?lang=${language}`;
  return rssOf({
    title: plainTitle(message(words.feedTitle, { campaign: campaign.title[language] }, language)),
    description: plainTitle(campaign.ask[language]),
    link: address + inLanguage,
    self: `${address}/updates.xml${inLanguage}`,
    language,
    updatedAt: news[0]?.at ?? campaign.openedAt,
    items: news.map(({ id, at, title, html, href }) => ({
      id: `${address}#${id}`,
      at,
      title: plainTitle(title),
      html,
      link: href ? publicUrl + withQuery(href, inLanguage) : `${address}${inLanguage}#${id}`,
    })),
  });
}

/** A query goes before a fragment. */
function withQuery(href: string, query: string): string {
  const [path = '', fragment] = href.split('#');
  return path + query + (fragment ? `#${fragment}` : '');
}

/** The junctures, and the last day of each open action. Whole days in the city's time zone. */
export function calendarOf({ campaign, actions, kinds, publicUrl }: Followed, language: Language): string {
  const { timeZone } = campaign.city;
  const words = newsCopy[language];
  const address = `${publicUrl}/campaigns/${campaign.slug}`;
  const days: WholeDay[] = [];
  const add = ({ id, ...day }: Omit<WholeDay, 'changedAt'>) =>
    days.push({
      ...day,
      id: `${id}@${campaign.slug}.${new URL(publicUrl).hostname}`,
      changedAt: campaign.updatedAt,
    });
  for (const { slug, on, name, summary, decides } of campaign.junctures) {
    const description = [summary[language], decides?.[language]].filter(Boolean).join('\n\n');
    add({
      id: `juncture-${slug}`,
      on,
      summary: name[language],
      description,
      url: `${address}?lang=${language}`,
    });
  }
  for (const { kind, slug, state, closesAt, title, ask } of actions) {
    if (state !== 'open' || !closesAt) continue;
    add({
      id: `closing-${slug}`,
      // The end is the first instant after the last day.
      on: dateIn(timeZone, new Date(closesAt.getTime() - 1)),
      summary: message(kindNamed(kinds, kind).words[language].closing, { action: title[language] }, language),
      description: ask[language],
      url: `${publicUrl}${pathOf({ kind, slug })}?lang=${language}`,
    });
  }
  return icalOf({
    name: message(words.calendarTitle, { campaign: campaign.title[language] }, language),
    source: `${address}/junctures.ics?lang=${language}`,
    language,
    timeZone,
    days,
  });
}
