import { placeLabel } from '../../web/components/place-label.ts';
import { formatInstant, type Language, languages } from '../../web/language.ts';
import { type ActionNamed, listActionsOf } from '../exports/people-store.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consolePath } from '../organize/frame.ts';
import { outside, unknown } from '../places/rules.ts';
import { listDistrictsOf } from '../places/store.ts';
import type { NewsContent } from './news-content.ts';
import type { ShownState } from './pages/news-list-page.tsx';
import type { NewsPageProps } from './pages/news-page.tsx';
import { type Mailing, seenOf } from './rules.ts';
import { findMailing } from './store.ts';

export type News = Mailing & { content: NewsContent };

/** The mail that an address names, if it is news of this campaign. */
export async function findOwnNews(c: ConsoleContext): Promise<News | null> {
  const named = c.req.param('mailing') ?? '';
  const found = /^\d{1,12}$/.test(named) ? await findMailing(c.var.deps.db, Number(named)) : null;
  if (found?.campaignId !== c.var.campaign.id || found.kind !== 'news' || found.state === 'dropped')
    return null;
  return found as News;
}

export function newsHref(c: ConsoleContext, id: number): string {
  return consolePath(c.var.campaign, `/news/${id}`);
}

/** The subject in the reader's language, or else in another one. */
export function subjectIn({ subject }: NewsContent, language: Language): string {
  return subject[language] || languages.map((one) => subject[one]).find((one) => one !== '') || '';
}

export function shownState({ state, sendsAt }: Mailing): ShownState {
  return state === 'ready' && sendsAt ? 'scheduled' : state;
}

export function titleOf({ slug, title }: ActionNamed, language: Language): string {
  return title[language] || title.en || title.es || slug;
}

type Choice = { value: string; label: string };

/** Petitions and surveys to choose from, and places where the city has districts. */
export async function choicesOf(c: ConsoleContext): Promise<Record<'of' | 'place', Choice[]>> {
  const { deps, campaign, language } = c.var;
  const actions = await listActionsOf(deps.db, campaign.id);
  const of = actions.map((action) => ({ value: action.slug, label: titleOf(action, language) }));
  return { of, place: campaign.hasDistricts ? await placesOf(c) : [] };
}

async function placesOf({ var: { deps, campaign, language } }: ConsoleContext): Promise<Choice[]> {
  const districts = await listDistrictsOf(deps.db, campaign.id);
  const city = districts[0]?.city ?? '';
  const named = (place: string, name: { en: string; es: string } | null) => ({
    value: place,
    label: placeLabel({ place, name }, city, language),
  });
  return [
    ...districts.map(({ code, name }) => named(code, name)),
    named(outside, null),
    named(unknown, null),
  ];
}

/** "Everybody in the campaign, District 4". */
export async function audienceOf(
  c: ConsoleContext,
  { actionId, place }: Pick<Mailing, 'actionId' | 'place'>,
  words: { all: string; everywhere: string },
): Promise<string> {
  const { deps, campaign, language } = c.var;
  const actions = actionId === null ? [] : await listActionsOf(deps.db, campaign.id);
  const action = actions.find(({ id }) => id === actionId);
  const where = place === null ? null : (await placesOf(c)).find(({ value }) => value === place)?.label;
  return [action ? titleOf(action, language) : words.all, where ?? (place === null ? null : place)]
    .filter((part) => part !== null)
    .join(', ');
}

export function instantOf(c: ConsoleContext, at: Date | null): string {
  return at ? formatInstant(at, c.var.campaign.timeZone, c.var.language) : '';
}

export function newsPageProps(
  c: ConsoleContext,
  news: News,
): Omit<NewsPageProps, 'frame' | 'audience' | 'isChanged' | 'subject'> {
  const { campaign, deps, may } = c.var;
  const { people, leftOut, passed, queued, unsubscribed, figures, pausedBy } = news;
  const isDone = news.state === 'done';
  const isStopped = news.state === 'stopped';
  return {
    list: consolePath(campaign, '/news'),
    href: newsHref(c, news.id),
    languages: campaign.languages,
    state: shownState(news),
    pausedBy,
    seen: seenOf(news),
    people,
    leftOut,
    left: (isDone ? people - queued : passed - queued) + (isDone ? figures.cancelled : 0),
    held: isStopped ? people - passed + figures.waiting + figures.cancelled : 0,
    unsubscribed,
    figures,
    sendsAt: instantOf(c, news.sendsAt),
    begunAt: instantOf(c, news.begunAt),
    endedAt: instantOf(c, news.endedAt),
    hasEvents: deps.settings.resend?.webhookSecret !== null && deps.settings.resend !== null,
    mayWrite: may('write-news'),
    maySend: may('send-news'),
    mayStop: may('stop-news'),
  };
}
