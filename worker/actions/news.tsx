import { formatNumber, type Language, message } from '../../web/language.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { renderMarkdown } from '../platform/text/markdown.ts';
import { dateIn } from '../platform/time/clock.ts';
import { type ActionKinds, kindNamed } from './kind.ts';
import { type News, newsId, newsOf } from './news-rules.ts';
import type { ToldNews } from './news-source.ts';
import { isShown, pathOf } from './rules.ts';
import type { Action } from './store.ts';

type NewsSnapshot = {
  kinds: ActionKinds;
  campaign: Pick<Campaign, 'updates' | 'city'>;
  actions: Pick<Action, 'kind' | 'slug' | 'title' | 'state' | 'thresholds'>[];
  /** What other features tell. */
  told?: readonly ToldNews[];
};

/** The newest `most` of what has happened in a campaign: its updates, the thresholds of those actions, what others tell. */
export function newsShown(
  { campaign, actions, kinds, told = [] }: NewsSnapshot,
  { now, language, most }: { now: Date; language: Language; most: number },
) {
  const { timeZone } = campaign.city;
  const open = actions.filter(({ state }) => isShown(state));
  const news = newsOf(campaign.updates, open, { timeZone, today: dateIn(timeZone, now) });
  const own = news.slice(0, most).map((one) => ({
    id: newsId(one),
    at: one.at,
    ...wordsOf(one, kinds, language),
  }));
  // What is to happen by itself, such as a day that passes, is told once it has.
  return [...own, ...told.filter(({ at }) => at <= now)]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, most)
    .map((one) => ({ ...one, on: dateIn(timeZone, one.at) }));
}

function wordsOf(news: News, kinds: ActionKinds, language: Language) {
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
    title: message(kindNamed(kinds, action.kind).words[language].reached, values, language),
    html: renderMarkdown(`${name[language]}.`.replace(/([.?])\.$/, '$1')),
    href: pathOf(action),
  };
}
