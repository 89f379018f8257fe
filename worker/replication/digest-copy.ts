import type { Language } from '../../web/language.ts';
import type { SectionWords } from '../digests/section.ts';

type DigestCopy = {
  section: SectionWords;
  title: string;
  subject: string;
  subjectOfNone: string;
  /** After the number. */
  figure: string;
  change: string;
  others: string;
  none: string;
  problems: string;
  table: { caption: string; heads: [string, string]; total: string };
  lastNumber: string;
  statement: string;
  earlier: string;
  how: string;
  link: string;
};

export const digestCopy: Record<Language, DigestCopy> = {
  en: {
    section: {
      named: 'the cities of the state',
      reason: 'a campaign that asks the {committee} for something adds up the cities of the state',
    },
    title: 'All cities of {state} together',
    subject: '“{campaign}”: {sum} ({change})',
    subjectOfNone: '“{campaign}”: no city of {state} has a checked statement yet',
    figure: '{n, plural, one {signature} other {signatures}} in {where} of {state}',
    change: 'Since the last mail: {change}.',
    others:
      'Beside them {answers, plural, one {# survey answer} other {# survey answers}} and {trained, plural, one {# finished training} other {# finished trainings}}.',
    none: 'No city of {state} has a checked statement yet.',
    problems: 'What is late or missing, and why',
    table: {
      caption: 'Signatures by city, from its last checked week',
      heads: ['City and end of its week', 'Signatures'],
      total: 'Sum',
    },
    lastNumber: 'Its last number: {n, plural, one {# signature} other {# signatures}}, week to {date}.',
    statement:
      'The signed statement of this week names each statement of a city that is added up here, by its hash.',
    earlier:
      'Not yet with this week: {cities}. A city signs its statement of a week when it mails its own committee, and it is read after that. The next mail has it.',
    how: 'The cities of the state: people are counted in each city by itself, so the same person may stand in two. Only signed numbers travel, never names. Each number is from the city’s last statement that was checked, as it stood when this mail was made.',
    link: 'All cities, with their signed statements',
  },
  es: {
    section: {
      named: 'las ciudades del estado',
      reason: 'una campaña que pide algo a {committee} suma las ciudades del estado',
    },
    title: 'Todas las ciudades de {state} juntas',
    subject: '«{campaign}»: {sum} ({change})',
    subjectOfNone: '«{campaign}»: ninguna ciudad de {state} tiene todavía una constancia comprobada',
    figure: '{n, plural, one {firma} other {firmas}} en {where} de {state}',
    change: 'Desde el último correo: {change}.',
    others:
      'Además, {answers, plural, one {# respuesta a encuestas} other {# respuestas a encuestas}} y {trained, plural, one {# formación terminada} other {# formaciones terminadas}}.',
    none: 'Ninguna ciudad de {state} tiene todavía una constancia comprobada.',
    problems: 'Qué llega tarde o falta, y por qué',
    table: {
      caption: 'Firmas por ciudad, de su última semana comprobada',
      heads: ['Ciudad y final de su semana', 'Firmas'],
      total: 'Suma',
    },
    lastNumber: 'Su última cifra: {n, plural, one {# firma} other {# firmas}}, semana hasta el {date}.',
    statement:
      'La constancia firmada de esta semana nombra por su hash cada constancia de una ciudad que se suma aquí.',
    earlier:
      'Todavía sin esta semana: {cities}. Una ciudad firma la constancia de una semana cuando escribe a su propio comité, y se lee después. El próximo correo la tiene.',
    how: 'Las ciudades del estado: las personas se cuentan en cada ciudad por separado, así que la misma persona puede estar en dos. Solo viajan cifras firmadas, nunca nombres. Cada cifra es de la última constancia de la ciudad que se comprobó, tal como estaba cuando se hizo este correo.',
    link: 'Todas las ciudades, con sus constancias firmadas',
  },
};
