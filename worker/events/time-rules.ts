import { formatDate, formatTime, type Language, message, timeZoneName } from '../../web/language.ts';
import { dateIn, daysAfter, instantAt } from '../platform/time/clock.ts';

/** The instant of a local day and time; null where the clock skips it, or shows it twice. */
export function instantOf(local: string, timeZone: string): Date | null {
  return instantAt(local, timeZone, 'reject');
}

/** The same time two days before on the city's clock, also where it is changed in between. */
export function twoDaysBefore(at: Date, timeZone: string): Date {
  return daysAfter(at, -2, timeZone);
}

/** Such as "Monday, December 7, 2026, 6:00 pm to 8:00 pm, Eastern Time". */
export function formatSpan(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  timeZone: string,
  language: Language,
): string {
  const [first, last] = [dateIn(timeZone, startsAt), dateIn(timeZone, endsAt)];
  const until = formatTime(endsAt, timeZone, language);
  const values = {
    day: formatDate(first, language),
    from: formatTime(startsAt, timeZone, language),
    until: first === last ? until : `${formatDate(last, language)}, ${until}`,
    zone: timeZoneName(timeZone, language, startsAt),
  };
  return message(span[language], values, language);
}

const span: Record<Language, string> = {
  en: '{day}, {from} to {until}, {zone}',
  es: '{day}, de {from} a {until}, {zone}',
};
