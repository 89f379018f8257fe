import type { Language } from '../../web/language.ts';

const en = { outside: 'Outside {city}' };

export const copy: Record<Language, typeof en> = { en, es: { outside: 'Fuera de {city}' } };
