import { raw } from 'hono/html';
import { formatDate, message } from '../language.ts';
import { linkFrom, type Shell } from '../shell.ts';
import { newsCopy } from './news-copy.ts';

export type NewsItem = {
  /** Never changes, and is unique within the campaign. */
  id: string;
  /** YYYY-MM-DD */
  on: string;
  title: string;
  /** Safe HTML. */
  html: string;
  /** A page that says more about it. */
  href: string | null;
};

/** What has happened, newest first. */
export function News({ shell, news }: { shell: Shell; news: NewsItem[] }) {
  if (news.length === 0) return null;
  return (
    <section class="flow" id="news" aria-labelledby="news-heading">
      <h2 id="news-heading">{newsCopy[shell.language].heading}</h2>
      <ul class="plain ruled">
        {news.map(({ id, on, title, html, href }) => (
          <li id={id}>
            <p class="small">
              <time datetime={on}>{formatDate(on, shell.language)}</time>
            </p>
            <h3>{href ? <a href={linkFrom(shell, href)}>{title}</a> : title}</h3>
            <div class="flow">{raw(html)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Links to the feed and the calendar. */
export function Follow({ shell }: { shell: Shell }) {
  const words = newsCopy[shell.language];
  if (!shell.campaign) return null;
  return (
    <p class="small">
      {words.follow} <a href={feedHref(shell, 'updates.xml')}>{words.feed}</a>,{' '}
      <a href={feedHref(shell, 'junctures.ics')}>{words.calendar}</a>
    </p>
  );
}

/** For the head of a page: tells feed readers where the news feed is. */
export function FeedDiscovery({ shell }: { shell: Shell }) {
  if (!shell.campaign) return null;
  const title = message(
    newsCopy[shell.language].feedTitle,
    { campaign: shell.campaign.name },
    shell.language,
  );
  return (
    <link rel="alternate" type="application/rss+xml" title={title} href={feedHref(shell, 'updates.xml')} />
  );
}

/** A feed has no reader's preference to go by, so its address says its language. */
export function feedHref({ campaign, language }: Shell, file: string): string {
  return `/campaigns/${campaign?.slug}/${file}?lang=${language}`;
}
