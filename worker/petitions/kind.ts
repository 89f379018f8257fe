import type { ActionKindDefinition } from '../actions/kind.ts';
import { petitionWords } from './kind-copy.ts';

export const petitionKind: ActionKindDefinition = {
  name: 'petition',
  words: petitionWords,
  supporterWords: async () => (await import('./supporter-copy.ts')).supporterWords,
  isForPaper: true,
};
