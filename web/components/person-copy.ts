import type { Language } from '../language.ts';

/** The texts of the fields about a person, on every form that asks for one. */
const en = {
  givenName: 'Given name',
  familyName: 'Family name',
  email: 'Email address',
  meant: 'Did you mean {address}?',
  zip: 'ZIP code',
  district: 'City council district',
  districtHint: 'Your ZIP code may lie in more than one district.',
  districtLookup: 'Find your district',
  districtChoose: 'Choose one',
  districtUnsure: 'I am not sure',
  inCity: 'Do you live in {city}?',
  inCityHint: 'Your ZIP code does not say it.',
  street: 'Street and house number',
  streetHint: 'Used only to count each person once.',
  comment: 'Comment',
  keepInformed: 'The campaign may email me its news',
  keepInformedHint:
    'Such as an official answer to what you signed. Each mail has a link that stops them, and you can change this on your own page.',
  partnerContact: '{partner} may write to me',
  partnerContactHint:
    'If you check this, we may pass on your name, email address and ZIP code to them. You can change your mind on your own page. What they have by then can only be deleted by them.',
  trap: 'Leave this empty',
  turnstile: 'This page asks Cloudflare Turnstile, another company’s service, whether you are a person.',
};

export const personCopy: Record<Language, typeof en> = {
  en,
  es: {
    givenName: 'Nombre',
    familyName: 'Apellidos',
    email: 'Correo electrónico',
    meant: '¿Quiso decir {address}?',
    zip: 'Código postal (ZIP)',
    district: 'Distrito del concejo municipal',
    districtHint: 'Su código postal puede abarcar más de un distrito.',
    districtLookup: 'Busque su distrito',
    districtChoose: 'Elija uno',
    districtUnsure: 'No lo sé',
    inCity: '¿Vive usted en {city}?',
    inCityHint: 'Su código postal no lo dice.',
    street: 'Calle y número',
    streetHint: 'Solo sirve para contar a cada persona una vez.',
    comment: 'Comentario',
    keepInformed: 'La campaña puede enviarme sus noticias por correo',
    keepInformedHint:
      'Por ejemplo, una respuesta oficial a lo que usted firmó. Cada correo tiene un enlace para no recibir más, y puede cambiarlo en su propia página.',
    partnerContact: '{partner} me puede escribir',
    partnerContactHint:
      'Si marca esta casilla, podemos darle su nombre, su correo y su código postal. Usted puede retirarlo en su propia página. Lo que ya haya recibido, solo esa organización lo puede borrar.',
    trap: 'Deje esto vacío',
    turnstile:
      'Esta página pregunta a Cloudflare Turnstile, un servicio de otra empresa, si usted es una persona.',
  },
};
