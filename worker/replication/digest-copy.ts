import type { Language } from '../../web/language.ts';
import type { SectionWords } from '../digests/section.ts';

type DigestCopy = {
  section: SectionWords;
  title: string;
  summary: string;
  change: string;
  others: string;
  none: string;
  problems: string;
  table: { caption: string; heads: [string, string]; total: string; out: string };
  statement: string;
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
    summary:
      '{n, plural, one {# signature} other {# signatures}} in {cities, plural, one {one city} other {# cities}} of {state}.',
    change: 'Since the last mail: {change}.',
    others:
      'Beside them {answers, plural, one {# survey answer} other {# survey answers}} and {trained, plural, one {# finished training} other {# finished trainings}}.',
    none: 'No city of {state} has a checked statement yet.',
    problems: 'What is late or missing, and why',
    table: {
      caption: 'Signatures by city, from its last checked week',
      heads: ['City and end of its week', 'Signatures'],
      total: 'Sum',
      out: '{city}: not in the sum',
    },
    statement:
      'The signed statement of this week names each statement of a city that is added up here, by its hash.',
    how: 'The cities of the state: people are counted in each city by itself, so the same person may stand in two. Only signed numbers travel, never names. Each number is from the city’s last statement that was checked, as it stood when this mail was made.',
    link: 'All cities, with their signed statements',
  },
  es: {
    section: {
      named: 'las ciudades del estado',
      reason: 'una campaña que pide algo a {committee} suma las ciudades del estado',
    },
    title: 'Todas las ciudades de {state} juntas',
    summary:
      '{n, plural, one {# firma} other {# firmas}} en {cities, plural, one {una ciudad} other {# ciudades}} de {state}.',
    change: 'Desde el último correo: {change}.',
    others:
      'Además, {answers, plural, one {# respuesta a encuestas} other {# respuestas a encuestas}} y {trained, plural, one {# formación terminada} other {# formaciones terminadas}}.',
    none: 'Ninguna ciudad de {state} tiene todavía una constancia comprobada.',
    problems: 'Qué llega tarde o falta, y por qué',
    table: {
      caption: 'Firmas por ciudad, de su última semana comprobada',
      heads: ['Ciudad y final de su semana', 'Firmas'],
      total: 'Suma',
      out: '{city}: fuera de la suma',
    },
    statement:
      'La constancia firmada de esta semana nombra por su hash cada constancia de una ciudad que se suma aquí.',
    how: 'Las ciudades del estado: las personas se cuentan en cada ciudad por separado, así que la misma persona puede estar en dos. Solo viajan cifras firmadas, nunca nombres. Cada cifra es de la última constancia de la ciudad que se comprobó, tal como estaba cuando se hizo este correo.',
    link: 'Todas las ciudades, con sus constancias firmadas',
  },
};
