import type { Language } from '../../../web/language.ts';

/** What digests, the staff page and its downloads say in the same words. */
const en = {
  verified: 'verified signatures',
  summary:
    '{confirmed, plural, =0 {Nobody has signed and confirmed yet} one {# person has signed and confirmed} other {# people have signed and confirmed}}: {change}.{city}',
  inCity:
    ' {n, plural, =0 {None of them is} one {# of them is} other {# of them are}} counted in a district of {city}.',
  changes: {
    first: 'this is the first tally',
    more: '{n} more than in the tally of the week ending {date}',
    fewer: '{n} fewer than in the tally of the week ending {date}',
    none: 'no change since the tally of the week ending {date}',
  },
  noChange: 'no change',
  sinceMail: 'Since the last mail to you, for the week ending {date}: {change}.',
  fall: 'The number fell because signatures that had been counted were withdrawn or corrected.',
  state: {
    draft: 'Not open yet',
    submitted: 'Not open yet',
    open: 'Open for signatures',
    closed: 'Closed',
    rejected: 'Rejected',
    removed: 'Removed',
  },
  places: {
    heading: 'Verified signatures by district',
    place: 'Place',
    inCity: 'In a district of {city}',
    outside: 'Outside {city}',
    unknown: 'District not known',
    total: 'All verified signatures',
    district: 'District {code}',
  },
  account: {
    heading: 'The account of every signature received',
    what: 'What became of it',
    number: 'Number',
    received: 'Received in all',
    confirmed: 'Verified: confirmed from the signer’s own mailbox, counted once',
    unconfirmed: 'Waiting for the signer to confirm',
    duplicate: 'Duplicates, not counted',
    flagged: 'Set aside for a check, not counted',
    withdrawn: 'Withdrawn by the signer',
    invalidated: 'Not valid: never confirmed, mail returned, or struck off',
  },
  corrections: {
    heading: 'Corrections to earlier weeks',
    none: 'This week nothing was corrected in what earlier tallies counted.',
    withdrawn:
      'Of the signatures confirmed in the week ending {date}, {n, plural, one {# was} other {# were}} withdrawn by the signer.',
    invalidated:
      'Of the signatures confirmed in the week ending {date}, {n, plural, one {# was} other {# were}} struck off.',
    flagged:
      'Of the signatures confirmed in the week ending {date}, {n, plural, one {# was} other {# were}} set aside for a check.',
    duplicate:
      'Of the signatures confirmed in the week ending {date}, {n, plural, one {# was found to be a duplicate} other {# were found to be duplicates}}.',
    moved:
      'Of the signatures confirmed in the week ending {date}, {n, plural, one {# is} other {# are}} now counted in another place; the total stays.',
  },
  possible: {
    heading: 'Possible duplicates',
    text: '{n, plural, =0 {No verified signature has the name and ZIP code of another one.} one {# verified signature has the name and ZIP code of another one that was counted before it. It counts, since many people share a name.} other {# verified signatures have the name and ZIP code of another one that was counted before them. They count, since many people share a name.}}',
  },
  next: {
    heading: 'What comes next',
    juncture: '{name}: {date}.',
    toGoal: '{left, plural, one {# more signature} other {# more signatures}} to {goal}: {name}.',
    reached: '{goal} signatures ({name}) reached on {date}.',
  },
  sources: {
    heading: 'Where verified signatures came from',
    source: 'Source',
    direct: 'No source named',
    other: 'A source that the campaign does not know',
  },
  partners: {
    heading: 'By partner of the campaign',
    partner: 'Partner',
    own: 'The campaign itself',
    text: 'Each person is credited to the partner by whom they first came and confirmed, and to no other.',
  },
  how: {
    heading: 'How this is counted',
    once: 'Each person counts once: one name at one mailbox is one signature, however it is spelled. Two people with one ZIP code may share a mailbox.',
    confirmed: 'A signature counts from the moment its signer confirms it with a link mailed to them.',
    place:
      'The district follows from the ZIP code that the signer gave, or is the signer’s own answer where a ZIP code leaves it open.',
    week: 'A week runs from Monday 00:00 to Sunday 24:00 in {city} ({timeZone}). A tally is frozen when it is made; later corrections are lines in later tallies.',
  },
};

export type TallyWords = typeof en;

