import * as z from 'zod';
import type { CampaignBlock } from '../campaigns/block.ts';
import { knownQuery, mapQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { timelinePath } from './links.ts';
import { TimelinePart } from './pages/timeline-page.tsx';
import { hasDates, publicPicture } from './public-picture.ts';
import { datesQuery } from './store.ts';

const shape = {
  phases: z.array(z.object({ name: z.string(), starts_on: z.iso.date(), ends_on: z.iso.date().nullable() })),
  timeline: z.string().nullable().describe('Its page. Null if the campaign has no phase and no juncture'),
};

/** Phases and junctures as a picture on the campaign's page. What is planned is never here. */
export const timelineBlock: CampaignBlock = {
  page: () =>
    knownQuery(({ campaign, shell, now }) => {
      if (!hasDates(campaign)) return {};
      const today = dateIn(campaign.city.timeZone, now);
      return {
        dates: (
          <TimelinePart
            shell={shell}
            picture={publicPicture(campaign, today, shell.language)}
            href={timelinePath(campaign.slug)}
          />
        ),
      };
    }),
  json: {
    shape,
    query: (db, named) =>
      mapQuery(datesQuery(db, named), (dates) => (language) => ({
        phases: (dates?.phases ?? []).map(({ name, startsOn, endsOn }) => {
          return { name: name[language], starts_on: startsOn, ends_on: endsOn };
        }),
        timeline: dates && hasDates(dates) ? timelinePath(dates.slug) : null,
      })),
  },
};
