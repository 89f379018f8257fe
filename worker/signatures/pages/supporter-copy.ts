import type { Language } from '../../../web/language.ts';

/** Texts of a supporter's page for every kind of action. */
const en = {
  state: {
    confirmed: 'Counted',
    invalidated:
      'Not counted. If you think this is a mistake, write to the campaign at the foot of this page.',
    bounced: 'Not counted, because our email to this address came back.',
  },
  held: {
    heading: 'What we hold',
    state: 'Status',
    givenName: 'Given name',
    familyName: 'Family name',
    email: 'Email address',
    zip: 'ZIP code',
    street: 'Street',
    place: 'Counted in',
    placeUncounted: 'Place',
    placeUnknown: 'Place not known yet',
    comment: 'Comment',
    informed: 'May email you news',
    partner: '{partner} may write to you',
    yes: 'Yes',
    no: 'No',
    source: 'You came from',
    confirmed: 'Confirmed',
    reference: 'Reference number (only for you)',
    none: 'None',
  },
  download: 'Download this as a file (JSON)',
  correct: { button: 'Save the corrections', working: 'Saving…' },
  withdraw: { working: 'Withdrawing…' },
  erase: {
    open: 'I want everything about me erased',
    button: 'Erase everything about me',
    working: 'Erasing…',
  },
  notice: {
    corrected: 'Your corrections are saved.',
    unchanged: 'Nothing was different, so nothing changed.',
    erased: 'Everything about you is erased.',
  },
  nothing: 'We hold nothing',
};

export const supporterCopy: Record<Language, typeof en> = {
  en,
  es: {
    state: {
      confirmed: 'En el recuento',
      invalidated: 'No se cuenta. Si cree que es un error, escriba a la campaña, al pie de esta página.',
      bounced: 'No se cuenta, porque nuestro correo a esta dirección fue devuelto.',
    },
    held: {
      heading: 'Lo que guardamos',
      state: 'Estado',
      givenName: 'Nombre',
      familyName: 'Apellidos',
      email: 'Correo electrónico',
      zip: 'Código postal',
      street: 'Calle',
      place: 'Se cuenta en',
      placeUncounted: 'Lugar',
      placeUnknown: 'Lugar aún no conocido',
      comment: 'Comentario',
      informed: 'Puede enviarle noticias',
      partner: '{partner} le puede escribir',
      yes: 'Sí',
      no: 'No',
      source: 'Usted llegó desde',
      confirmed: 'Fecha de confirmación',
      reference: 'Número de referencia (solo para usted)',
      none: 'Ninguno',
    },
    download: 'Descargar esto como archivo (JSON)',
    correct: { button: 'Guardar las correcciones', working: 'Guardando…' },
    withdraw: { working: 'Retirando…' },
    erase: {
      open: 'Quiero que se borren todos mis datos',
      button: 'Borrar todos mis datos',
      working: 'Borrando…',
    },
    notice: {
      corrected: 'Sus correcciones están guardadas.',
      unchanged: 'No había diferencias, así que nada cambió.',
      erased: 'Todos sus datos están borrados.',
    },
    nothing: 'No guardamos nada',
  },
};
