import type { Language } from '../../web/language.ts';

const formats = {
  en: new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }),
  es: new Intl.NumberFormat('es-US', { style: 'currency', currency: 'USD' }),
};

/** "$1,250.00". */
export function dollars(cents: number, language: Language): string {
  return formats[language].format(cents / 100);
}
