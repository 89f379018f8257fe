import { formatInstant, formatShortInstant } from '../../web/language.ts';
import { type ActionContext, findContextById } from '../actions/context.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import { runQuery } from '../platform/query.ts';
import { dayIn } from '../platform/time/clock.ts';
import { browse, browsedStates, type ListFilter } from './browse.ts';
import { actionsOfQuery, type BrowsedAction, type Listed } from './browse-store.ts';
import { codeOf } from './decision-rules.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { type ListedRow, SignaturesPage } from './pages/console-list-page.tsx';

const noFilter: ListFilter = { state: '', source: '', place: '', day: '' };

export async function listPage(c: ConsoleContext) {
  const { deps, campaign, language } = c.var;
  const { action: slug = '', before, ...query } = c.req.query();
  const filter = Object.fromEntries(
    Object.keys(noFilter).map((name) => [name, (query[name] ?? '').trim().slice(0, 100)]),
  ) as ListFilter;
  const [frame, actions] = await Promise.all([
    consoleFrame(c),
    runQuery(deps.db, actionsOfQuery(deps.db, campaign.id)),
  ]);
  const action = actions.find((one) => one.slug === slug) ?? actions[0];
  const context = action ? await findContextById(deps.db, action.id) : null;
  const isBadDay = filter.day !== '' && dayIn(campaign.timeZone, filter.day) === null;
  const from = before !== undefined && /^\d{1,15}$/.test(before) ? Number(before) : null;
  const { timeZone } = campaign;
  const page =
    context && !isBadDay
      ? await browse(deps, { actionId: context.action.id, filter, before: from, timeZone })
      : { rows: [], next: null, lookedUntil: null };
  const asked = { ...(actions.length > 1 && action ? { action: action.slug } : {}), ...filter };
  const path = (query: Record<string, string>) => {
    const set = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
    return `${consolePath(campaign, '/signatures')}${set.size > 0 ? `?${set}` : ''}`;
  };
  return c.html(
    <SignaturesPage
      frame={frame}
      rows={page.rows.map((one) => rowOf(one, { c, contexts: context ? [context] : [], actions }))}
      filter={filter}
      isBadDay={isBadDay}
      action={action?.slug ?? ''}
      choices={choicesOf(actions, context, language)}
      looked={page.lookedUntil && formatInstant(page.lookedUntil, timeZone, language)}
      pager={{
        next: page.next === null ? null : path({ ...asked, before: String(page.next) }),
        first: from === null ? null : path(asked),
      }}
    />,
    isBadDay ? 422 : 200,
  );
}

function choicesOf(actions: BrowsedAction[], context: ActionContext | null, language: 'en' | 'es') {
  const words = consoleCopy[language];
  return {
    actions: actions.map(({ slug, title }) => ({ value: slug, label: title[language] })),
    states: browsedStates.map((value) => ({ value, label: words.states[value] })),
    sources: (context?.sources ?? []).map(({ slug, name }) => ({ value: slug, label: name[language] })),
    places: [
      ...(context?.city.districts ?? []).map(({ code, name }) => ({ value: code, label: name[language] })),
      { value: 'outside', label: words.places.outside },
      { value: 'unknown', label: words.places.unknown },
    ],
  };
}

type Named = { c: ConsoleContext; contexts: ActionContext[]; actions: BrowsedAction[] };

export function rowOf(one: Listed, { c, contexts, actions }: Named): ListedRow {
  const { campaign, language } = c.var;
  const context = contexts.find(({ action }) => action.id === one.actionId);
  return {
    id: one.id,
    code: codeOf(one.id),
    href: consolePath(campaign, `/signatures/${one.id}`),
    state: stateWords(one, language),
    place: placeWords(one.place, context, language),
    source: sourceWords(one.source, context, language),
    received: formatShortInstant(one.receivedAt, campaign.timeZone, language),
    action: actions.find(({ id }) => id === one.actionId)?.title[language] ?? '',
  };
}

export function stateWords(
  { state, reason, isErased }: Pick<Listed, 'state' | 'reason' | 'isErased'>,
  language: 'en' | 'es',
): string {
  const { states } = consoleCopy[language];
  const known: Record<string, string> = states;
  const words = (reason !== null && state !== 'confirmed' ? known[reason] : undefined) ?? states[state];
  return isErased ? `${words} (${states.erased})` : words;
}

export function placeWords(place: string, context: ActionContext | undefined, language: 'en' | 'es'): string {
  const { places } = consoleCopy[language];
  if (place === 'outside' || place === 'unknown') return places[place];
  return context?.city.districts.find(({ code }) => code === place)?.name[language] ?? place;
}

export function sourceWords(
  source: string,
  context: ActionContext | undefined,
  language: 'en' | 'es',
): string {
  const named = context?.sources.find(({ slug }) => slug === source)?.name[language];
  return named ?? (source === 'direct' ? consoleCopy[language].direct : source);
}
