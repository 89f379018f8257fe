import type { Language } from '../../../../web/language.ts';

/** Texts about the kinds of questions. */
const en = {
  field: {
    noAnswer: 'No answer',
    choose: 'Choose one',
    chooseAll: 'Choose all that apply.',
    chooseExactly: '{n, plural, one {Choose one.} other {Choose #.}}',
    chooseUpTo: '{n, plural, one {Choose one at most.} other {Choose up to #.}}',
    chooseAtLeast: '{n, plural, one {Choose one or more.} other {Choose # or more.}}',
    chooseBetween: 'Choose {least} to {most}.',
    rank: 'Give each one a place: 1 is your first choice, {last} is your last.',
    place: 'Place',
    spread: 'Divide {total} among these lines. They must add up to {total}.',
    /** The whole of what is spread, in percent. */
    all: '{total}',
    steps: 'Go in steps of {step}.',
    today: 'today:',
    todayIs: 'Today: {amount}',
    range: 'From {min} to {max}.',
    longest: 'Up to {longest} characters.',
    zip: 'Five digits, like 28202.',
  },
  error: {
    'rank-not-a-place': 'Give “{option}” a place from 1 to {last, number}',
    'rank-twice': 'Place {place, number} is given twice. Give each place once',
    'rank-gap': 'Nothing has place {place, number}. Give each place once',
    'rank-missing':
      '{missing, plural, one {One place is missing} other {# places are missing}}. Give each a place',
    'too-little': 'Your amounts add up to {sum, number}. Assign {left, number} more to reach {total, number}',
    'too-much': 'Your amounts add up to {sum, number}. Take away {over, number} to reach {total, number}',
  },
  told: {
    answered:
      '{n, plural, =0 {Nobody has answered this yet} one {# person answered} other {# people answered}}',
    several: 'People could choose several.',
    wrote:
      '{n, plural, =0 {Nobody has written an answer yet} one {# person wrote an answer} other {# people wrote an answer}}. A text is shown only where its writer shares it.',
    zips: '{n, plural, =0 {Nobody has given a ZIP code yet} one {# person gave a ZIP code} other {# people gave a ZIP code}}.',
    meanAndMedian: 'Mean {mean}, median {median}.',
    range: '{from} to {to}',
    first: '{option} (first for {n})',
  },
  budget: {
    title: 'On average, compared with today',
    table: '{caption}: {title}',
    mean: '{amount} on average',
    today: '{amount} today',
    line: '{line} ({amount} today)',
    against: 'Who would raise, keep or cut each line',
    raised: 'Raised',
    same: 'Kept',
    cut: 'Cut',
    shares: '{raised} raised · {same} kept · {cut} cut',
  },
  findings: {
    raised: '{share} would give more to {label}: {mean} on average, {today} today.',
    cut: '{share} would give less to {label}: {mean} on average, {today} today.',
    most: '{share} answered “{label}” to “{title}”',
    first: '{share} put {label} first: “{title}”',
    mean: '{mean} on average, on a scale from {from} to {to}: “{title}”',
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
      spread: 'Reparta {total} entre estas partidas. Juntas deben sumar {total}.',
      all: 'el {total}',
      steps: 'Avance de {step} en {step}.',
      today: 'hoy:',
      todayIs: 'Hoy: {amount}',
      range: 'De {min} a {max}.',
      longest: 'Hasta {longest} caracteres.',
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
    told: {
      answered:
        '{n, plural, =0 {Nadie ha contestado todavía} one {# persona contestó} other {# personas contestaron}}',
      several: 'Se podían elegir varias.',
      wrote:
        '{n, plural, =0 {Nadie ha escrito todavía} one {# persona escribió una respuesta} other {# personas escribieron una respuesta}}. Un texto solo se muestra si quien lo escribió lo comparte.',
      zips: '{n, plural, =0 {Nadie ha dado su código postal} one {# persona dio su código postal} other {# personas dieron su código postal}}.',
      meanAndMedian: 'Media {mean}, mediana {median}.',
      range: '{from} a {to}',
      first: '{option} (primero para {n})',
    },
    budget: {
      title: 'En promedio, frente a hoy',
      table: '{caption}: {title}',
      mean: '{amount} en promedio',
      today: '{amount} hoy',
      line: '{line} ({amount} hoy)',
      against: 'Quién subiría, dejaría igual o bajaría cada partida',
      raised: 'Subiría',
      same: 'Igual',
      cut: 'Bajaría',
      shares: '{raised} subiría · {same} igual · {cut} bajaría',
    },
    findings: {
      raised: 'El {share} daría más a {label}: {mean} en promedio, {today} hoy.',
      cut: 'El {share} daría menos a {label}: {mean} en promedio, {today} hoy.',
      most: 'El {share} contestó «{label}» a «{title}»',
      first: 'El {share} puso {label} en primer lugar: «{title}»',
      mean: '{mean} en promedio, en una escala de {from} a {to}: «{title}»',
    },
  },
};
