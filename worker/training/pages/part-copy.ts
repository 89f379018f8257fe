import type { Language } from '../../../web/language.ts';

const en = {
  part: {
    text: '{modules, plural, one {One lesson} other {# lessons}} of five minutes, with a certificate.',
    finished: '{n, plural, one {One person has} other {# people have}} finished it.',
    link: 'To the training',
  },
};

const es: typeof en = {
  part: {
    text: '{modules, plural, one {Una lección} other {# lecciones}} de cinco minutos, con certificado.',
    finished: '{n, plural, one {Una persona la ha} other {# personas la han}} terminado.',
    link: 'Ir a la formación',
  },
};

export const copy: Record<Language, typeof en> = { en, es };
