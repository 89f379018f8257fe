import { formatClock, type Text, timeZoneName } from '../../web/language.ts';
import { isTimeZone } from '../platform/time/clock.ts';

/** The clocks of the United States, each with a city that has it. */
const usual: Record<string, Text> = {
  'America/New_York': { en: 'New York', es: 'Nueva York' },
  'America/Chicago': { en: 'Chicago', es: 'Chicago' },
  'America/Denver': { en: 'Denver', es: 'Denver' },
  'America/Phoenix': { en: 'Phoenix', es: 'Phoenix' },
  'America/Los_Angeles': { en: 'Los Angeles', es: 'Los Ángeles' },
  'America/Anchorage': { en: 'Anchorage', es: 'Anchorage' },
  'Pacific/Honolulu': { en: 'Honolulu', es: 'Honolulu' },
  'America/Puerto_Rico': { en: 'San Juan', es: 'San Juan' },
  'Pacific/Guam': { en: 'Guam', es: 'Guam' },
};

/** The usual time zones in words, and `own` if it is another one, each with the day and the hour there. */
export function zoneOptions(now: Date | null, own: unknown): { value: string; label: Text }[] {
  const isOther = typeof own === 'string' && !Object.hasOwn(usual, own) && isTimeZone(own);
  return [...Object.keys(usual), ...(isOther ? [own] : [])].map((value) => {
    return { value, label: { en: zoneWords(value, now, 'en'), es: zoneWords(value, now, 'es') } };
  });
}

function zoneWords(zone: string, now: Date | null, language: 'en' | 'es'): string {
  const city = usual[zone]?.[language] ?? zone;
  const name = `${timeZoneName(zone, language)} (${city})`;
  const capital = name.charAt(0).toLocaleUpperCase() + name.slice(1);
  return now ? `${capital}: ${formatClock(now, zone, language)}` : capital;
}
