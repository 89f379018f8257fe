import type { Language } from '../../../../web/language.ts';

/** What kinds of questions say of themselves. */
const en = {
  field: {
    noAnswer: 'No answer',
    choose: 'Choose one',
    chooseAll: 'Choose all that apply.',
    chooseExactly: '{n, plural, one {Choose one.} other {Choose #.}}',
    chooseUpTo: '{n, plural, one {Choose one at most.} other {Choose up to #.}}',
    chooseAtLeast: '{n, plural, one {Choose one or more.} other {Choose # or more.}}',
    chooseBetween: 'Choose {least} to {most}.',
    rank: 'Give each one a place. 1 is your first choice, {last} your last.',
    place: 'Place',
    spread: 'Spread {total} over these lines. Together they must make {total}.',
    steps: 'Go in steps of {step}.',
    today: 'today:',
    todayIs: 'Today: {amount}',
    range: 'From {min} to {max}.',
    longest: 'Up to {longest} characters.',
    noCases: 'Please give no details of a case, and name nobody.',
    zip: 'Five digits, like 28202.',
  },
  error: {
    'rank-not-a-place': 'Give “{option}” a place from 1 to {last, number}',
    'rank-twice': 'Place {place, number} is given twice. Give each place once',
    'rank-gap': 'Nothing has place {place, number}. Give each place once',
    'rank-missing':
      '{missing, plural, one {One place is missing} other {# places are missing}}. Give each a place',
    'too-little':
      'Your amounts make {sum, number}. Spread {left, number} more, so that they make {total, number}',
    'too-much':
      'Your amounts make {sum, number}. Take {over, number} away, so that they make {total, number}',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    field: {
      noAnswer: 'Sin respuesta',
      choose: 'Elija una',
      chooseAll: 'Elija todas las que correspondan.',
      chooseExactly: '{n, plural, one {Elija una.} other {Elija #.}}',
      chooseUpTo: '{n, plural, one {Elija una como máximo.} other {Elija hasta #.}}',
      chooseAtLeast: '{n, plural, one {Elija una o más.} other {Elija # o más.}}',
      chooseBetween: 'Elija de {least} a {most}.',
      rank: 'Dé un lugar a cada una. 1 es su primera opción, {last} la última.',
      place: 'Lugar',
      spread: 'Reparta {total} entre estas líneas. Juntas deben sumar {total}.',
      steps: 'Avance de {step} en {step}.',
      today: 'hoy:',
      todayIs: 'Hoy: {amount}',
      range: 'De {min} a {max}.',
      longest: 'Hasta {longest} caracteres.',
      noCases: 'Por favor, no dé detalles de ningún caso y no nombre a nadie.',
      zip: 'Cinco cifras, como 28202.',
    },
    error: {
      'rank-not-a-place': 'Dé a «{option}» un lugar de 1 a {last, number}',
      'rank-twice': 'El lugar {place, number} aparece dos veces. Dé cada lugar una sola vez',
      'rank-gap': 'Nada ocupa el lugar {place, number}. Dé cada lugar una sola vez',
      'rank-missing':
        '{missing, plural, one {Falta un lugar} other {Faltan # lugares}}. Dé un lugar a cada una',
      'too-little':
        'Sus cantidades suman {sum, number}. Reparta {left, number} más, para que sumen {total, number}',
      'too-much': 'Sus cantidades suman {sum, number}. Quite {over, number}, para que sumen {total, number}',
    },
  },
};
