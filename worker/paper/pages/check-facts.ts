import type { ConsoleSection } from '../../organize/console-section.ts';

/** The log's words for the numbers of a check. */
export const checkFacts: NonNullable<ConsoleSection['facts']> = {
  keys: {
    'check version': { en: 'number of the check', es: 'número de la revisión' },
    'check by clerk': { en: 'by the clerk', es: 'por la secretaría' },
    'check by campaign': { en: 'by the campaign', es: 'por la campaña' },
    'check california': { en: 'California', es: 'California' },
    'check washington': { en: 'Washington', es: 'Washington' },
    'check oregon': { en: 'Oregon', es: 'Oregón' },
    'check lines': { en: 'lines', es: 'líneas' },
    'check required': { en: 'needed', es: 'necesarias' },
    'check first sampled': { en: 'drawn', es: 'sacadas' },
    'check first valid': { en: 'valid', es: 'válidas' },
    'check first pairs': { en: 'pairs', es: 'pares' },
    'check second sampled': { en: 'second sample: drawn', es: 'segunda muestra: sacadas' },
    'check second valid': { en: 'second sample: valid', es: 'segunda muestra: válidas' },
    'check second pairs': { en: 'second sample: pairs', es: 'segunda muestra: pares' },
  },
};
