import type { Language } from '../../web/language.ts';

const locales: Record<Language, string> = { en: 'en-US', es: 'es-US' };
const formats = { en: formatsOf('en'), es: formatsOf('es') };

/** "8 November 2026", "8 de noviembre de 2026". */
export function writtenDay(isoDate: string, language: Language): string {
  const { day, month, year } = partsOf(formats[language].long, isoDate);
  return language === 'es' ? `${day} de ${month} de ${year}` : `${day} ${month} ${year}`;
}

/** "8 Nov", "8 nov". */
export function shortDay(isoDate: string, language: Language): string {
  const { day, month } = partsOf(formats[language].short, isoDate);
  return `${day} ${month}`;
}

/** "8 Nov 2026", "8 nov 2026". */
export function shortDayAndYear(isoDate: string, language: Language): string {
  return `${shortDay(isoDate, language)} ${isoDate.slice(0, 4)}`;
}

function formatsOf(language: Language) {
  const date = { timeZone: 'UTC', day: 'numeric', year: 'numeric' } as const;
  return {
    long: new Intl.DateTimeFormat(locales[language], { ...date, month: 'long' }),
    short: new Intl.DateTimeFormat(locales[language], { ...date, month: 'short' }),
  };
}

function partsOf(format: Intl.DateTimeFormat, isoDate: string): Record<string, string> {
  const parts = format.formatToParts(new Date(`${isoDate}T12:00:00Z`));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}
