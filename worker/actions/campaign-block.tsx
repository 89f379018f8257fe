import * as z from 'zod';
import { News } from '../../web/components/news.tsx';
import { formatNumber, message } from '../../web/language.ts';
import type { CampaignBlock } from '../campaigns/block.ts';
import { mapQuery } from '../platform/query.ts';
import { type ActionKinds, kindNamed } from './kind.ts';
import { confirmedByKindQuery, type ListedAction, listedActionsQuery } from './list-store.ts';
import { newsShown } from './news.tsx';
import { ActionList } from './pages/action-list.tsx';
import { type ActionKind, folderOf, isListed, nextThreshold, pathOf } from './rules.ts';

const newsOnPage = 6;

const listed = z.array(z.object({ slug: z.string(), state: z.string(), confirmed: z.int().nonnegative() }));
type ListedJson = z.infer<typeof listed>;

/** What people can do in a campaign, and the news: its organizers' updates and the thresholds that were reached. */
export function actionsBlock(kinds: ActionKinds): CampaignBlock {
  const names = kinds.map(({ name }) => name);
  return {
    page: (db, campaign) =>
      mapQuery(listedActionsQuery(db, campaign), (actions) => ({ campaign, shell, now }) => {
        const { language } = shell;
        const lines = actions
          .filter(({ state }) => isListed(state))
          .map((action) => ({
            title: action.title[language],
            ask: action.ask[language],
            href: pathOf(action),
            confirmed: action.confirmed,
            counted: kindNamed(kinds, action.kind).words[language].counted,
            goal: nextThreshold(action.thresholds, action.confirmed)?.signatures ?? null,
          }));
        const news = newsShown({ campaign, actions, kinds }, { now, language, most: newsOnPage });
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

/** A key for each kind: `petitions`, `surveys`. */
function byFolder<Value>(kinds: ActionKinds, valueFor: (kind: ActionKind) => Value): Record<string, Value> {
  return Object.fromEntries(kinds.map(({ name }) => [folderOf(name), valueFor(name)]));
}

function listedJson(actions: ListedAction[], kind: ActionKind): ListedJson {
  return actions
    .filter((action) => action.kind === kind && isListed(action.state))
    .map(({ slug, state, confirmed }) => ({ slug, state, confirmed }));
}
