import type { Language } from '../../web/language.ts';
import type { ActionWords } from '../actions/kind.ts';

/** A survey's texts for the pages and lists of all kinds of actions. */
export const surveyWords: Record<Language, ActionWords> = {
  en: {
    button: 'Answer the survey',
    call: 'Answer the survey',
    read: 'About this survey',
    embedHeading: 'Put this survey on your site',
    count: {
      label: '{n, plural, =0 {answers so far} one {person has answered} other {people have answered}}',
      final: '{n, plural, =0 {people answered} one {person answered} other {people answered}}',
      asOf: 'As of {instant}.',
      waiting:
        '{n, plural, =0 {No answer is waiting to be confirmed.} one {One more person’s answers wait to be confirmed by email.} other {{count} more people’s answers wait to be confirmed by email.}}',
      none: 'Yours can be the first.',
    },
    state: {
      upcoming: 'This survey opens for answers on {date}.',
      closed: 'This survey closed on {date}.',
      closedUndated: 'This survey has closed.',
      rejected: 'This survey was not accepted.',
      removed: 'This survey was removed. It takes no answers, and its questions are no longer shown.',
      removedOn: 'The last day to answer it was {date}.',
      toCampaign: 'Go to the campaign: {campaign}',
    },
    counted:
      '{n, plural, =0 {No one has answered yet.} one {One person has answered.} other {{count} people have answered.}}',
    countedInList:
      '{n, plural, =0 {No one has answered the survey yet} one {One person has answered the survey} other {{count} people have answered the survey}}',
    countedOnCard: '{n, plural, one {person has answered} other {people have answered}}',
    reached: '{n, plural, one {One person has} other {{count} people have}} answered: {action}',
    closing: 'Last day to answer: {action}',
    share: {
      withFact: {
        message: '{ask} Your answers are counted and go to our council: {link}',
        post: '{ask} Your answers go to the council: {link}',
        email:
          'Hello,\n\nOur council should hear from many people. {ask}\n\nAnswer here. You can skip what you like:\n{link}\n\n{fact}\nSource: {source}\n\nThank you.',
      },
      withoutFact: {
        message: '{ask} Your answers are counted and go to our council: {link}',
        post: '{ask} Your answers go to the council: {link}',
        email:
          'Hello,\n\nOur council should hear from many people. {ask}\n\nAnswer here. You can skip what you like:\n{link}\n\nThank you.',
      },
    },
    partner: {
      received: 'Answered',
      share:
        '{share}% of {n, plural, one {the one person} other {all {total} people}} who answered and confirmed. As of {instant}.',
      none: 'Nobody has answered and confirmed yet. As of {instant}.',
    },
  },
  es: {
    button: 'Responder la encuesta',
    call: 'Responda la encuesta',
    read: 'Sobre esta encuesta',
    embedHeading: 'Ponga esta encuesta en su sitio',
    count: {
      label:
        '{n, plural, =0 {respuestas hasta ahora} one {persona ha respondido} other {personas han respondido}}',
      final: '{n, plural, =0 {personas respondieron} one {persona respondió} other {personas respondieron}}',
      asOf: 'Dato del {instant}.',
      waiting:
        '{n, plural, =0 {Ninguna respuesta espera confirmación.} one {Las respuestas de una persona más esperan confirmación por correo.} other {Las respuestas de {count} personas más esperan confirmación por correo.}}',
      none: 'La suya puede ser la primera.',
    },
    state: {
      upcoming: 'Esta encuesta se abre el {date}.',
      closed: 'Esta encuesta cerró el {date}.',
      closedUndated: 'Esta encuesta ha cerrado.',
      rejected: 'Esta encuesta no fue aceptada.',
      removed: 'Esta encuesta fue retirada. No recibe respuestas y sus preguntas ya no se muestran.',
      removedOn: 'El último día para responderla fue el {date}.',
      toCampaign: 'Ir a la campaña: {campaign}',
    },
    counted:
      '{n, plural, =0 {Nadie ha respondido todavía.} one {Una persona ha respondido.} other {{count} personas han respondido.}}',
    countedInList:
      '{n, plural, =0 {Nadie ha respondido la encuesta todavía} one {Una persona ha respondido la encuesta} other {{count} personas han respondido la encuesta}}',
    countedOnCard: '{n, plural, one {persona ha respondido} other {personas han respondido}}',
    reached: '{n, plural, one {Una persona ha respondido} other {{count} personas han respondido}}: {action}',
    closing: 'Último día para responder: {action}',
    share: {
      withFact: {
        message: '{ask} Sus respuestas cuentan y llegan a nuestro concejo: {link}',
        post: '{ask} Sus respuestas llegan al concejo: {link}',
        email:
          'Hola:\n\nNuestro concejo debe oír a mucha gente. {ask}\n\nResponda aquí. Puede omitir lo que quiera:\n{link}\n\n{fact}\nFuente: {source}\n\nGracias.',
      },
      withoutFact: {
        message: '{ask} Sus respuestas cuentan y llegan a nuestro concejo: {link}',
        post: '{ask} Sus respuestas llegan al concejo: {link}',
        email:
          'Hola:\n\nNuestro concejo debe oír a mucha gente. {ask}\n\nResponda aquí. Puede omitir lo que quiera:\n{link}\n\nGracias.',
      },
    },
    partner: {
      received: 'Respuestas',
      share:
        'El {share} % de {n, plural, one {la única persona que respondió y confirmó} other {las {total} personas que respondieron y confirmaron}}. Al {instant}.',
      none: 'Nadie ha respondido y confirmado todavía. Al {instant}.',
    },
  },
};
