import type { SummaryLine } from '../../../web/components/error-summary.tsx';
import { errorMessage } from '../../../web/components/field-errors.ts';
import { type Language, message } from '../../../web/language.ts';
import type { AnswerProblem } from '../kinds/kind.ts';
import { labelIn } from '../kinds/options.ts';
import { pageOf } from '../kinds/pages/page-of.ts';
import { kindOf, type Question } from '../kinds/questions.ts';
import { quoted } from './answer-words.ts';
import { anchorOf, type SurveyError } from './survey.ts';

const en = {
  answer: {
    missing: 'Answer this question',
    'sent-twice': 'The form sent two answers to this question. Enter it once',
    'wrong-shape': 'This answer does not fit its question. Enter it again',
    'not-one-of': 'Choose one of the answers of this question',
    'too-many':
      '{most, plural, one {Choose one at most} other {Choose # at most}}. You chose {chosen, number}',
    'too-few':
      '{least, plural, one {Choose at least one} other {Choose at least #}}. You chose {chosen, number}',
    'not-a-number': 'Enter a number, like 12',
    'too-small': 'Enter a number from {min, number} to {max, number}',
    'too-large': 'Enter a number from {min, number} to {max, number}',
    'not-in-steps': 'Enter a number in steps of {step, number}',
    negative: 'Enter 0 or more',
    'too-long': 'Your text has {length, number} characters. Shorten it to {longest, number}',
    'bad-characters': 'Your text has characters that we cannot keep. Type it again',
    'not-a-zip': 'Enter a ZIP code of five digits, like 28202',
    other: 'Check this answer',
    atLine: '{line}: {text}',
  },
  answers: { none: 'Answer at least one question' },
  form_token: {
    missing: 'This page did not load completely. Press the button again',
    stale: 'This page was open for too long. What you entered is still here: press the button again',
    'too-quick': 'That was faster than a person can answer. Wait a few seconds, then press the button again',
    limit: 'Too many answers came from this connection. Wait a minute, then press the button again',
    'limit-today':
      'Too many answers came from this connection today. Answer from another connection, or tomorrow',
    overloaded:
      'Many people are answering right now. What you entered is still here: wait a few seconds, then press the button again',
    'signing-paused':
      'Answering is paused, so nothing was stored. What you entered is still here: press the button again in a few minutes',
  },
};

export const errorCopy: Record<Language, typeof en> = {
  en,
  es: {
    answer: {
      missing: 'Responda esta pregunta',
      'sent-twice': 'El formulario envió dos respuestas a esta pregunta. Escríbala una vez',
      'wrong-shape': 'Esta respuesta no corresponde a la pregunta. Escríbala de nuevo',
      'not-one-of': 'Elija una de las respuestas de esta pregunta',
      'too-many':
        '{most, plural, one {Elija una como máximo} other {Elija # como máximo}}. Usted eligió {chosen, number}',
      'too-few':
        '{least, plural, one {Elija al menos una} other {Elija al menos #}}. Usted eligió {chosen, number}',
      'not-a-number': 'Escriba un número, como 12',
      'too-small': 'Escriba un número de {min, number} a {max, number}',
      'too-large': 'Escriba un número de {min, number} a {max, number}',
      'not-in-steps': 'Escriba un número que avance de {step, number} en {step, number}',
      negative: 'Escriba 0 o más',
      'too-long': 'Su texto tiene {length, number} caracteres. Acórtelo a {longest, number}',
      'bad-characters': 'Su texto tiene caracteres que no podemos guardar. Escríbalo de nuevo',
      'not-a-zip': 'Escriba un código postal de cinco cifras, como 28202',
      other: 'Revise esta respuesta',
      atLine: '{line}: {text}',
    },
    answers: { none: 'Responda al menos una pregunta' },
    form_token: {
      missing: 'Esta página no se cargó completa. Pulse el botón otra vez',
      stale:
        'Esta página estuvo abierta demasiado tiempo. Lo que escribió sigue aquí: pulse el botón otra vez',
      'too-quick':
        'Fue más rápido de lo que una persona responde. Espere unos segundos y pulse el botón otra vez',
      limit: 'Llegaron demasiadas respuestas desde esta conexión. Espere un minuto y pulse el botón otra vez',
      'limit-today':
        'Hoy llegaron demasiadas respuestas desde esta conexión. Responda desde otra conexión o espere a mañana',
      overloaded:
        'En este momento responde muchísima gente. Lo que usted escribió sigue aquí: espere unos segundos y pulse el botón otra vez',
      'signing-paused':
        'La encuesta está en pausa, así que no se guardó nada. Lo que escribió sigue aquí: pulse el botón otra vez en unos minutos',
    },
  },
};

/** The same words on the page, in the summary and in the JSON API. */
export function answerErrorText(language: Language, problem: AnswerProblem, question: Question): string {
  const { code, values = {} } = problem;
  const words: Record<string, string> = errorCopy[language].answer;
  const common = (Object.hasOwn(words, code) ? words[code] : undefined) ?? errorCopy[language].answer.other;
  const own = pageOf(question).errorText?.(problem, question, language) ?? null;
  const text = own ?? message(common, values, language);
  if (values.line === undefined) return text;
  const line = labelIn(kindOf(question).parts?.(question) ?? [], String(values.line), language);
  return message(errorCopy[language].answer.atLine, { line, text }, language);
}

/** A line of the error summary, which links to the question's first control. */
export function answerErrorLine(problem: AnswerProblem, question: Question, language: Language): SummaryLine {
  const [control = anchorOf(question)] = pageOf(question).controls(question);
  const text = answerErrorText(language, problem, question);
  return { href: `#${control}`, text: `${quoted(question.title[language], language)}: ${text}` };
}

/** Errors of the form itself and of the person's fields. */
export function formErrorText(language: Language, { field, code }: SurveyError): string {
  const { answers, form_token } = errorCopy[language];
  const words = new Map<string, Record<string, string>>(Object.entries({ answers, form_token }));
  const own = words.get(field) ?? {};
  const text = Object.hasOwn(own, code) ? own[code] : undefined;
  return text ?? errorMessage(language, { field, code });
}
