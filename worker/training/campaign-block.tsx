import * as z from 'zod';
import type { CampaignBlock } from '../campaigns/block.ts';
import { mapQuery } from '../platform/query.ts';
import { trainingPath } from './links.ts';
import { TrainingPart } from './pages/training-part.tsx';
import { summaryQuery } from './store.ts';

const shape = {
  training: z
    .object({
      name: z.string(),
      page: z.string(),
      modules: z.number().int(),
      finished: z.number().int().describe('How many finished it. Nobody knows who, so some may have twice'),
    })
    .nullable()
    .describe('Lessons for everybody. Null if the campaign has none'),
};

/** The way to the lessons, on the campaign's page. */
export const trainingBlock: CampaignBlock = {
  page: (db, campaign) =>
    mapQuery(summaryQuery(db, campaign), (found) => ({ shell }) => {
      if (!found) return {};
      const { training, modules, finished } = found;
      const { language } = shell;
      return {
        side: (
          <TrainingPart
            shell={shell}
            href={trainingPath(found.slug)}
            name={training.name[language]}
            lead={training.lead[language]}
            modules={modules}
            finished={finished}
          />
        ),
      };
    }),
  json: {
    shape,
    query: (db, campaign) =>
      mapQuery(summaryQuery(db, campaign), (found) => (language) => ({
        training: found && {
          name: found.training.name[language],
          page: trainingPath(found.slug),
          modules: found.modules,
          finished: found.finished,
        },
      })),
  },
};