export const copy: Record<Language, TallyWords> = {
  en,
  es: {
    verified: 'firmas verificadas',
    summary:
      '{confirmed, plural, =0 {Nadie ha firmado y confirmado todavía} one {# persona ha firmado y confirmado} other {# personas han firmado y confirmado}}: {change}.{city}',
    inCity:
      ' {n, plural, =0 {Ninguna se cuenta} one {# de ellas se cuenta} other {# de ellas se cuentan}} en un distrito de {city}.',
    changes: {
      first: 'este es el primer recuento',
      more: '{n} más que en el recuento de la semana que terminó el {date}',
      fewer: '{n} menos que en el recuento de la semana que terminó el {date}',
      none: 'sin cambios desde el recuento de la semana que terminó el {date}',
    },
    noChange: 'sin cambios',
    sinceMail: 'Desde el último correo que le enviamos, de la semana que terminó el {date}: {change}.',
    fall: 'El número bajó porque se retiraron o corrigieron firmas que ya estaban contadas.',
    state: {
      draft: 'Aún no abierta',
      submitted: 'Aún no abierta',
      open: 'Abierta a firmas',
      closed: 'Cerrada',
      rejected: 'Rechazada',
      removed: 'Retirada',
    },
    places: {
      heading: 'Firmas verificadas por distrito',
      place: 'Lugar',
      inCity: 'En un distrito de {city}',
      outside: 'Fuera de {city}',
      unknown: 'Distrito desconocido',
      total: 'Todas las firmas verificadas',
      district: 'Distrito {code}',
    },
    account: {
      heading: 'La cuenta de todas las firmas recibidas',
      what: 'Qué pasó con ellas',
      number: 'Número',
      received: 'Recibidas en total',
      confirmed: 'Verificadas: confirmadas desde el buzón de quien firma, contadas una vez',
      unconfirmed: 'Pendientes de que la persona confirme',
      duplicate: 'Duplicadas, no se cuentan',
      flagged: 'Apartadas para revisarlas, no se cuentan',
      withdrawn: 'Retiradas por quien firmó',
      invalidated: 'No válidas: nunca confirmadas, correo devuelto o anuladas',
    },
    corrections: {
      heading: 'Correcciones a semanas anteriores',
      none: 'Esta semana no se corrigió nada de lo que contaron los recuentos anteriores.',
      withdrawn:
        'De las firmas confirmadas en la semana que terminó el {date}, {n, plural, one {# fue retirada} other {# fueron retiradas}} por quien firmó.',
      invalidated:
        'De las firmas confirmadas en la semana que terminó el {date}, {n, plural, one {# fue anulada} other {# fueron anuladas}}.',
      flagged:
        'De las firmas confirmadas en la semana que terminó el {date}, {n, plural, one {# se apartó} other {# se apartaron}} para revisión.',
      duplicate:
        'De las firmas confirmadas en la semana que terminó el {date}, {n, plural, one {# resultó duplicada} other {# resultaron duplicadas}}.',
      moved:
        'De las firmas confirmadas en la semana que terminó el {date}, {n, plural, one {# se cuenta} other {# se cuentan}} ahora en otro lugar; el total no cambia.',
    },
    possible: {
      heading: 'Posibles duplicados',
      text: '{n, plural, =0 {Ninguna firma verificada tiene el nombre y el código postal de otra.} one {# firma verificada tiene el nombre y el código postal de otra que se contó antes. Se cuenta, porque muchas personas comparten nombre.} other {# firmas verificadas tienen el nombre y el código postal de otra que se contó antes. Se cuentan, porque muchas personas comparten nombre.}}',
    },
    next: {
      heading: 'Qué sigue',
      juncture: '{name}: {date}.',
      toGoal: '{left, plural, one {Falta # firma} other {Faltan # firmas}} para {goal}: {name}.',
      reached: '{goal} firmas ({name}), alcanzadas el {date}.',
    },
    sources: {
      heading: 'De dónde vinieron las firmas verificadas',
      source: 'Origen',
      direct: 'Sin origen indicado',
      other: 'Un origen que la campaña no conoce',
    },
    partners: {
      heading: 'Por socio de la campaña',
      partner: 'Socio',
      own: 'La propia campaña',
      text: 'Cada persona se atribuye al socio por el que llegó y confirmó primero, y a ningún otro.',
    },
    how: {
      heading: 'Cómo se cuenta',
      once: 'Cada persona cuenta una vez: un nombre en un buzón es una sola firma, se escriba como se escriba. Dos personas con el mismo código postal pueden compartir buzón.',
      confirmed: 'Una firma cuenta desde que su autor la confirma con un enlace que recibe por correo.',
      place:
        'El distrito se deduce del código postal que dio quien firma, o es su propia respuesta cuando el código postal no basta.',
      week: 'La semana va del lunes a las 00:00 al domingo a las 24:00 en {city} ({timeZone}). Un recuento queda fijo cuando se hace; las correcciones posteriores son líneas en recuentos posteriores.',
    },
  },
};
