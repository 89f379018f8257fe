import type { Language } from '../../../../web/language.ts';

const en = {
  heading: 'Speak at the hearing',
  minutes: '{n, plural, one {You have one minute.} other {You have # minutes.}}',
  by: 'Register by {when}.',
  untilBegin: 'Register before it begins.',
  late: 'The time to register ended on {when}.',
  lateBegun: 'It has begun, so you can no longer register.',
  other: 'You can still write to the members of the council.',
  register: 'Register to speak',
  phone: 'Register by phone: {text}',
  place: 'Where to register: {text}',
  helper: 'Write what you will say',
};

const es: typeof en = {
  heading: 'Hablar en la audiencia',
  minutes: '{n, plural, one {Usted tiene un minuto.} other {Usted tiene # minutos.}}',
  by: 'Inscríbase para hablar hasta el {when}.',
  untilBegin: 'Inscríbase para hablar antes de que comience.',
  late: 'El plazo para inscribirse terminó el {when}.',
  lateBegun: 'Ya comenzó, así que no es posible inscribirse para hablar.',
  other: 'Todavía puede escribir a quienes integran el concejo.',
  register: 'Inscribirse para hablar',
  phone: 'Inscribirse por teléfono: {text}',
  place: 'Dónde inscribirse: {text}',
  helper: 'Escribir lo que va a decir',
};

export const speakCopy: Record<Language, typeof en> = { en, es };
