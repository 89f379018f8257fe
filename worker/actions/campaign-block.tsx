import * as z from 'zod';
import { News } from '../../web/components/news.tsx';
import { formatNumber, message } from '../../web/language.ts';
import type { CampaignBlock } from '../campaigns/block.ts';
import { joinQueries, listQuery, mapQuery, type Subquery } from '../platform/query.ts';
import { type ActionKinds, kindNamed } from './kind.ts';
import { confirmedByKindQuery, type ListedAction, listedActionsQuery } from './list-store.ts';
import { newsShown } from './news.tsx';
import type { NewsSource } from './news-source.ts';
import { ActionList } from './pages/action-list.tsx';
import { type ActionKind, folderOf, isListed, nextThreshold, pathOf } from './rules.ts';

const newsOnPage = 6;

const listed = z.array(z.object({ slug: z.string(), state: z.string(), confirmed: z.int().nonnegative() }));
type ListedJson = z.infer<typeof listed>;

/** What people can do in a campaign, and the news: its organizers' updates and the thresholds that were reached. */
export function actionsBlock(kinds: ActionKinds, sources: readonly NewsSource[]): CampaignBlock {
  const names = kinds.map(({ name }) => name);
  return {
    page: (db, campaign) =>
      mapQuery(withNews(db, campaign, sources), ({ actions, news: told }) => ({ campaign, shell, now }) => {
        const { language } = shell;
        const lines = actions
          .filter(({ kind, state }) => isListed(state) && !kindNamed(kinds, kind).isListedApart)
          .map((action) => ({
            title: action.title[language],
            ask: action.ask[language],
            href: pathOf(action),
            confirmed: action.confirmed,
            counted: kindNamed(kinds, action.kind).words[language].counted,
            goal: nextThreshold(action.thresholds, action.confirmed)?.signatures ?? null,
          }));
        const snapshot = { campaign, actions, kinds, told: told.flatMap((tell) => tell(language)) };
        const news = newsShown(snapshot, { now, language, most: newsOnPage });
        return {
          act: <ActionList shell={shell} actions={lines} />,
          news: <News shell={shell} news={news} />,
        };
      }),
    json: {
      shape: byFolder(kinds, () => listed),
      query: (db, campaign) =>
        mapQuery(listedActionsQuery(db, campaign), (actions) => () => {
          return byFolder(kinds, (kind) => listedJson(actions, kind));
        }),
    },
    home: (db, page) =>
      mapQuery(confirmedByKindQuery(db, page, names), (counts) => (campaignId, language) => {
        const byKind = counts.get(campaignId) ?? {};
        return kinds.flatMap(({ name, words }) => {
          const n = byKind[name];
          if (n === undefined) return [];
          return message(words[language].countedInList, { n, count: formatNumber(n, language) }, language);
        });
      }),
  };
}

function withNews(db: D1Database, campaign: Subquery, sources: readonly NewsSource[]) {
  return joinQueries({
    actions: listedActionsQuery(db, campaign),
    news: listQuery(sources.map((source) => source(db, campaign))),
  });
}

/** A key for each kind: `petitions`, `surveys`. */
function byFolder<Value>(kinds: ActionKinds, valueFor: (kind: ActionKind) => Value): Record<string, Value> {
  return Object.fromEntries(kinds.map(({ name }) => [folderOf(name), valueFor(name)]));
}

function listedJson(actions: ListedAction[], kind: ActionKind): ListedJson {
  return actions
    .filter((action) => action.kind === kind && isListed(action.state))
    .map(({ slug, state, confirmed }) => ({ slug, state, confirmed }));
}
