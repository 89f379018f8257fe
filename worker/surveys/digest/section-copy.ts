import type { Language } from '../../../web/language.ts';
import type { SectionWords } from '../../digests/section.ts';

/** Names for surveys in mails and on the staff page. */
export const sectionCopy: Record<
  Language,
  SectionWords & { mail: Record<'more' | 'moreLink' | 'live' | 'liveLink', string> }
> = {
  en: {
    named: 'the survey',
    reason: 'the survey is for the {committee}',
    did: 'answered',
    csv: {
      label: 'All weeks of “{title}” as CSV, question by question',
      explained: 'What the columns of a survey’s CSV mean',
      columns: {
        week_ending: 'The Sunday of the reported week',
        answers_as_of:
          'The Sunday of the week that the numbers are from: an earlier one, for all questions alike, if what changed since could be the answers of one to four people',
        question_id: 'The question’s short name',
        question: 'The question',
        district:
          'The place: all, {districts, select, yes {a district’s code} other {the city’s code}}, outside, unknown, or other areas (groups under 5 together)',
        answer_id:
          'Empty in the row of all who answered the question; else an option, a line or a value. OPTION~first: first places. LINE~raised, ~same, ~cut: against today. ~kept, ~changed, ~removed: the suggested answer',
        answer: 'The same in words',
        people: 'How many people',
        mean: 'For a scale, a number, a line of a budget, or the place in a ranking',
        median: 'Only for everybody together',
      },
    },
    mail: {
      more: 'By place, with charts and as CSV, on your staff page:',
      moreLink: 'Staff page',
      live: 'The survey as people see it:',
      liveLink: 'Live page',
    },
  },
  es: {
    named: 'la encuesta',
    reason: 'la encuesta es para: {committee}',
    did: 'respondieron',
    csv: {
      label: 'Todas las semanas de «{title}» en CSV, pregunta por pregunta',
      explained: 'Qué significan las columnas del CSV de una encuesta',
      columns: {
        week_ending: 'El domingo de la semana que se comunica',
        answers_as_of:
          'El domingo de la semana de los números: una anterior, igual para todas las preguntas, si lo que cambió desde entonces puede ser lo que contestaron de una a cuatro personas',
        question_id: 'El nombre corto de la pregunta',
        question: 'La pregunta',
        district:
          'El lugar: all (todos), el código de {districts, select, yes {un distrito} other {la ciudad}}, outside, unknown u otras zonas juntas',
        answer_id:
          'Vacío en la fila de todas las personas que contestaron; si no, una opción, una partida o un valor. OPCIÓN~first: primeros puestos. PARTIDA~raised, ~same, ~cut: frente a hoy. ~kept, ~changed, ~removed: la respuesta propuesta',
        answer: 'Lo mismo en palabras',
        people: 'Cuántas personas',
        mean: 'De una escala, un número, una partida del presupuesto o el puesto en un orden',
        median: 'Solo de todas las personas juntas',
      },
    },
    mail: {
      more: 'Por lugar, con gráficas y en CSV, en su página de trabajo:',
      moreLink: 'Página de trabajo',
      live: 'La encuesta tal como la ve la gente:',
      liveLink: 'Página en vivo',
    },
  },
};
