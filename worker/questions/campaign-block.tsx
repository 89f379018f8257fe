import type { CampaignBlock } from '../campaigns/block.ts';
import { mapQuery } from '../platform/query.ts';
import { entriesQuery } from './entry-store.ts';
import { pagePath } from './links.ts';
import { QuestionsPart } from './pages/questions-part.tsx';
import { shownEntries } from './shown.ts';

/** The first answers on the campaign's page, and the way to all of them and to the form. */
export const questionsBlock: CampaignBlock = {
  page: (db, campaign) =>
    mapQuery(entriesQuery(db, campaign), (entries) => ({ campaign, shell }) => ({
      end: (
        <QuestionsPart
          shell={shell}
          href={pagePath(campaign.slug)}
          entries={shownEntries(campaign, entries, shell.language)}
        />
      ),
    })),
};
