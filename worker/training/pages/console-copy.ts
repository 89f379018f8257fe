import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Training',
  lead: 'How often the training was begun and finished. There are no accounts, so nobody can tell whether somebody finished twice; pages that are sent twice count once.',
  waits: '{n, plural, one {# lesson waits} other {# lessons wait}} for a review',
  finished: 'Finished the training',
  total:
    '{started, plural, one {Begun once} other {Begun # times}}, {finished, plural, one {finished once} other {finished # times}}.',
  public: 'The training as residents see it',
  forms: 'Edit the lessons',
  sources: { caption: 'By source', source: 'Source', started: 'Begun', finished: 'Finished' },
  questions: {
    caption: 'Right at the first try',
    question: 'Question',
    answered: 'Answered',
    right: 'Right at once',
    few: 'shown from 5 answers',
  },
  reviews: { caption: 'Reviews', lesson: 'Lesson', on: 'Reviewed', never: 'Not yet', by: '{date}, by {who}' },
  none: 'Nobody has begun it yet.',
};

export const consoleCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Formación',
    lead: 'Cuántas veces se empezó y se terminó la formación. No hay cuentas, así que nadie puede saber si alguien la terminó dos veces; las páginas que se envían dos veces cuentan una.',
    waits: '{n, plural, one {# lección} other {# lecciones}} por revisar',
    finished: 'Terminaron la formación',
    total:
      'Se empezó {started, plural, one {una vez} other {# veces}} y se terminó {finished, plural, one {una vez} other {# veces}}.',
    public: 'La formación tal como la ven los residentes',
    forms: 'Editar las lecciones',
    sources: { caption: 'Por fuente', source: 'Fuente', started: 'Empezadas', finished: 'Terminadas' },
    questions: {
      caption: 'Correctas a la primera',
      question: 'Pregunta',
      answered: 'Respondidas',
      right: 'Correctas a la primera',
      few: 'se muestra desde 5 respuestas',
    },
    reviews: {
      caption: 'Revisiones',
      lesson: 'Lección',
      on: 'Revisada',
      never: 'Todavía no',
      by: '{date}, por {who}',
    },
    none: 'Nadie la ha empezado todavía.',
  },
};
