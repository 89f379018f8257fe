import { Feed } from 'feed';
import ical from 'ical-generator';
import { newsCopy } from '../../web/components/news-copy.ts';
import { type Language, message } from '../../web/language.ts';
import { type ActionKinds, kindNamed } from '../actions/kind.ts';
import type { ListedAction } from '../actions/list-store.ts';
import { newsShown } from '../actions/news.tsx';
import type { ToldNews } from '../actions/news-source.ts';
import { pathOf } from '../actions/rules.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { dateIn } from '../platform/time/clock.ts';
import { plainTitle } from './plain-rules.ts';

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
  const feed = new Feed({
    title: plainTitle(message(words.feedTitle, { campaign: campaign.title[language] }, language)),
    description: plainTitle(campaign.ask[language]),
    id: address,
    link: address + inLanguage,
    language,
    updated: news[0]?.at ?? campaign.openedAt,
    generator: 'Undersigned',
    feedLinks: { rss: `${address}/updates.xml${inLanguage}` },
  });
  for (const { id, at, title, html, href } of news) {
    const link = href ? publicUrl + withQuery(href, inLanguage) : `${address}${inLanguage}#${id}`;
    feed.addItem({ title: plainTitle(title), id: `${address}#${id}`, link, date: at, description: html });
  }
  return feed.rss2();
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
  const calendar = ical({
    name: message(words.calendarTitle, { campaign: campaign.title[language] }, language),
    prodId: { company: 'Undersigned', product: 'Undersigned', language: language.toUpperCase() },
    source: `${address}/junctures.ics?lang=${language}`,
    // As an option of the library, the time zone would remove the Z of UTC from every stamp.
    x: [['X-WR-TIMEZONE', timeZone]],
  });
  const add = (event: { id: string; on: string; summary: string; description: string; url: string }) => {
    const { on, id, ...rest } = event;
    const start = new Date(`${on}T00:00:00Z`);
    calendar.createEvent({
      ...rest,
      id: `${id}@${campaign.slug}.${new URL(publicUrl).hostname}`,
      start,
      allDay: true,
      stamp: campaign.updatedAt,
    });
  };
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
  return calendar.toString();
}
