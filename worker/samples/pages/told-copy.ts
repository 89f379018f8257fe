import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'A sample of the signatures',
  of: 'Sample {id}',
  states: {
    announced: 'Announced. Nobody has been drawn yet.',
    drawn: 'Drawn. Nobody has been asked yet.',
    asking: 'The people who were drawn are being asked by mail.',
    closed: 'Ended. The answers are counted.',
    cancelled: 'Cancelled. Nobody was asked.',
  },
  everybody: {
    now: '{n, plural, =0 {No signature counts} one {One signature counts} other {# signatures count}} now. If no more than {size} count when the week ends, everybody is asked, and chance decides nothing.',
    sure: '{n, plural, =0 {No signature counted} one {One signature counted} other {# signatures counted}} when the week ended, so everybody was drawn, and chance decided nothing.',
    few: 'If fewer than {least} people answer, what they said is not told.',
  },
  result:
    '{yes} of the {answered} people who answered said that they signed. If those who did not answer are like them, between {low} and {high} of all counted signatures are real (95% confidence, Clopper-Pearson).',
  few: '{answered, plural, =0 {Nobody answered.} one {One person answered.} other {# people answered.}} That is too few to tell what they said, or to conclude anything.',
  method:
    'The range is the chance of the draw alone. It does not know why people did not answer. The question went to the address that confirmed the signature.',
  picture: 'What they said',
  bar: 'Asked',
  barText: '{yes} yes, {no} no, {none} did not answer',
  barFew: '{answered} answered, {none} did not',
  caption: 'Answers of the people who were drawn',
  heads: ['Answer', 'People'] as [string, string],
  rows: {
    yes: 'Yes, I signed',
    no: 'No, I did not sign',
    answered: 'Answered',
    none: 'No answer',
    notAsked: 'Not asked: withdrawn, erased, or the address rejected the mail',
    drawn: 'Drawn',
  },
  facts: {
    announced: 'Announced',
    source: 'Where the seed comes from, as it was announced',
    seedOn: 'The seed is known on',
    tree: 'Drawn from',
    treeValue: 'the statement of the week that ended on {date}',
    size: 'To be drawn',
    seed: 'Seed',
    drawn: 'Drawn',
    drawnValue: '{drawn} of {tree} leaves, by {numbers} numbers; {passed} drawn leaves no longer counted',
    hash: 'SHA-256 of the leaves',
    leaves: 'The leaves, in the order of the draw',
  },
  page: {
    title: 'Samples: {title}',
    lead: 'Signatures are drawn by chance, and their owners are asked by mail whether they signed. Where the chance comes from is announced before the week ends whose signatures are drawn, and it is known only after that.',
    none: 'No sample has been announced.',
    proves: 'What it proves',
    provesText:
      'The announcement stands in the signed statement of the same week as the signatures that are drawn, so neither can be changed later. From the seed and the public member tree anybody finds the same leaves.',
    not: 'What it does not prove',
    notText:
      'Nobody can see from here that the seed is the one that was thrown or published: compare it yourself. Who was asked and what they said is not public. And somebody who signed under another person’s name with an address of their own can also answer yes.',
    check:
      'To draw it again: for i = 0, 1, 2 and so on, take SHA-256 of the seed, a newline and i. The first six bytes are a number; that number modulo the size of the tree is a leaf. Numbers in the last, incomplete stretch of the 48 bits are left out, and so are leaves that were drawn before or do not count.',
    statements: 'All statements',
  },
};

export type ToldCopy = typeof en;

export const toldCopy: Record<Language, ToldCopy> = {
  en,
  es: {
    heading: 'Una muestra de las firmas',
    of: 'Muestra {id}',
    states: {
      announced: 'Anunciada. Todavía no se sacó a nadie.',
      drawn: 'Sacada. Todavía no se preguntó a nadie.',
      asking: 'Se está preguntando por correo a las personas que salieron.',
      closed: 'Terminada. Las respuestas están contadas.',
      cancelled: 'Cancelada. No se preguntó a nadie.',
    },
    everybody: {
      now: 'Ahora {n, plural, =0 {no cuenta ninguna firma} one {cuenta una firma} other {cuentan # firmas}}. Si al terminar la semana no cuentan más de {size}, se pregunta a todas las personas y el azar no decide nada.',
      sure: 'Al terminar la semana {n, plural, =0 {no contaba ninguna firma} one {contaba una firma} other {contaban # firmas}}, así que salieron todas y el azar no decidió nada.',
      few: 'Si responden menos de {least} personas, no se dice qué respondieron.',
    },
    result:
      '{yes} de las {answered} personas que respondieron dijeron que firmaron. Si quienes no respondieron son como ellas, entre el {low} y el {high} de todas las firmas contadas son verdaderas (95% de confianza, Clopper-Pearson).',
    few: '{answered, plural, =0 {No respondió nadie.} one {Respondió una persona.} other {Respondieron # personas.}} Son muy pocas para decir qué respondieron o sacar conclusiones.',
    method:
      'El rango solo tiene en cuenta el azar del sorteo. No sabe por qué hay quien no respondió. La pregunta se envió a la dirección que confirmó la firma.',
    picture: 'Qué respondieron',
    bar: 'Se preguntó a',
    barText: '{yes} sí, {no} no, {none} sin responder',
    barFew: '{answered} respondieron, {none} no',
    caption: 'Respuestas de las personas que salieron',
    heads: ['Respuesta', 'Personas'],
    rows: {
      yes: 'Sí, yo firmé',
      no: 'No, yo no firmé',
      answered: 'Respondieron',
      none: 'Sin respuesta',
      notAsked: 'No se les preguntó: retiraron o borraron su firma, o la dirección rechazó el correo',
      drawn: 'Salieron',
    },
    facts: {
      announced: 'Anunciada',
      source: 'De dónde sale la semilla, como se anunció',
      seedOn: 'La semilla se conoce el',
      tree: 'Se saca de',
      treeValue: 'la constancia de la semana que terminó el {date}',
      size: 'Por sacar',
      seed: 'Semilla',
      drawn: 'Salieron',
      drawnValue:
        '{drawn} de {tree} hojas, con {numbers} números; {passed} de las hojas que salieron ya no contaban',
      hash: 'SHA-256 de las hojas',
      leaves: 'Las hojas, en el orden en que salieron',
    },
    page: {
      title: 'Muestras: {title}',
      lead: 'Se sacan firmas al azar y se pregunta por correo a sus titulares si firmaron. De dónde viene el azar se anuncia antes de que termine la semana de la que se sacan las firmas, y solo se conoce después.',
      none: 'No se ha anunciado ninguna muestra.',
      proves: 'Qué prueba',
      provesText:
        'El anuncio está en la constancia firmada de la misma semana que las firmas que se sacan, así que después no se puede cambiar ni lo uno ni lo otro. Con la semilla y el árbol público de miembros, cualquiera encuentra las mismas hojas.',
      not: 'Qué no prueba',
      notText:
        'Desde aquí nadie puede ver que la semilla sea la que se tiró o se publicó: compárela usted. No es público a quién se preguntó ni qué respondió. Y quien firmó en nombre de otra persona con una dirección propia también puede responder que sí.',
      check:
        'Para repetir el sorteo: para i = 0, 1, 2, etc., calcule el SHA-256 de la semilla, un salto de línea e i. Los primeros seis bytes son un número; ese número módulo el tamaño del árbol es una hoja. Se dejan fuera los números del último tramo incompleto de los 48 bits y las hojas que ya salieron o que no cuentan.',
      statements: 'Todas las constancias',
    },
  },
};
