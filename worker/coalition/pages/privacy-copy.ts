import type { Language } from '../../../web/language.ts';

const en = {
  numbers: 'Partners of the campaign see how many people came through them, never who.',
  mayAsk:
    '{partner} may ask on its own forms whether it may write to you. It can get your name, email address and ZIP code only if you check that box.',
  none: 'No partner gets your name or your address.',
};

export const privacyCopy: Record<Language, typeof en> = {
  en,
  es: {
    numbers: 'Los socios de la campaña ven cuántas personas llegaron por ellos, nunca quiénes.',
    mayAsk:
      '{partner} puede preguntar en sus propios formularios si puede escribirle. Solo si usted marca esa casilla puede recibir su nombre, correo y código postal.',
    none: 'Ningún socio recibe su nombre ni su correo.',
  },
};
