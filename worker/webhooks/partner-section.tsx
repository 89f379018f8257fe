import type { PartnerPageSection } from '../coalition/partner-page-section.ts';
import { mapQuery } from '../platform/query.ts';
import { Webhooks } from './pages/partner-section.tsx';
import { webhooksOfPartnerQuery } from './store.ts';

const lastShown = 5;

/** The last events sent to a partner's webhooks. */
export const webhooksSection: PartnerPageSection = {
  page: (db, partnerId) =>
    mapQuery(webhooksOfPartnerQuery(db, partnerId, lastShown), (webhooks) => ({ campaign, shell }) => ({
      tools: <Webhooks webhooks={webhooks} timeZone={campaign.city.timeZone} language={shell.language} />,
    })),
};
