import * as z from 'zod';
import type { CampaignBlock } from '../campaigns/block.ts';
import { joinQueries, mapQuery } from '../platform/query.ts';
import { entriesQuery } from './entry-store.ts';
import { kitQuestionsQuery } from './kit-store.ts';
import { pagePath } from './links.ts';
import { QuestionsPart } from './pages/questions-part.tsx';
import { shownEntries } from './shown.ts';

const published = z.object({
  kind: z.enum(['question', 'myth']),
  asked: z.string(),
  /** What is true instead, of a myth. */
  fact: z.string().nullable(),
  answer: z.string().describe('Markdown'),
  /** Null in what the kit says itself. */
  source: z.object({ name: z.string(), url: z.string().nullable(), answered_on: z.iso.date() }).nullable(),
  changed: z.boolean().describe('It was changed after it was published'),
});

type Published = z.infer<typeof published>;

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
  json: {
    shape: { answers: z.array(published) },
    query: (db, campaign) =>
      mapQuery(
        joinQueries({ entries: entriesQuery(db, campaign), ofKit: kitQuestionsQuery(db, campaign) }),
        ({ entries, ofKit }) =>
          (language) => ({
            answers: [
              ...ofKit.map(
                ({ question, answer }): Published => ({
                  ...{ kind: 'question', asked: question[language], fact: null, answer: answer[language] },
                  ...{ source: null, changed: false },
                }),
              ),
              ...entries.flatMap(({ state, kind, version, ...text }): Published[] =>
                state === 'shown'
                  ? [
                      {
                        ...{ kind, asked: text.asked[language], fact: text.fact?.[language] ?? null },
                        answer: text.answer[language],
                        source: { ...text.source, answered_on: text.answeredOn },
                        changed: version > 1,
                      },
                    ]
                  : [],
              ),
            ],
          }),
      ),
  },
};
