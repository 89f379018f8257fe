import type { ActionKindDefinition } from '../actions/kind.ts';
import { petitionWords } from './kind-copy.ts';
import { supporterWords } from './supporter-copy.ts';

export const petitionKind: ActionKindDefinition = {
  name: 'petition',
  words: petitionWords,
  supporterWords,
  isForPaper: true,
};
