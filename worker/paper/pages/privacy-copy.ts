import type { Language } from '../../../web/language.ts';

const en = {
  kept: [
    'If you sign on paper: your name and ZIP code, and your email address if you write it. They are stored encrypted. Of two lines with the same name and ZIP code one counts.',
    'One line in ten is entered by two people, to find mistakes.',
  ],
  until: [
    'What you signed on paper is erased when the signatures of its petition are. The paper itself is with the campaign.',
  ],
  rights: [
    'To have a line on paper corrected or crossed out, write to the campaign. If you wrote your email address there, the email that you got leads to your own page.',
  ],
};

export const privacyCopy: Record<Language, typeof en> = {
  en,
  es: {
    kept: [
      'Si firma en papel: su nombre y código postal, y su correo si lo escribe. Se guardan cifrados. De dos líneas con el mismo nombre y código postal, cuenta una.',
      'Una de cada diez líneas la copian dos personas, para encontrar errores.',
    ],
    until: [
      'Lo que firmó en papel se borra cuando se borran las firmas de esa petición. El papel queda en la campaña.',
    ],
    rights: [
      'Para que se corrija o se tache una línea en papel, escriba a la campaña. Si allí escribió su correo, el mensaje que recibió lleva a su propia página.',
    ],
  },
};
