import type { ActionKindDefinition, NextAction } from '../actions/kind.ts';
import { withSurvey } from './cache.ts';
import { surveyWords } from './kind-copy.ts';
import { nextCopy } from './next-copy.ts';
import { supporterWords } from './supporter-copy.ts';

export const surveyKind: ActionKindDefinition = {
  name: 'survey',
  words: surveyWords,
  supporterWords,
  isForPaper: false,
  async nextActions(deps, context, { now, language }): Promise<NextAction[]> {
    const found = await withSurvey(deps, context, now);
    if (!found || found.survey.carry.length === 0) return [];
    return [{ ...nextCopy[language], href: `/surveys/${context.action.slug}/send` }];
  },
};
