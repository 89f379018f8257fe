import type { ActionKindDefinition, NextAction } from '../actions/kind.ts';
import { withSurvey } from './cache.ts';
import { adapters } from './carry/adapters/registry.ts';
import { surveyWords } from './kind-copy.ts';
import { nextCopy } from './next-copy.ts';

export const surveyKind: ActionKindDefinition = {
  name: 'survey',
  words: surveyWords,
  supporterWords: async () => (await import('./supporter-copy.ts')).supporterWords,
  isForPaper: false,
  async goesOnWithTheirs(deps, context, now) {
    const found = await withSurvey(deps, context, now);
    return found !== null && found.survey.carry.length > 0;
  },
  async nextActions(deps, context, { now, language, thanked }): Promise<NextAction[]> {
    const found = await withSurvey(deps, context, now);
    if (!found || found.survey.carry.length === 0 || thanked === null) return [];
    const isByLink = found.survey.carry.some(({ adapter }) => adapters.get(adapter)?.capability === 'url');
    const { title, byLink, byHand } = nextCopy[language];
    return [{ title, description: isByLink ? byLink : byHand, href: `${thanked}/send` }];
  },
};
