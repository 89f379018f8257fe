import type { Language } from '../../../web/language.ts';

const en = {
  subject: 'A tactic',
  'add-tactic': 'A tactic was added to the timeline',
  'change-tactic': 'A tactic of the timeline was changed',
  'remove-tactic': 'A tactic was taken off the timeline',
  change: 'change, by its code',
  version: 'version',
  stands: 'there',
  gone: 'taken off',
  none: 'none',
};

const es: typeof en = {
  subject: 'Una acción prevista',
  'add-tactic': 'Se añadió una acción prevista al calendario',
  'change-tactic': 'Se cambió una acción prevista del calendario',
  'remove-tactic': 'Se quitó una acción prevista del calendario',
  change: 'cambio, por su código',
  version: 'versión',
  stands: 'está',
  gone: 'quitado',
  none: 'nada',
};

/** What the log says of the plan: nothing of what is in it. */
export const actCopy: Record<Language, typeof en> = { en, es };
