import type { CampaignBlock } from '../campaigns/block.ts';
import { knownQuery } from '../platform/query.ts';
import { ShareInvitation } from './pages/share-invitation.tsx';

export const sharingBlock: CampaignBlock = {
  page: () =>
    knownQuery(({ campaign, shell }) => {
      return { side: <ShareInvitation shell={shell} hashtags={campaign.hashtags} /> };
    }),
};
