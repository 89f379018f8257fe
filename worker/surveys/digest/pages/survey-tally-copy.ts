import type { Language } from '../../../../web/language.ts';
import type { TallyWording } from '../../../digests/tally-copy.ts';

/** The texts about a petition's signatures, for the responses to a survey. */
const en: TallyWording = {
  verified: '{n, plural, one {person answered here} other {people answered here}}',
  summary:
    '{confirmed, plural, =0 {Nobody has answered and confirmed yet} one {# person has answered and confirmed} other {# people have answered and confirmed}}: {change}.{city}',
  fall: 'The number fell because more responses left the count than came in: withdrawn, corrected, set aside or struck off.',
  news: {
    has: '“{title}” has {confirmed, plural, =0 {no answers yet} one {answers from # person ({change})} other {answers from # people ({change})}}',
    reached: '“{title}” reached {signatures, plural, one {# person} other {# people}}',
    reachedLine: '“{title}” reached {signatures, plural, one {# person} other {# people}} on {date}: {name}.',
    closed:
      '“{title}” closed with {confirmed, plural, =0 {no answers} one {answers from # person} other {answers from # people}}',
    fell: '“{title}” fell to {confirmed, plural, =0 {no answers} one {answers from # person} other {answers from # people}} ({change})',
    fellLine:
      '“{title}” fell by {fewer, plural, one {the answers from # person} other {the answers from # people}}: {confirmed, number} still count.',
  },
  state: {
    draft: 'Not open yet',
    submitted: 'Not open yet',
    open: 'Open for answers',
    closed: 'Closed',
    rejected: 'Rejected',
    removed: 'Removed',
  },
  places: {
    heading: 'People who answered, by {districts, select, yes {district} other {place}}',
    total: 'All who answered and confirmed',
  },
  account: {
    heading: 'The account of every response received',
    what: 'What happened to it',
    number: 'Number',
    received: 'Received in all',
    confirmed: 'Confirmed from the person’s own mailbox, counted once',
    unconfirmed: 'Waiting for the person to confirm',
    duplicate: 'Duplicates, not counted',
    flagged: 'Set aside by an organizer, not counted',
    withdrawn: 'Withdrawn by the person',
    invalidated: 'Not valid: never confirmed, mail returned, or struck off by an organizer',
  },
  corrections: {
    none: 'This week no response that earlier tallies counted was withdrawn or moved.',
    withdrawn:
      'Of the responses confirmed in the week ending {date}, {n, plural, one {# was} other {# were}} withdrawn by the person.',
    invalidated:
      'Of the responses confirmed in the week ending {date}, {n, plural, one {# was} other {# were}} found not valid.',
    flagged:
      'Of the responses confirmed in the week ending {date}, {n, plural, one {# was} other {# were}} set aside by an organizer.',
    duplicate:
      'Of the responses confirmed in the week ending {date}, {n, plural, one {# was found to be a duplicate} other {# were found to be duplicates}}.',
    moved:
      'Of the responses confirmed in the week ending {date}, {n, plural, one {# is} other {# are}} now counted in another place; the total stays.',
    restored:
      'Of the responses confirmed in the week ending {date}, {n, plural, one {# that had been taken out counts again} other {# that had been taken out count again}}.',
  },
  possible:
    '{n, plural, =0 {No response that counts has the name and the ZIP code or street of another one.} one {# response has the name and the ZIP code or street of another one that was counted before it. It counts, since many people share a name.} other {# responses have the name and the ZIP code or street of another one that was counted before them. They count, since many people share a name.}}',
  sources: 'Where the responses came from',
  how: {
    once: 'Each person counts once: one name at one mailbox is one response, however it is spelled. Two people with one ZIP code may share a mailbox.',
    confirmed: 'A response counts from the moment its sender confirms it with a link mailed to them.',
    place:
      '{districts, select, yes {The district} other {Whether somebody lives in {city}}} follows from the ZIP code that the person gave, or is the person’s own answer where a ZIP code leaves it open.',
  },
};

