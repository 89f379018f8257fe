import * as z from 'zod';
import { News } from '../../web/components/news.tsx';
import { formatNumber, message } from '../../web/language.ts';
import type { CampaignBlock } from '../campaigns/block.ts';
import { mapQuery } from '../platform/query.ts';
import { confirmedByKindQuery, type ListedAction, listedActionsQuery } from './list-store.ts';
import { newsShown } from './news.tsx';
import { ActionList } from './pages/action-list.tsx';
import { copy } from './pages/copy.ts';
import { type ActionKind, isListed, nextThreshold, pathOf } from './rules.ts';

const newsOnPage = 6;

const listed = z.array(z.object({ slug: z.string(), state: z.string(), confirmed: z.int().nonnegative() }));
const shape = { petitions: listed, surveys: listed };
type ActionsJson = z.infer<z.ZodObject<typeof shape>>;

/** What one can do in a campaign, and the news: what its organizers tell, and the thresholds that were reached. */
export const actionsBlock: CampaignBlock = {
  page: (db, slug) =>
    mapQuery(listedActionsQuery(db, slug), (actions) => ({ campaign, shell, now }) => {
      const { language } = shell;
      const lines = actions
        .filter(({ state }) => isListed(state))
        .map((action) => ({
          kind: action.kind,
          title: action.title[language],
          ask: action.ask[language],
          href: pathOf(action),
          confirmed: action.confirmed,
          goal: nextThreshold(action.thresholds, action.confirmed)?.signatures ?? null,
        }));
      const news = newsShown({ campaign, actions }, { now, language, most: newsOnPage });
      return { act: <ActionList shell={shell} actions={lines} />, news: <News shell={shell} news={news} /> };
    }),
  json: {
    shape,
    query: (db, slug) =>
      mapQuery(listedActionsQuery(db, slug), (actions) => (): ActionsJson => {
        return { petitions: listedJson(actions, 'petition'), surveys: listedJson(actions, 'survey') };
      }),
  },
  home: (db, page) =>
    mapQuery(confirmedByKindQuery(db, page), (counts) => (campaignId, language) => {
      const kinds = counts.get(campaignId) ?? {};
      return (['petition', 'survey'] as const).flatMap((kind) => {
        const n = kinds[kind];
        if (n === undefined) return [];
        return message(copy[language].home[kind], { n, count: formatNumber(n, language) }, language);
      });
    }),
};

function listedJson(actions: ListedAction[], kind: ActionKind): ActionsJson['petitions'] {
  return actions
    .filter((action) => action.kind === kind && isListed(action.state))
    .map(({ slug, state, confirmed }) => ({ slug, state, confirmed }));
}
