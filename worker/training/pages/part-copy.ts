import type { Language } from '../../../web/language.ts';

const en = {
  /** To share. */
  take: 'Take the free training: {name}.',
  part: {
    text: '{modules, plural, one {One lesson} other {# lessons}} of five minutes, with a certificate.',
    finished: 'Finished {n, plural, one {once} other {# times}} so far.',
    link: 'To the training',
  },
};

const es: typeof en = {
  take: 'Haga la formación gratuita: {name}.',
  part: {
    text: '{modules, plural, one {Una lección} other {# lecciones}} de cinco minutos, con certificado.',
    finished: 'Se ha terminado {n, plural, one {una vez} other {# veces}}.',
    link: 'Ir a la formación',
  },
};

export const copy: Record<Language, typeof en> = { en, es };
