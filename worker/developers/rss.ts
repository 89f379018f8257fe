export type RssItem = { id: string; at: Date; title: string; html: string; link: string };

export type RssFeed = {
  title: string;
  description: string;
  link: string;
  /** The address of the feed itself. */
  self: string;
  language: string;
  updatedAt: Date;
  items: RssItem[];
};

/** RSS 2.0. All text is escaped, so no part of it can end an element; HTML in a description is escaped too. */
export function rssOf({ title, description, link, self, language, updatedAt, items }: RssFeed): string {
  const channel = [
    element('title', title),
    element('link', link),
    element('description', description),
    element('lastBuildDate', updatedAt.toUTCString()),
    element('docs', 'https://validator.w3.org/feed/docs/rss2.html'),
    element('generator', 'Undersigned'),
    element('language', language),
    `<atom:link href="${escaped(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(itemOf),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    `<channel>${channel.join('\n')}</channel>`,
    '</rss>\n',
  ].join('\n');
}

function itemOf({ id, at, title, html, link }: RssItem): string {
  return `<item>${[
    element('title', title),
    element('link', link),
    `<guid isPermaLink="false">${escaped(id)}</guid>`,
    element('pubDate', at.toUTCString()),
    element('description', html),
  ].join('\n')}</item>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

/** XML has no way to write most control characters, so they are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
