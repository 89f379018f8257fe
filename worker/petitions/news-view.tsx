import { formatNumber, message } from '../../web/language.ts';
import { newsCopy } from '../../web/pages/campaigns/news-copy.ts';
import type { Language } from '../platform/app-env.ts';
import { dateIn } from '../platform/clock.ts';
import { renderMarkdown } from '../platform/markdown.ts';
import { type News, newsId } from './news-rules.ts';
import { pathOf } from './rules.ts';

export function newsShown(news: News[], timeZone: string, language: Language) {
  return news.map((one) => ({
    id: newsId(one),
    on: dateIn(timeZone, one.at),
    at: one.at,
    ...wordsOf(one, language),
  }));
}

function wordsOf(news: News, language: Language) {
  if (news.kind === 'update') {
    return { title: news.title[language], html: renderMarkdown(news.text[language]), href: null };
  }
  const { action, signatures, name } = news;
  const values = {
    n: signatures,
    count: formatNumber(signatures, language),
    action: action.title[language],
  };
  return {
    title: message(newsCopy[language].reached[action.kind], values, language),
    html: renderMarkdown(`${name[language]}.`.replace(/([.?])\.$/, '$1')),
    href: pathOf(action),
  };
}