export const surveyTallyCopy: Record<Language, TallyWording> = {
  en,
  es: {
    verified: '{n, plural, one {persona respondió aquí} other {personas respondieron aquí}}',
    summary:
      '{confirmed, plural, =0 {Nadie ha respondido y confirmado todavía} one {# persona ha respondido y confirmado} other {# personas han respondido y confirmado}}: {change}.{city}',
    fall: 'El número bajó porque salieron del recuento más respuestas de las que entraron: retiradas, corregidas, apartadas o anuladas.',
    news: {
      has: '«{title}» {confirmed, plural, =0 {todavía no tiene respuestas} one {tiene respuestas de # persona ({change})} other {tiene respuestas de # personas ({change})}}',
      reached: '«{title}» alcanzó {signatures, plural, one {# persona} other {# personas}}',
      reachedLine:
        '«{title}» alcanzó {signatures, plural, one {# persona} other {# personas}} el {date}: {name}.',
      closed: '«{title}» cerró con respuestas de {confirmed, plural, one {# persona} other {# personas}}',
      fell: '«{title}» bajó a respuestas de {confirmed, plural, one {# persona} other {# personas}} ({change})',
      fellLine:
        '«{title}» perdió las respuestas de {fewer, plural, one {# persona} other {# personas}}: cuentan todavía {confirmed, number}.',
    },
    state: {
      draft: 'Aún no abierta',
      submitted: 'Aún no abierta',
      open: 'Abierta, se puede responder',
      closed: 'Cerrada',
      rejected: 'Rechazada',
      removed: 'Retirada',
    },
    places: {
      heading: 'Personas que respondieron, por {districts, select, yes {distrito} other {lugar}}',
      total: 'Todas las que respondieron y confirmaron',
    },
    account: {
      heading: 'La cuenta de todas las respuestas recibidas',
      what: 'Qué pasó con ellas',
      number: 'Número',
      received: 'Recibidas en total',
      confirmed: 'Confirmadas desde el buzón de la persona, contadas una vez',
      unconfirmed: 'Pendientes de que la persona confirme',
      duplicate: 'Duplicadas, no se cuentan',
      flagged: 'Apartadas por la organización, no se cuentan',
      withdrawn: 'Retiradas por la persona',
      invalidated: 'No válidas: nunca confirmadas, correo devuelto o anuladas por la organización',
    },
    corrections: {
      none: 'Esta semana no se retiró ni se movió ninguna respuesta que contaron los recuentos anteriores.',
      withdrawn:
        'De las respuestas confirmadas en la semana que terminó el {date}, {n, plural, one {# fue retirada} other {# fueron retiradas}} por la persona.',
      invalidated:
        'De las respuestas confirmadas en la semana que terminó el {date}, {n, plural, one {# fue anulada} other {# fueron anuladas}}.',
      flagged:
        'De las respuestas confirmadas en la semana que terminó el {date}, la organización apartó {n, number}.',
      duplicate:
        'De las respuestas confirmadas en la semana que terminó el {date}, {n, plural, one {# resultó duplicada} other {# resultaron duplicadas}}.',
      moved:
        'De las respuestas confirmadas en la semana que terminó el {date}, {n, plural, one {# se cuenta} other {# se cuentan}} ahora en otro lugar; el total no cambia.',
      restored:
        'De las respuestas confirmadas en la semana que terminó el {date}, {n, plural, one {# que se había excluido vuelve a contar} other {# que se habían excluido vuelven a contar}}.',
    },
    possible:
      '{n, plural, =0 {Ninguna respuesta contada tiene el nombre y el código postal o la calle de otra.} one {# respuesta tiene el nombre y el código postal o la calle de otra que se contó antes. Se cuenta, porque muchas personas comparten nombre.} other {# respuestas tienen el nombre y el código postal o la calle de otra que se contó antes. Se cuentan, porque muchas personas comparten nombre.}}',
    sources: 'De dónde vinieron las respuestas',
    how: {
      once: 'Cada persona cuenta una vez: un nombre en un buzón es una sola respuesta, se escriba como se escriba. Dos personas con el mismo código postal pueden compartir buzón.',
      confirmed: 'Una respuesta cuenta desde que la persona la confirma con un enlace que recibe por correo.',
      place:
        '{districts, select, yes {El distrito se deduce} other {Si alguien vive en {city} se deduce}} del código postal que dio la persona, o es su propia respuesta cuando el código postal no basta.',
    },
  },
};
