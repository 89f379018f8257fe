import type { Language } from '../../../../web/language.ts';
import { headsCopy } from '../../kinds/pages/heads-copy.ts';
import { surveyTallyCopy } from './survey-tally-copy.ts';

/** Texts that only surveys need; `tally` has those that petitions share. */
const en = {
  tally: surveyTallyCopy.en,
  here: '{n, plural, one {person answered here} other {people answered here}}, confirmed by mail',
  opened: '{n, plural, one {person opened} other {people opened}} the city’s own survey',
  reported: '{n, plural, one {person said} other {people said}} that they sent it to the city',
  overlap:
    'These three overlap and are never added up: the same person can be in all of them. All count only people who confirmed an answer here by mail, each once. What they did next is what they told us; we cannot check it.',
  how: {
    alike: 'A response to a survey counts by the same rules as a signature.',
    answers:
      'Answers are counted from the responses that count at the end of the week. A person may leave questions out, so each question says how many answered it.',
    areas:
      'If fewer than five people in an area answered a question, their answers are reported together with those of other areas.',
  },
  tooFew: 'Fewer than five people have answered. Answers are reported from five people on.',
  someTooFew:
    'Fewer than five people have answered these questions, so their answers are not reported yet: {titles}.',
  held: 'All answers are as of the week ending {date}. Newer ones are reported, all at once, when no difference between two weeks could be the answers of one to four people.',
  areasHeld:
    'All answers by place are as of the week ending {date}. Newer ones are reported, all at once, when no difference between two weeks could be the answers of one to four people.',
  empty: '“{title}”: nobody has answered and confirmed yet.',
  texts: 'Text answers',
  heads: headsCopy.en.heads,
  areas: {
    summary: 'By place',
    meanSummary: 'Means by place',
    caption: 'By place: {title}',
    mean: 'Means by place: {title}',
    everybody: 'All',
    together: 'Other areas together',
    short: { outside: 'Out', unknown: '?', together: 'Rest' },
    onPaper:
      'Columns of tables: All is everybody, {districts, select, yes {a number is a district, } other {}}Out is outside {city}, ? is not known, Rest is other areas together. Where the shares of All add up to more than 100%, people could choose several answers.',
    folded:
      'Areas where fewer than five people answered are reported together, with the next smallest area if needed, so that no answer points to a person.',
    none: 'Not shown by place: too few people in each answered this question.',
  },
  suggestions: {
    heading: 'Suggested answers',
    caption: 'What people did with the answers suggested in “{title}”',
    intro: 'The campaign proposed answers to these questions. Everyone could change or clear them.',
    kept: 'Kept',
    changed: 'Changed',
    removed: 'Removed',
    line: '“{title}” The suggested answer: kept by {kept}, changed by {changed}, removed by {removed}.',
  },
  findings: {
    heading: 'What stands out',
  },
  score: '{n, plural, one {Score of # person} other {Mean score of # people}}: {mean}.',
  words: {
    heading: 'In their own words',
    intro: 'Those who wrote it let you read it; the campaign read it before it was passed on.',
    unread:
      '{n, plural, one {# more sentence was shared, but it cannot be opened} other {# more sentences were shared, but they cannot be opened}} at the moment.',
  },
  earlier: {
    heading: 'Earlier wording',
    caption: 'Answers to earlier questions of “{title}”',
    intro: 'The survey has changed. These answers were given to questions or options that it no longer has.',
    wrote: 'Answered in all',
  },
  now: {
    since:
      '{n, plural, one {# person} other {# people}} answered here as of {instant}: {change} since that week ended.',
    none: '{n, plural, one {# person} other {# people}} answered here as of {instant}.',
    city: 'The city’s own survey was opened by {opened}, and {reported} said that they sent it.',
    weekly: 'The answers are reported once a week.',
  },
  trend: {
    caption: 'People who answered here, at the end of each week',
    verified: 'Answered',
    table: 'Each week of “{title}” as it was reported',
  },
};

