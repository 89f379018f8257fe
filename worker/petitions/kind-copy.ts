import type { Language } from '../../web/language.ts';
import type { ActionWords } from '../actions/kind.ts';

/** A petition's texts for the pages and lists of all kinds of actions. */
export const petitionWords: Record<Language, ActionWords> = {
  en: {
    button: 'Sign the petition',
    call: 'Sign the petition',
    read: 'Read the petition',
    embedHeading: 'Put this petition on your site',
    count: {
      label: '{n, plural, =0 {signatures so far} one {person has signed} other {people have signed}}',
      final: '{n, plural, =0 {people signed} one {person signed} other {people signed}}',
      asOf: 'As of {instant}.',
      waiting:
        '{n, plural, =0 {No signature is waiting to be confirmed.} one {One more signature is waiting to be confirmed by email.} other {{count} more signatures are waiting to be confirmed by email.}}',
      none: 'Yours can be the first.',
    },
    state: {
      upcoming: 'This petition opens for signatures on {date}.',
      closed: 'This petition closed on {date}.',
      closedUndated: 'This petition has closed.',
      rejected: 'This petition was not accepted.',
      removed: 'This petition was removed. It takes no signatures, and its text is no longer shown.',
      removedOn: 'The last day to sign it was {date}.',
      toCampaign: 'Go to the campaign: {campaign}',
    },
    counted:
      '{n, plural, =0 {No one has signed yet.} one {One person has signed.} other {{count} people have signed.}}',
    countedInList:
      '{n, plural, =0 {No one has signed yet} one {One person has signed} other {{count} people have signed}}',
    countedOnCard: '{n, plural, one {person has signed} other {people have signed}}',
    reached: '{n, plural, one {One person has} other {{count} people have}} signed: {action}',
    closing: 'Last day to sign: {action}',
    share: {
      withFact: {
        message: '{fact} You can help to change that: {ask} Read and sign here: {link}',
        post: '{fact} {ask} {link}',
        email:
          'Hello,\n\n{fact}\nSource: {source}\n\nThe petition “{title}” asks our council: {ask}\n\nRead it and sign here. It takes about a minute:\n{link}\n\nThank you.',
      },
      withoutFact: {
        message: 'Our council should hear from many people. {ask} Read and sign here: {link}',
        post: '{ask} {link}',
        email:
          'Hello,\n\nThe petition “{title}” asks our council: {ask}\n\nRead it and sign here. It takes about a minute:\n{link}\n\nThank you.',
      },
    },
    partner: {
      received: 'Signed',
      share:
        '{share}% of {n, plural, one {the one person} other {all {total} people}} who signed and confirmed. As of {instant}.',
      none: 'Nobody has signed and confirmed yet. As of {instant}.',
    },
  },
  es: {
    button: 'Firmar la petición',
    call: 'Firme la petición',
    read: 'Leer la petición',
    embedHeading: 'Ponga esta petición en su sitio',
    count: {
      label: '{n, plural, =0 {firmas hasta ahora} one {persona ha firmado} other {personas han firmado}}',
      final: '{n, plural, =0 {personas firmaron} one {persona firmó} other {personas firmaron}}',
      asOf: 'Dato del {instant}.',
      waiting:
        '{n, plural, =0 {Ninguna firma espera confirmación.} one {Una firma más espera confirmación por correo.} other {{count} firmas más esperan confirmación por correo.}}',
      none: 'La suya puede ser la primera.',
    },
    state: {
      upcoming: 'Esta petición se podrá firmar desde el {date}.',
      closed: 'Esta petición cerró el {date}.',
      closedUndated: 'Esta petición ha cerrado.',
      rejected: 'Esta petición no fue aceptada.',
      removed: 'Esta petición fue retirada. No recibe firmas y su texto ya no se muestra.',
      removedOn: 'El último día para firmarla fue el {date}.',
      toCampaign: 'Ir a la campaña: {campaign}',
    },
    counted:
      '{n, plural, =0 {Nadie ha firmado todavía.} one {Una persona ha firmado.} other {{count} personas han firmado.}}',
    countedInList:
      '{n, plural, =0 {Nadie ha firmado todavía} one {Una persona ha firmado} other {{count} personas han firmado}}',
    countedOnCard: '{n, plural, one {persona ha firmado} other {personas han firmado}}',
    reached: '{n, plural, one {Una persona ha firmado} other {{count} personas han firmado}}: {action}',
    closing: 'Último día para firmar: {action}',
    share: {
      withFact: {
        message: '{fact} Usted puede ayudar a cambiarlo: {ask} Lea y firme aquí: {link}',
        post: '{fact} {ask} {link}',
        email:
          'Hola:\n\n{fact}\nFuente: {source}\n\nLa petición «{title}» le pide a nuestro concejo: {ask}\n\nLéala y firme aquí. Toma cerca de un minuto:\n{link}\n\nGracias.',
      },
      withoutFact: {
        message: 'Nuestro concejo debe oír a mucha gente. {ask} Lea y firme aquí: {link}',
        post: '{ask} {link}',
        email:
          'Hola:\n\nLa petición «{title}» le pide a nuestro concejo: {ask}\n\nLéala y firme aquí. Toma cerca de un minuto:\n{link}\n\nGracias.',
      },
    },
    partner: {
      received: 'Firmas',
      share:
        'El {share} % de {n, plural, one {la única persona que firmó y confirmó} other {las {total} personas que firmaron y confirmaron}}. Al {instant}.',
      none: 'Nadie ha firmado y confirmado todavía. Al {instant}.',
    },
  },
};
