import type { ConsoleSection } from '../organize/console-section.ts';
import { undoSave } from './undo-save.ts';

/** What organizers write: the draft of a campaign, and how it is published. */
export const writingSection: ConsoleSection = {
  verbs: {
    write: { role: 'editor' },
  },
  acts: {
    'edit-draft': {
      words: { en: 'The draft was changed: {subject}', es: 'Se cambió el borrador: {subject}' },
      verb: 'write',
      undo: undoSave,
    },
  },
  facts: {
    keys: {
      draft: { en: 'draft', es: 'borrador' },
      hash: { en: 'SHA-256', es: 'SHA-256' },
    },
  },
};
