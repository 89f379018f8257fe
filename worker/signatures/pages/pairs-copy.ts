import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Possible duplicates',
  lead: 'Two signatures that count and may be of one person. Many people share a name, so nothing follows by itself: both count until you decide.',
  empty: 'No possible duplicates wait. New ones are listed here when they are confirmed.',
  likeness: {
    zip: 'The same name and ZIP code, from two inboxes',
    street: 'The same name and street, from two inboxes',
    inbox: 'Names that differ by a letter or two, from one inbox',
  },
  caption: 'Signatures {first} and {second} side by side',
  what: 'Detail',
  first: 'First',
  second: 'Second',
  rows: {
    code: 'Signature',
    confirmed: 'Confirmed',
    received: 'Came in',
    place: '{districts, select, yes {District} other {Place}}',
    zip: 'ZIP code',
    source: 'Source',
  },
  opened: {
    name: 'Name',
    email: 'Email address',
    street: 'Street',
    comment: 'Comment',
    none: 'None',
    unreadable: 'Cannot be opened: erased, damaged, or its key is missing',
    heading: 'Opened just now. It is shown this once.',
  },
  choices: {
    different: 'Different people',
    'same-first': 'Same person: the first counts',
    'same-second': 'Same person: the second counts',
    aside: 'Set the second aside',
  },
  open: 'Open both',
  openLead: 'Shows names, addresses and streets once. The log says that you did.',
  changed: {
    pair: 'This pair has changed meanwhile, so nothing was decided. Here are those that wait now.',
    rate: 'More have come in meanwhile, or somebody else decided, so nothing was decided. Here is what waits now.',
  },
  one: 'Possible duplicate',
  back: 'All possible duplicates',
};

export const pairsCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Posibles duplicados',
    lead: 'Dos firmas que cuentan y que pueden ser de una sola persona. Muchas personas comparten nombre, así que nada ocurre por sí solo: las dos cuentan hasta que usted decida.',
    empty: 'No hay posibles duplicados pendientes. Los nuevos aparecen aquí cuando se confirman.',
    likeness: {
      zip: 'El mismo nombre y código postal, desde dos buzones',
      street: 'El mismo nombre y la misma calle, desde dos buzones',
      inbox: 'Nombres que se distinguen en una o dos letras, desde un buzón',
    },
    caption: 'Las firmas {first} y {second}, una junto a la otra',
    what: 'Dato',
    first: 'Primera',
    second: 'Segunda',
    rows: {
      code: 'Firma',
      confirmed: 'Confirmada',
      received: 'Llegó',
      place: '{districts, select, yes {Distrito} other {Lugar}}',
      zip: 'Código postal',
      source: 'Origen',
    },
    opened: {
      name: 'Nombre',
      email: 'Dirección de correo',
      street: 'Calle',
      comment: 'Comentario',
      none: 'Ninguna',
      unreadable: 'No se puede abrir: borrada, dañada o sin su clave',
      heading: 'Se acaban de abrir. Se muestran esta única vez.',
    },
    choices: {
      different: 'Personas distintas',
      'same-first': 'La misma persona: cuenta la primera',
      'same-second': 'La misma persona: cuenta la segunda',
      aside: 'Apartar la segunda',
    },
    open: 'Abrir las dos',
    openLead:
      'Muestra una sola vez los nombres, las direcciones y las calles. El registro dirá que usted lo hizo.',
    changed: {
      pair: 'Este par cambió mientras tanto, así que no se decidió nada. Estos son los que esperan ahora.',
      rate: 'Mientras tanto llegaron más o alguien decidió, así que no se decidió nada. Esto es lo que espera ahora.',
    },
    one: 'Posible duplicado',
    back: 'Todos los posibles duplicados',
  },
};
