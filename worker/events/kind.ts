import type { ActionKindDefinition } from '../actions/kind.ts';
import { eventWords } from './kind-copy.ts';

export const eventKind: ActionKindDefinition = {
  name: 'event',
  words: eventWords,
  supporterWords: async () => (await import('./supporter-copy.ts')).supporterWords,
  isForPaper: false,
  isListedApart: true,
};
