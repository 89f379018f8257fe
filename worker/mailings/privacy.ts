import type { Language } from '../../web/language.ts';
import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { knownQuery } from '../platform/query.ts';

const copy: Record<Language, { given: string; until: string }> = {
  en: {
    given:
      'Who checked the box for news gets it from this website. No picture and no link in it tells anybody whether you opened it. We count how many mails arrived, came back, were called spam, and how many people stopped the news.',
    until:
      'While a mail of news is sent, a list holds a fingerprint of each inbox, so that each gets it once. It is deleted afterward.',
  },
  es: {
    given:
      'Quien marcó la casilla de noticias las recibe desde este sitio. Ninguna imagen y ningún enlace le dice a nadie si abrió el correo. Contamos cuántos correos llegaron, cuántos volvieron, cuántos se marcaron como no deseados y cuántas personas dejaron de recibir noticias.',
    until:
      'Mientras se envía un correo de noticias, una lista guarda una huella de cada buzón para que a cada uno le llegue una sola vez. Después se borra.',
  },
};

export const mailingsPrivacy: PrivacySection = () =>
  knownQuery(({ language }) => ({ given: [copy[language].given], until: [copy[language].until] }));