export const surveyCopy: Record<Language, typeof en> = {
  en,
  es: {
    tally: surveyTallyCopy.es,
    here: '{n, plural, one {persona respondió aquí y lo confirmó} other {personas respondieron aquí y lo confirmaron}} por correo',
    opened: '{n, plural, one {persona abrió} other {personas abrieron}} la encuesta de la ciudad',
    reported:
      '{n, plural, one {persona dijo que la envió} other {personas dijeron que la enviaron}} a la ciudad',
    overlap:
      'Estos tres números se solapan y nunca se suman: la misma persona puede estar en los tres. Todos cuentan solo a quienes confirmaron aquí una respuesta por correo, una vez a cada quien. Lo que hicieron después es lo que nos dijeron; no podemos comprobarlo.',
    how: {
      alike: 'Una respuesta a una encuesta cuenta con las mismas reglas que una firma.',
      answers:
        'Se cuentan las contestaciones de las respuestas que valían al final de la semana. Se pueden dejar preguntas en blanco; por eso cada pregunta dice cuántas personas la contestaron.',
      areas:
        'Donde menos de cinco personas de una zona contestaron una pregunta, sus respuestas se dan junto con las de otras zonas.',
    },
    tooFew: 'Han contestado menos de cinco personas. Las respuestas se comunican a partir de cinco.',
    someTooFew:
      'Menos de cinco personas contestaron estas preguntas, así que sus respuestas todavía no se comunican: {titles}.',
    held: 'Todas las respuestas son de la semana que terminó el {date}. Las más recientes se comunican, todas a la vez, cuando ninguna diferencia entre dos semanas pueda ser lo que contestaron de una a cuatro personas.',
    areasHeld:
      'Todas las respuestas por lugar son de la semana que terminó el {date}. Las más recientes se comunican, todas a la vez, cuando ninguna diferencia entre dos semanas pueda ser lo que contestaron de una a cuatro personas.',
    empty: '«{title}»: todavía nadie ha respondido y confirmado.',
    texts: 'Respuestas de texto',
    heads: headsCopy.es.heads,
    areas: {
      summary: 'Por lugar',
      meanSummary: 'Medias por lugar',
      caption: 'Por lugar: {title}',
      mean: 'Medias por lugar: {title}',
      everybody: 'Todo',
      together: 'Otras zonas juntas',
      short: { outside: 'Fuera', unknown: '?', together: 'Resto' },
      onPaper:
        'Columnas de las tablas: Todo es todas las personas; {districts, select, yes {un número, un distrito; } other {}}Fuera, fuera de {city}; ?, lugar desconocido; Resto, otras zonas juntas. Donde los porcentajes de Todo suman más del 100\u00A0%, se podían elegir varias respuestas.',
      folded:
        'Las zonas donde contestaron menos de cinco personas se dan juntas, si hace falta con la siguiente más pequeña, para que ninguna respuesta señale a una persona.',
      none: 'No se muestra por lugar: en cada uno contestaron muy pocas personas.',
    },
    suggestions: {
      heading: 'Respuestas propuestas',
      caption: 'Qué hizo la gente con las respuestas propuestas en «{title}»',
      intro: 'La campaña propuso respuestas a estas preguntas. Cada persona podía cambiarlas o borrarlas.',
      kept: 'Mantenidas',
      changed: 'Cambiadas',
      removed: 'Quitadas',
      line: '«{title}» La respuesta propuesta: mantenida por {kept}, cambiada por {changed}, quitada por {removed}.',
    },
    findings: {
      heading: 'Lo que destaca',
    },
    score: '{n, plural, one {Puntuación de # persona} other {Puntuación media de # personas}}: {mean}.',
    words: {
      heading: 'En sus propias palabras',
      intro: 'Quienes lo escribieron permiten que usted lo lea; la campaña lo leyó antes de pasarlo.',
      unread:
        '{n, plural, one {Se compartió # frase más, que por ahora no se puede abrir} other {Se compartieron # frases más, que por ahora no se pueden abrir}}.',
    },
    earlier: {
      heading: 'Redacción anterior',
      caption: 'Respuestas a preguntas anteriores de «{title}»',
      intro: 'La encuesta ha cambiado. Estas respuestas se dieron a preguntas u opciones que ya no tiene.',
      wrote: 'Contestaron en total',
    },
    now: {
      since:
        'Al {instant}: {n, plural, one {respondió aquí # persona} other {respondieron aquí # personas}}, {change} desde el final de esa semana.',
      none: 'Al {instant}: {n, plural, one {respondió aquí # persona} other {respondieron aquí # personas}}.',
      city: 'Encuesta de la ciudad: abierta por {opened}, enviada, según dijeron, por {reported}.',
      weekly: 'Lo que la gente contestó se comunica una vez por semana.',
    },
    trend: {
      caption: 'Personas que respondieron aquí, al final de cada semana',
      verified: 'Respondieron',
      table: 'Cada semana de «{title}» tal como se comunicó',
    },
  },
};
