import type { Language } from '../language.ts';

/** The fields about a person, on every form that asks for one. */
const en = {
  givenName: 'Given name',
  familyName: 'Family name',
  email: 'Email address',
  zip: 'ZIP code',
  district: 'City council district',
  districtHint: 'Your ZIP code may lie in more than one district.',
  districtLookup: 'Find your district',
  districtChoose: 'Choose one',
  districtUnsure: 'I am not sure',
  street: 'Street and house number',
  streetHint: 'Used only to count each person once.',
  comment: 'Comment',
  keepInformed: 'Email me news about this campaign',
  partnerContact: '{partner} may write to me',
  partnerContactHint: 'Only then do they get your name and email address. You can end it on your own page.',
  trap: 'Leave this empty',
  turnstile: 'This page asks Cloudflare Turnstile, another company’s service, whether you are a person.',
};

export const personCopy: Record<Language, typeof en> = {
  en,
  es: {
    givenName: 'Nombre',
    familyName: 'Apellidos',
    email: 'Correo electrónico',
    zip: 'Código postal (ZIP)',
    district: 'Distrito del concejo municipal',
    districtHint: 'Su código postal puede abarcar más de un distrito.',
    districtLookup: 'Busque su distrito',
    districtChoose: 'Elija uno',
    districtUnsure: 'No lo sé',
    street: 'Calle y número',
    streetHint: 'Solo sirve para contar a cada persona una vez.',
    comment: 'Comentario',
    keepInformed: 'Quiero recibir noticias de esta campaña por correo',
    partnerContact: '{partner} me puede escribir',
    partnerContactHint: 'Solo así recibe su nombre y su correo. Usted puede terminarlo en su propia página.',
    trap: 'Deje esto vacío',
    turnstile:
      'Esta página pregunta a Cloudflare Turnstile, un servicio de otra empresa, si usted es una persona.',
  },
};
