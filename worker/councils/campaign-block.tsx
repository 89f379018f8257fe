import type { CampaignBlock } from '../campaigns/block.ts';
import { mapQuery } from '../platform/query.ts';
import { WhoDecides } from './pages/who-decides.tsx';
import { councilQuery } from './store.ts';

/** The council that decides on what the campaign asks for. */
export const councilBlock: CampaignBlock = {
  page: (db, campaign) =>
    mapQuery(councilQuery(db, campaign), (council) => ({ shell }) => {
      return council ? { end: <WhoDecides council={council} language={shell.language} /> } : {};
    }),
};
