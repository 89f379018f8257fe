import type { Language } from '../../../../web/language.ts';

/** Texts about a partner's numbers. */
const en = {
  empty: 'Nothing in this campaign has opened yet.',
  credited: '{n, plural, one {person counts through you} other {people count through you}}',
  noSources: 'You have no source yet. Ask the campaign for a link of your own.',
  sources: {
    caption: 'Through your sources',
    source: 'Source',
    opened: 'Opened',
    credited: 'Credited to you',
    elsewhere: 'Counted elsewhere',
    uncounted: 'Not counted',
    total: 'All your sources',
  },
  kinds: {
    link: 'Link',
    embed: 'Form on a site',
    share: 'Shared link',
    poster: 'Poster',
    flyer: 'Flyer',
    event: 'At an event',
    paper: 'Paper sheet',
  },
  everyone: {
    heading: 'Everyone together',
    text: 'All partners see these same numbers. They add up to everyone who counts.',
    caption: 'Credited to each partner',
    partner: 'Partner',
    number: 'People',
    own: 'The campaign itself',
    adds: 'It adds up',
    partners: 'Through partners',
    total: 'All who count',
  },
  links: {
    heading: 'Your links',
    text: 'People who open one of these come through you.',
    embed: 'The form for your own site',
    share: 'Texts, posters and flyers to share',
  },
  how: {
    heading: 'What the numbers mean',
    opened: 'How often a page or form was opened. It counts openings, not people, and nobody is followed.',
    received: 'Everything sent: the sum of the next three columns.',
    credited:
      'People who confirmed by email. Each counts once, for the source by which they first confirmed.',
    elsewhere:
      'People who count through another partner or the campaign itself, and said that they came through you too. You see how many, never who.',
    uncounted: 'Waiting to be confirmed by email, sent twice through you, withdrawn, or not valid.',
  },
  columns: {
    action: 'The petition’s or survey’s short name',
    title: 'Its title',
    source: 'The source’s short name, total for all of yours, or everyone',
    source_name: 'The same in words',
    kind: 'What kind of source it is',
    opened: 'How often it was opened',
    signed: 'Signatures or answers sent: the sum of the three columns after it',
    credited: 'People who count, each for one source',
    counted_elsewhere: 'People who count through another partner or the campaign itself',
    not_counted: 'The rest: waiting, sent twice, withdrawn, not valid',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    empty: 'Todavía no se ha abierto nada de esta campaña.',
    credited: '{n, plural, one {persona cuenta por usted} other {personas cuentan por usted}}',
    noSources: 'Usted no tiene todavía un enlace propio. Pídalo a la campaña.',
    sources: {
      caption: 'Por sus medios',
      source: 'Medio',
      opened: 'Abierto',
      credited: 'Cuentan por usted',
      elsewhere: 'Cuentan por otro',
      uncounted: 'No cuentan',
      total: 'Todos sus medios',
    },
    kinds: {
      link: 'Enlace',
      embed: 'Formulario en un sitio',
      share: 'Enlace compartido',
      poster: 'Cartel',
      flyer: 'Volante',
      event: 'En un evento',
      paper: 'Hoja de papel',
    },
    everyone: {
      heading: 'Entre todos',
      text: 'Todos los socios ven estos mismos números. Suman todas las personas que cuentan.',
      caption: 'Personas que cuentan por cada socio',
      partner: 'Socio',
      number: 'Personas',
      own: 'La propia campaña',
      adds: 'La suma',
      partners: 'Por los socios',
      total: 'Todas las que cuentan',
    },
    links: {
      heading: 'Sus enlaces',
      text: 'Quien abre uno de estos llega por usted.',
      embed: 'El formulario para su propio sitio',
      share: 'Textos, carteles y volantes para compartir',
    },
    how: {
      heading: 'Qué significan los números',
      opened:
        'Cuántas veces se abrió una página o un formulario. Cuenta veces, no personas, y no se sigue a nadie.',
      received: 'Todo lo enviado: la suma de las tres columnas que siguen.',
      credited:
        'Personas que confirmaron por correo. Cada una cuenta una vez, por el medio con el que confirmó primero.',
      elsewhere:
        'Personas que cuentan por otro socio o por la propia campaña, y que dijeron que también llegaron por usted. Usted ve cuántas, nunca quiénes.',
      uncounted: 'En espera de confirmación por correo, enviado dos veces por usted, retirado o no válido.',
    },
    columns: {
      action: 'Nombre corto de la petición o encuesta',
      title: 'Su título',
      source: 'Nombre corto del medio; total para todos los suyos, o everyone para todas las personas',
      source_name: 'Lo mismo en palabras',
      kind: 'Qué clase de medio es',
      opened: 'Cuántas veces se abrió',
      signed: 'Firmas o respuestas enviadas: la suma de las tres columnas que siguen',
      credited: 'Personas que cuentan, cada una por un medio',
      counted_elsewhere: 'Personas que cuentan por otro socio o por la propia campaña',
      not_counted: 'El resto: en espera, enviado dos veces, retirado o no válido',
    },
  },
};
