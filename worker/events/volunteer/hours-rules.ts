import type { Language } from '../../../web/language.ts';

export function hoursText(quarters: number, language: Language): string {
  return new Intl.NumberFormat(language === 'es' ? 'es-US' : 'en-US').format(quarters / 4);
}
