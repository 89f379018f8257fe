import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'What it asks, and the answers',
  none: 'None of this has been put to a committee yet.',
  noneTo: 'None of this has been put {to} yet.',
  waiting: '{n, plural, one {One of these waits for an answer.} other {# of these wait for an answer.}}',
  nothing: 'Nothing waits for an answer now.',
  later: 'Will be put {to} at {count} signatures.',
  today: 'Put {to} today. No answer yet.',
  unanswered: 'Put {to} on {date}. No answer for {days, plural, one {# day} other {# days}}.',
  answers: {
    yes: 'Yes',
    partly: 'Partly',
    no: 'No',
    'will-look': 'Will look into it',
    'not-addressed': 'Does not address it',
  },
  said: '{committee}: {answer}',
  late: '{committee}: commitment overdue, it was for {date}',
  answered:
    'Answered on {date}, {days, plural, =0 {on the day it was asked} one {# day after it was asked} other {# days after it was asked}}.',
  answeredUnasked: 'Answered on {date}.',
  given: {
    letter: 'It came on paper: {place}. An organizer entered it here.',
    meeting: 'It was said in a meeting: {place}. An organizer entered it here.',
  },
  replaced:
    'An organizer entered this in place of the committee’s own answer, which stands among the corrections.',
  own: 'The committee’s own answer, which it replaced. {said}',
  written: 'Written in {language}.',
  language: { en: 'English', es: 'Spanish' },
  document: 'Document',
  more: 'Read the whole answer',
  changed: 'Corrected {n, plural, one {once} other {# times}}. See what changed',
  all: 'All answers, with their corrections',
  commitment: {
    before: 'It is to act by {date}: {days, plural, one {# day is left} other {# days are left}}.',
    today: 'It is to act by today, {date}.',
    overdue: 'It was to act by {date}: overdue by {days, plural, one {# day} other {# days}}.',
    kept: 'It was to act by {date}. Kept, as of {on}.',
    missed: 'It was to act by {date}. Missed, as of {on}.',
  },
  source: 'Source: {source}',
  steps: {
    answers: { yes: 'Those who decide answer', no: 'The committee answers' },
    may: 'It may come or not. An answer stands on this page, beside what was asked.',
    asked: 'The petition was put {to}',
    answered: 'Answer from the {committee}',
    waits: 'An answer from the {committee} is awaited',
    waitsText: '{n, plural, one {One ask waits.} other {# asks wait.}}',
    due: 'Day by which the {committee} is to act',
  },
};

export type AsksCopy = typeof en;

export const asksCopy: Record<Language, AsksCopy> = {
  en,
  es: {
    heading: 'Qué pide y qué se respondió',
    none: 'Nada de esto se ha presentado todavía a un comité.',
    noneTo: 'Nada de esto se ha presentado todavía {to}.',
    waiting: '{n, plural, one {Un punto espera respuesta.} other {# puntos esperan respuesta.}}',
    nothing: 'Ahora nada espera respuesta.',
    later: 'Se presentará {to} al llegar a {count} firmas.',
    today: 'Se presentó {to} hoy. Todavía no hay respuesta.',
    unanswered: 'Se presentó {to} el {date}. Lleva {days, plural, one {# día} other {# días}} sin respuesta.',
    answers: {
      yes: 'Sí',
      partly: 'En parte',
      no: 'No',
      'will-look': 'Lo estudiará',
      'not-addressed': 'No lo aborda',
    },
    said: '{committee}: {answer}',
    late: '{committee}: compromiso vencido, era para el {date}',
    answered:
      'Respondió el {date}, {days, plural, =0 {el mismo día} one {# día después de recibirlo} other {# días después de recibirlo}}.',
    answeredUnasked: 'Respondió el {date}.',
    given: {
      letter: 'Llegó por escrito: {place}. Lo anotó alguien de la organización.',
      meeting: 'Se dijo en una reunión: {place}. Lo anotó alguien de la organización.',
    },
    replaced:
      'Lo anotó alguien de la organización en lugar de la respuesta que dio el propio comité, que se puede leer entre las correcciones.',
    own: 'La respuesta que dio el propio comité y que se reemplazó. {said}',
    written: 'Está en {language}.',
    language: { en: 'inglés', es: 'español' },
    document: 'Documento',
    more: 'Leer la respuesta completa',
    changed: 'Se corrigió {n, plural, one {una vez} other {# veces}}. Ver qué cambió',
    all: 'Todas las respuestas y sus correcciones',
    commitment: {
      before: 'Debe actuar a más tardar el {date}: {days, plural, one {queda # día} other {quedan # días}}.',
      today: 'Debe actuar a más tardar hoy, {date}.',
      overdue:
        'Debía actuar a más tardar el {date}: lleva {days, plural, one {# día} other {# días}} de retraso.',
      kept: 'Debía actuar a más tardar el {date}. Cumplió, según consta el {on}.',
      missed: 'Debía actuar a más tardar el {date}. No cumplió, según consta el {on}.',
    },
    source: 'Fuente: {source}',
    steps: {
      answers: { yes: 'Quienes deciden responden', no: 'El comité responde' },
      may: 'Puede haber respuesta o no. Si la hay, queda en esta página, junto a lo que se pidió.',
      asked: 'La petición se presentó {to}',
      answered: 'Respuesta: {committee}',
      waits: 'Se espera respuesta: {committee}',
      waitsText: '{n, plural, one {Un punto espera.} other {# puntos esperan.}}',
      due: 'Fecha para que actúe: {committee}',
    },
  },
};
