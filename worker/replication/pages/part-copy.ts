import type { Language } from '../../../web/language.ts';

const en = {
  title: '{state}: all cities together',
  lead: 'What people have signed, answered and learned in the cities of {state} that take part. Each city counts by itself and signs its numbers. This page checks them and adds them up.',
  part: {
    heading: 'Other cities of {state}',
    text: 'Each city counts its own people. Their signed numbers are checked and added up in one place.',
    link: 'All cities together',
  },
  /** `{link}` stands for the address. */
  share: 'The cities of {state}, added up from signed and checked counts: {link}',
};

/** The words of the page that other pages show, too. */
export const copy: Record<Language, typeof en> = {
  en,
  es: {
    title: '{state}: todas las ciudades juntas',
    lead: 'Lo que se ha firmado, respondido y aprendido en las ciudades de {state} que participan. Cada ciudad cuenta por su lado y firma sus cifras. Esta página las comprueba y las suma.',
    part: {
      heading: 'Otras ciudades de {state}',
      text: 'Cada ciudad cuenta a su propia gente. Sus cifras firmadas se comprueban y se suman en un solo lugar.',
      link: 'Todas las ciudades juntas',
    },
    share: 'Las ciudades de {state}, sumadas a partir de recuentos firmados y comprobados: {link}',
  },
};
