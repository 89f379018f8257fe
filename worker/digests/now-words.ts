import { changeLabel } from '../../web/components/change-label.ts';
import { formatInstant, type Language, message } from '../../web/language.ts';

/** How many count at this moment, and by how many that differs from the last digest, if there was one. */
export function countsNowLine(
  { confirmed, change }: { confirmed: number; change: number | null },
  words: { none: string; since: string },
  { language, timeZone, asOf }: { language: Language; timeZone: string; asOf: Date },
): string {
  const values = {
    n: confirmed,
    instant: formatInstant(asOf, timeZone, language),
    change: changeLabel(change ?? 0, language),
  };
  return message(change === null ? words.none : words.since, values, language);
}
