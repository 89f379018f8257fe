import type { Language } from '../../../../web/language.ts';

const en = {
  title: 'Program',
  time: '{from} to {until}',
  room: 'Where: {text}',
  speakers: 'Who speaks: {text}',
  languages: 'Language: {text}',
  seats: '{text, plural, one {Room for one person} other {Room for # people}}: first come, first seated',
  free: 'You sign up for the event, not for single sessions. Where two are at the same time, you choose there.',
  print: 'Program to print',
  printed: 'Program: {title}',
  button: 'Print the program',
  back: 'Back to the event',
  signUp: 'Sign up here:',
};

export const programmeCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Programa',
    time: 'De {from} a {until}',
    room: 'Dónde: {text}',
    speakers: 'Quién habla: {text}',
    languages: 'Idioma: {text}',
    seats:
      '{text, plural, one {Cabe una persona} other {Caben # personas}}: los lugares son por orden de llegada',
    free: 'Usted se inscribe en el evento, no en cada sesión. Donde hay dos a la misma hora, se elige allí.',
    print: 'Programa para imprimir',
    printed: 'Programa: {title}',
    button: 'Imprimir el programa',
    back: 'Volver al evento',
    signUp: 'Inscríbase aquí:',
  },
};
