import type { Language } from '../../web/language.ts';

const locales: Record<Language, string> = { en: 'en-US', es: 'es-US' };
const formats = { en: formatsOf('en'), es: formatsOf('es') };

/** "November 8, 2026", "8 de noviembre de 2026". */
export function writtenDay(isoDate: string, language: Language): string {
  return formats[language].long.format(noonOf(isoDate));
}

/** "Nov 8", "8 nov". */
export function shortDay(isoDate: string, language: Language): string {
  return formats[language].short.format(noonOf(isoDate));
}

/** "Nov 8, 2026", "8 nov 2026". */
export function shortDayAndYear(isoDate: string, language: Language): string {
  return formats[language].shortWithYear.format(noonOf(isoDate));
}

function formatsOf(language: Language) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', day: 'numeric', ...options });
  return {
    long: format({ month: 'long', year: 'numeric' }),
    short: format({ month: 'short' }),
    shortWithYear: format({ month: 'short', year: 'numeric' }),
  };
}

function noonOf(isoDate: string): Date {
  return new Date(`${isoDate}T12:00:00Z`);
}
