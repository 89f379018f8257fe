import type { Language } from '../../../web/language.ts';

const en = {
  home: {
    title: 'Petitions your council can count on',
    lead: 'Sign once and be counted once. Your council gets the totals, never your name. No account, no cookies.',
    heading: 'Campaigns',
    none: 'There is no campaign here yet.',
    more: 'More campaigns',
  },
  countdown: '{days, plural, =0 {Today: {name}} one {Tomorrow: {name}} other {In # days: {name}}}',
  facts: 'The facts',
  timeline: 'What happens when',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    home: {
      title: 'Peticiones con las que su concejo puede contar',
      lead: 'Firme una vez y cuente una vez. Su concejo recibe los totales, nunca su nombre. Sin cuenta y sin cookies.',
      heading: 'Campañas',
      none: 'Todavía no hay ninguna campaña.',
      more: 'Más campañas',
    },
    countdown: '{days, plural, =0 {Hoy: {name}} one {Mañana: {name}} other {Dentro de # días: {name}}}',
    facts: 'Los hechos',
    timeline: 'Qué pasa y cuándo',
  },
};
