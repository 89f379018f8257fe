import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Timeline',
  today: 'Today',
  next: '{days, plural, =0 {Today: {name}} one {Tomorrow: {name}} other {# days until: {name}}}',
  key: 'A filled bar is now, a gray one is over, an outlined one is to come. Lines are dates that decide.',
  caption: 'Phases and dates that decide',
  what: 'What',
  when: 'When',
  about: 'What it is about',
  decides: 'What it decides',
  open: 'Timeline to print',
  calendar: 'Put the dates into your calendar',
  back: 'Back to the campaign',
};

const es: typeof en = {
  title: 'Calendario',
  today: 'Hoy',
  next: '{days, plural, =0 {Hoy: {name}} one {Mañana: {name}} other {Faltan # días para: {name}}}',
  key: 'Una barra llena es lo de ahora; una gris, lo que ya pasó; una con solo el borde, lo que viene. Las líneas son fechas que deciden.',
  caption: 'Fases y fechas que deciden',
  what: 'Qué',
  when: 'Cuándo',
  about: 'De qué se trata',
  decides: 'Qué decide',
  open: 'Calendario para imprimir',
  calendar: 'Poner las fechas en su calendario',
  back: 'Volver a la campaña',
};

/** Words of what everybody may see. */
export const copy: Record<Language, typeof en> = { en, es };
