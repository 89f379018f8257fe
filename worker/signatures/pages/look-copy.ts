import type { Language } from '../../../web/language.ts';

/** Texts that tell the owner of a signature what others can read. */
const en = {
  shown: 'It looks like this:',
  waiting: 'It will look like this once an organizer has looked at it:',
  confirmed: 'Once you confirm, it looks like this:',
  hidden: {
    name: 'An organizer decided not to show your name.',
    comment: 'An organizer decided not to show your comment.',
    why: 'If you think this is a mistake, write to the campaign at the foot of this page.',
  },
  again: 'If you change your name or your comment, it waits for an organizer again.',
};

export const lookCopy: Record<Language, typeof en> = {
  en,
  es: {
    shown: 'Se ve así:',
    waiting: 'Se verá así cuando alguien de la organización lo haya revisado:',
    confirmed: 'Cuando usted confirme, se verá así:',
    hidden: {
      name: 'Su nombre no se muestra: así lo decidió la organización.',
      comment: 'Su comentario no se muestra: así lo decidió la organización.',
      why: 'Si cree que es un error, escriba a la campaña, al pie de esta página.',
    },
    again: 'Si cambia su nombre o su comentario, la organización lo revisa otra vez.',
  },
};
