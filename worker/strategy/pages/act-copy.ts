import type { Language } from '../../../web/language.ts';

const en = {
  subject: 'An office or an organization',
  'add-stakeholder': 'An office or an organization was added to the strategy',
  'change-stakeholder': 'An office or an organization of the strategy was changed',
  'remove-stakeholder': 'An office or an organization was taken off the strategy',
  'enter-evidence': 'Evidence was entered in the strategy',
  'take-back-evidence': 'Evidence was taken back in the strategy',
  'add-tie': 'A tie was added to the strategy',
  'remove-tie': 'A tie was removed from the strategy',
  'take-strategy': 'The strategy was downloaded',
  evidence: 'evidence, by its code',
  tie: 'tie, by its code',
  change: 'change, by its code',
  version: 'version',
  stands: 'there',
  gone: 'taken off',
  none: 'none',
  sha256: 'SHA-256 of the file',
};

const es: typeof en = {
  subject: 'Un cargo o una organización',
  'add-stakeholder': 'Se añadió un cargo o una organización a la estrategia',
  'change-stakeholder': 'Se cambió un cargo o una organización de la estrategia',
  'remove-stakeholder': 'Se quitó un cargo o una organización de la estrategia',
  'enter-evidence': 'Se anotó una prueba en la estrategia',
  'take-back-evidence': 'Se retiró una prueba de la estrategia',
  'add-tie': 'Se añadió un vínculo a la estrategia',
  'remove-tie': 'Se quitó un vínculo de la estrategia',
  'take-strategy': 'Se descargó la estrategia',
  evidence: 'prueba, por su código',
  tie: 'vínculo, por su código',
  change: 'cambio, por su código',
  version: 'versión',
  stands: 'está',
  gone: 'quitado',
  none: 'nada',
  sha256: 'SHA-256 del archivo',
};

/** What the log says of the strategy: it names nobody. */
export const actCopy: Record<Language, typeof en> = { en, es };
