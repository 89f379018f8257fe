import type { ActionKindDefinition } from '../actions/kind.ts';
import { eventWords } from './kind-copy.ts';
import { supporterWords } from './supporter-copy.ts';

export const eventKind: ActionKindDefinition = {
  name: 'event',
  words: eventWords,
  supporterWords,
  isForPaper: false,
};
