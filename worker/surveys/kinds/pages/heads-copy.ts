import type { Language } from '../../../../web/language.ts';

const en = {
  heads: {
    answer: 'Answer',
    people: 'People',
    line: 'Line',
    today: 'Today',
    mean: 'Mean',
    median: 'Median',
    option: 'Option',
    place: 'Mean place',
    firsts: 'First places',
    question: 'Question',
    answered: 'People who answered',
    answeredShort: 'Answered',
  },
  /** Of an answer to a question or an option that the survey no longer has. */
  earlier: '{label} (earlier wording)',
};

const es: typeof en = {
  heads: {
    answer: 'Respuesta',
    people: 'Personas',
    line: 'Partida',
    today: 'Hoy',
    mean: 'Media',
    median: 'Mediana',
    option: 'Opción',
    place: 'Puesto medio',
    firsts: 'Primeros puestos',
    question: 'Pregunta',
    answered: 'Personas que contestaron',
    answeredShort: 'Contestaron',
  },
  earlier: '{label} (redacción anterior)',
};

/** The heads of the tables of answers. */
export const headsCopy: Record<Language, typeof en> = { en, es };
