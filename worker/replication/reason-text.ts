import type { Language } from '../../web/language.ts';
import { reasonCopy } from './reason-copy.ts';
import type { CityReading } from './rules.ts';

/** Of a city; null if nothing speaks against it, or only that it has no statement yet, which its state says. */
export function reasonText(
  { reason, week }: Pick<CityReading, 'reason' | 'week'>,
  language: Language,
): string | null {
  if (reason === null || (reason === 'no-statement' && week === null)) return null;
  return reasonCopy[language][reason === 'no-campaign' && week === null ? 'never-named' : reason];
}
