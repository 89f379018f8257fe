import type { Language } from '../../../web/language.ts';
import type { SectionWords } from '../../digests/section.ts';
import type { TallyWording } from '../../digests/tally-copy.ts';

type PetitionDigestCopy = {
  section: SectionWords;
  tally: TallyWording;
  mail: { live: string; liveLink: string };
  now: { heading: string; since: string; none: string; waiting: string };
  trend: { caption: string; verified: string; table: string };
};

/** Texts about petitions in the digest, on the staff page and in the downloads. */
export const petitionDigestCopy: Record<Language, PetitionDigestCopy> = {
  en: {
    section: {
      named: 'the petition',
      reason: 'the petition is addressed to the {committee}',
      did: 'signed',
      page: {
        title: 'Petition tallies for the {committee}',
        intro:
          'The verified signatures of petitions addressed to the {whole, select, yes {{council}} other {{committee}, {council}}}. Each week is frozen when it ends: this page shows what the mail said.',
      },
    },
    tally: {
      verified: '{n, plural, one {verified signature} other {verified signatures}}',
      summary:
        '{confirmed, plural, =0 {Nobody has signed and confirmed yet} one {# person has signed and confirmed} other {# people have signed and confirmed}}: {change}.{city}',
      fall: 'The number fell because more signatures left the count than came in: withdrawn, corrected, set aside or struck off.',
      news: {
        has: '“{title}” has {confirmed, plural, =0 {no signatures yet} one {# signature ({change})} other {# signatures ({change})}}',
        reached: '“{title}” reached {signatures, plural, one {# signature} other {# signatures}}',
        reachedLine:
          '“{title}” reached {signatures, plural, one {# verified signature} other {# verified signatures}} on {date}: {name}.',
        closed:
          '“{title}” closed with {confirmed, plural, =0 {no signatures} one {# signature} other {# signatures}}',
        fell: '“{title}” fell to {confirmed, plural, one {# signature} other {# signatures}} ({change})',
        fellLine:
          '“{title}” fell by {fewer, plural, one {# verified signature} other {# verified signatures}}, to {confirmed, number}.',
      },
      state: {
        draft: 'Not open yet',
        submitted: 'Not open yet',
        open: 'Open for signatures',
        closed: 'Closed',
        rejected: 'Rejected',
        removed: 'Removed',
      },
      places: {
        heading: 'Verified signatures by {districts, select, yes {district} other {place}}',
        total: 'All verified signatures',
      },
      account: {
        heading: 'The account of every signature received',
        what: 'What happened to it',
        number: 'Number',
        received: 'Received in all',
        confirmed: 'Verified: confirmed from the signer’s own mailbox, counted once',
        unconfirmed: 'Waiting for the signer to confirm',
        duplicate: 'Duplicates, not counted',
        flagged: 'Set aside by an organizer, not counted',
        withdrawn: 'Withdrawn by the signer',
        invalidated: 'Not valid: never confirmed, mail returned, or struck off by an organizer',
      },
      corrections: {
        none: 'This week nothing was corrected in what earlier tallies counted.',
        withdrawn:
          'Of the signatures confirmed in the week ending {date}, {n, plural, one {# was} other {# were}} withdrawn by the signer.',
        invalidated:
          'Of the signatures confirmed in the week ending {date}, {n, plural, one {# was} other {# were}} found not valid.',
        flagged:
          'Of the signatures confirmed in the week ending {date}, {n, plural, one {# was} other {# were}} set aside by an organizer.',
        duplicate:
          'Of the signatures confirmed in the week ending {date}, {n, plural, one {# was found to be a duplicate} other {# were found to be duplicates}}.',
        moved:
          'Of the signatures confirmed in the week ending {date}, {n, plural, one {# is} other {# are}} now counted in another place; the total stays.',
        restored:
          'Of the signatures confirmed in the week ending {date}, {n, plural, one {# that had been taken out counts again} other {# that had been taken out count again}}.',
      },
      possible:
        '{n, plural, =0 {No verified signature has the name and the ZIP code or street of another one.} one {# verified signature has the name and the ZIP code or street of another one that was counted before it. It counts, since many people share a name.} other {# verified signatures have the name and the ZIP code or street of another one that was counted before them. They count, since many people share a name.}}',
      sources: 'Where verified signatures came from',
      how: {
        once: 'Each person counts once: one name at one mailbox is one signature, however it is spelled. Two people with one ZIP code may share a mailbox.',
        confirmed: 'A signature counts from the moment its signer confirms it with a link mailed to them.',
        place:
          '{districts, select, yes {The district} other {Whether somebody lives in {city}}} follows from the ZIP code that the signer gave, or is the signer’s own answer where a ZIP code leaves it open.',
      },
    },
    mail: { live: 'The petition as it stands now:', liveLink: 'Live page' },
    now: {
      heading: 'Now',
      since:
        '{n, plural, one {# verified signature} other {# verified signatures}} as of {instant}: {change} since that week ended.',
      none: '{n, plural, one {# verified signature} other {# verified signatures}} as of {instant}.',
      waiting:
        '{n, plural, =0 {None are waiting} one {# more is waiting} other {# more are waiting}} for confirmation.',
    },
    trend: {
      caption: 'Verified signatures at the end of each week',
      verified: 'Verified',
      table: 'Each week as it was reported',
    },
  },
  es: {
    section: {
      named: 'la petición',
      reason: 'la petición se dirige a: {committee}',
      did: 'firmaron',
      page: {
        title: 'Recuentos de peticiones: {committee}',
        intro:
          'Las firmas verificadas de las peticiones dirigidas a: {whole, select, yes {{council}} other {{committee}, {council}}}. Cada semana queda fija cuando termina: lo que está aquí es lo que dijo el correo.',
      },
    },
    tally: {
      verified: '{n, plural, one {firma verificada} other {firmas verificadas}}',
      summary:
        '{confirmed, plural, =0 {Nadie ha firmado y confirmado todavía} one {# persona ha firmado y confirmado} other {# personas han firmado y confirmado}}: {change}.{city}',
      fall: 'El número bajó porque salieron del recuento más firmas de las que entraron: retiradas, corregidas, apartadas o anuladas.',
      news: {
        has: '«{title}» {confirmed, plural, =0 {todavía no tiene firmas} one {tiene # firma ({change})} other {tiene # firmas ({change})}}',
        reached: '«{title}» alcanzó {signatures, plural, one {# firma} other {# firmas}}',
        reachedLine:
          '«{title}» alcanzó {signatures, plural, one {# firma verificada} other {# firmas verificadas}} el {date}: {name}.',
        closed: '«{title}» cerró con {confirmed, plural, one {# firma} other {# firmas}}',
        fell: '«{title}» bajó a {confirmed, plural, one {# firma} other {# firmas}} ({change})',
        fellLine:
          '«{title}» bajó en {fewer, plural, one {# firma verificada} other {# firmas verificadas}}, a {confirmed, number}.',
      },
      state: {
        draft: 'Aún no abierta',
        submitted: 'Aún no abierta',
        open: 'Abierta, se puede firmar',
        closed: 'Cerrada',
        rejected: 'Rechazada',
        removed: 'Retirada',
      },
      places: {
        heading: 'Firmas verificadas por {districts, select, yes {distrito} other {lugar}}',
        total: 'Todas las firmas verificadas',
      },
      account: {
        heading: 'La cuenta de todas las firmas recibidas',
        what: 'Qué pasó con ellas',
        number: 'Número',
        received: 'Recibidas en total',
        confirmed: 'Verificadas: confirmadas desde el buzón de quien firma, contadas una vez',
        unconfirmed: 'Pendientes de que la persona confirme',
        duplicate: 'Duplicadas, no se cuentan',
        flagged: 'Apartadas por la organización, no se cuentan',
        withdrawn: 'Retiradas por quien firmó',
        invalidated: 'No válidas: nunca confirmadas, correo devuelto o anuladas por la organización',
      },
      corrections: {
        none: 'Esta semana no se corrigió nada de lo que contaron los recuentos anteriores.',
        withdrawn:
          'De las firmas confirmadas en la semana que terminó el {date}, {n, plural, one {# fue retirada} other {# fueron retiradas}} por quien firmó.',
        invalidated:
          'De las firmas confirmadas en la semana que terminó el {date}, {n, plural, one {# fue anulada} other {# fueron anuladas}}.',
        flagged:
          'De las firmas confirmadas en la semana que terminó el {date}, la organización apartó {n, number}.',
        duplicate:
          'De las firmas confirmadas en la semana que terminó el {date}, {n, plural, one {# resultó duplicada} other {# resultaron duplicadas}}.',
        moved:
          'De las firmas confirmadas en la semana que terminó el {date}, {n, plural, one {# se cuenta} other {# se cuentan}} ahora en otro lugar; el total no cambia.',
        restored:
          'De las firmas confirmadas en la semana que terminó el {date}, {n, plural, one {# que se había excluido vuelve a contar} other {# que se habían excluido vuelven a contar}}.',
      },
      possible:
        '{n, plural, =0 {Ninguna firma verificada tiene el nombre y el código postal o la calle de otra.} one {# firma verificada tiene el nombre y el código postal o la calle de otra que se contó antes. Se cuenta, porque muchas personas comparten nombre.} other {# firmas verificadas tienen el nombre y el código postal o la calle de otra que se contó antes. Se cuentan, porque muchas personas comparten nombre.}}',
      sources: 'De dónde vinieron las firmas verificadas',
      how: {
        once: 'Cada persona cuenta una vez: un nombre en un buzón es una sola firma, se escriba como se escriba. Dos personas con el mismo código postal pueden compartir buzón.',
        confirmed: 'Una firma cuenta desde que su autor la confirma con un enlace que recibe por correo.',
        place:
          '{districts, select, yes {El distrito se deduce} other {Si alguien vive en {city} se deduce}} del código postal que dio quien firma, o es su propia respuesta cuando el código postal no basta.',
      },
    },
    mail: { live: 'La petición tal como está ahora:', liveLink: 'Página en vivo' },
    now: {
      heading: 'Ahora',
      since:
        'Al {instant}: {n, plural, one {# firma verificada} other {# firmas verificadas}}, {change} desde el final de esa semana.',
      none: 'Al {instant}: {n, plural, one {# firma verificada} other {# firmas verificadas}}.',
      waiting:
        '{n, plural, =0 {Ninguna está pendiente} one {# más está pendiente} other {# más están pendientes}} de confirmación.',
    },
    trend: {
      caption: 'Firmas verificadas al final de cada semana',
      verified: 'Firmas',
      table: 'Cada semana, tal como se comunicó',
    },
  },
};
