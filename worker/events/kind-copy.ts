import type { Language } from '../../web/language.ts';
import type { ActionWords } from '../actions/kind.ts';

/** An event's texts for the pages and lists of all kinds of actions. */
export const eventWords: Record<Language, ActionWords> = {
  en: {
    button: 'Sign up',
    call: 'Sign up to take part',
    read: 'About this event',
    embedHeading: 'Put this event on your site',
    count: {
      label: '{n, plural, =0 {sign-ups so far} one {person has signed up} other {people have signed up}}',
      final: '{n, plural, =0 {people signed up} one {person signed up} other {people signed up}}',
      asOf: 'As of {instant}.',
      waiting:
        '{n, plural, =0 {No sign-up is waiting to be confirmed.} one {One more person has to confirm by email.} other {{count} more people have to confirm by email.}}',
      none: 'You can be the first.',
    },
    state: {
      upcoming: 'You can sign up from {date}.',
      closed: 'The last day to sign up was {date}.',
      closedUndated: 'You can no longer sign up.',
      rejected: 'This event was not accepted.',
      removed: 'This event was removed. You cannot sign up, and its times are no longer shown.',
      removedOn: 'The last day to sign up was {date}.',
      toCampaign: 'Go to the campaign: {campaign}',
    },
    counted:
      '{n, plural, =0 {No one has signed up yet.} one {One person has signed up.} other {{count} people have signed up.}}',
    countedInList:
      '{n, plural, =0 {No one has signed up for an event yet} one {One person has signed up for an event} other {{count} people have signed up for an event}}',
    countedOnCard: '{n, plural, one {person has signed up} other {people have signed up}}',
    reached: '{n, plural, one {One person has} other {{count} people have}} signed up: {action}',
    closing: 'Last day to sign up: {action}',
    share: {
      withFact: {
        message: '{ask} I am telling you because you may want to come: {link}',
        post: '{ask} Sign up here: {link}',
        email:
          'Hello,\n\n{ask}\n\nWhen and where it is, and how to sign up, is here:\n{link}\n\n{fact}\nSource: {source}\n\nThank you.',
      },
      withoutFact: {
        message: '{ask} I am telling you because you may want to come: {link}',
        post: '{ask} Sign up here: {link}',
        email: 'Hello,\n\n{ask}\n\nWhen and where it is, and how to sign up, is here:\n{link}\n\nThank you.',
      },
    },
    partner: {
      received: 'Signed up',
      share:
        '{share}% of {n, plural, one {the one person} other {all {total} people}} who signed up and confirmed. As of {instant}.',
      none: 'Nobody has signed up and confirmed yet. As of {instant}.',
    },
  },
  es: {
    button: 'Inscribirme',
    call: 'Inscríbase para participar',
    read: 'Sobre este evento',
    embedHeading: 'Ponga este evento en su sitio',
    count: {
      label:
        '{n, plural, =0 {inscripciones hasta ahora} one {persona se ha inscrito} other {personas se han inscrito}}',
      final:
        '{n, plural, =0 {personas se inscribieron} one {persona se inscribió} other {personas se inscribieron}}',
      asOf: 'Dato del {instant}.',
      waiting:
        '{n, plural, =0 {Ninguna inscripción espera confirmación.} one {Una persona más tiene que confirmar por correo.} other {{count} personas más tienen que confirmar por correo.}}',
      none: 'La suya puede ser la primera.',
    },
    state: {
      upcoming: 'Las inscripciones se abren el {date}.',
      closed: 'El último día para inscribirse fue el {date}.',
      closedUndated: 'Ya no es posible inscribirse.',
      rejected: 'Este evento no fue aceptado.',
      removed: 'Este evento fue retirado. No admite inscripciones y sus horarios ya no se muestran.',
      removedOn: 'El último día para inscribirse fue el {date}.',
      toCampaign: 'Ir a la campaña: {campaign}',
    },
    counted:
      '{n, plural, =0 {Nadie se ha inscrito todavía.} one {Una persona se ha inscrito.} other {{count} personas se han inscrito.}}',
    countedInList:
      '{n, plural, =0 {Nadie se ha inscrito en un evento todavía} one {Una persona se ha inscrito en un evento} other {{count} personas se han inscrito en un evento}}',
    countedOnCard: '{n, plural, one {persona se ha inscrito} other {personas se han inscrito}}',
    reached:
      '{n, plural, one {Una persona se ha inscrito} other {{count} personas se han inscrito}}: {action}',
    closing: 'Último día para inscribirse: {action}',
    share: {
      withFact: {
        message: '{ask} Se lo cuento por si quiere venir: {link}',
        post: '{ask} Inscríbase aquí: {link}',
        email:
          'Hola:\n\n{ask}\n\nAquí está cuándo y dónde es, y cómo inscribirse:\n{link}\n\n{fact}\nFuente: {source}\n\nGracias.',
      },
      withoutFact: {
        message: '{ask} Se lo cuento por si quiere venir: {link}',
        post: '{ask} Inscríbase aquí: {link}',
        email: 'Hola:\n\n{ask}\n\nAquí está cuándo y dónde es, y cómo inscribirse:\n{link}\n\nGracias.',
      },
    },
    partner: {
      received: 'Inscripciones',
      share:
        'El {share} % de {n, plural, one {la única persona que se inscribió y confirmó} other {las {total} personas que se inscribieron y confirmaron}}. Al {instant}.',
      none: 'Nadie se ha inscrito y confirmado todavía. Al {instant}.',
    },
  },
};
