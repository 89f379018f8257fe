import type { Language } from '../../../../web/language.ts';
import type { Quoting } from '../rules.ts';

const en = {
  forWhom: 'Who it is for',
  entry: 'Who can come',
  short: 'by invitation',
  invitation: 'By invitation. Sign up if you were invited',
  open: 'Open: nobody needs an invitation',
  takeHome: 'What you take home',
  quoting: 'Telling others',
  quotings: {
    'on-record': 'You may tell what is said there, and who said it.',
    'chatham-house':
      'Chatham House Rule: you may use what you hear there, but you may not tell who said it or who else was there.',
    'no-press': 'Without press, and nothing that is said there is for the press.',
  } satisfies Record<Quoting, string>,
  materials: 'Materials',
  rule: 'The Chatham House Rule in its own words',
};

export const guestsCopy: Record<Language, typeof en> = {
  en,
  es: {
    forWhom: 'Para quién es',
    entry: 'Quién puede venir',
    short: 'con invitación',
    invitation: 'Con invitación. Inscríbase si le invitaron',
    open: 'Abierto: nadie necesita invitación',
    takeHome: 'Lo que usted se lleva',
    quoting: 'Contarlo a otros',
    quotings: {
      'on-record': 'Se puede contar lo que se dice allí, y quién lo dijo.',
      'chatham-house':
        'Regla de Chatham House: usted puede usar lo que oye allí, pero no contar quién lo dijo ni quién más estaba.',
      'no-press': 'Sin prensa, y nada de lo que se dice allí es para la prensa.',
    },
    materials: 'Materiales',
    rule: 'La regla de Chatham House, en inglés',
  },
};
