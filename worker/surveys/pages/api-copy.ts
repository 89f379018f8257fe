import type { Language } from '../../../web/language.ts';

const en = {
  'not-answers': 'Must be an object with an answer under the id of its question',
  'unknown-question': 'There is no such question in this survey',
  hidden: 'This question is not asked, given the other answers',
};

/** Errors that only programs can make. */
export const apiCopy: Record<Language, typeof en> = {
  en,
  es: {
    'not-answers': 'Debe ser un objeto con una respuesta bajo el identificador de su pregunta',
    'unknown-question': 'Esta encuesta no tiene esa pregunta',
    hidden: 'Esta pregunta no se hace, según las demás respuestas',
  },
};
