import type { Language } from '../../web/language.ts';
import type { SectionWords } from '../digests/section.ts';

type DigestCopy = {
  section: SectionWords;
  heading: string;
  news: { subject: string; line: string };
  page: string;
  link: string;
};

export const digestCopy: Record<Language, DigestCopy> = {
  en: {
    section: {
      named: 'a sample of the signatures',
      reason: 'a sample of signatures was announced to the {committee}',
    },
    heading: 'A sample of the signatures of “{title}”',
    news: {
      subject: 'A sample of the signatures of “{title}” was counted',
      line: 'A sample of the signatures of “{title}” was counted.',
    },
    page: 'How it was drawn:',
    link: 'The sample',
  },
  es: {
    section: {
      named: 'una muestra de las firmas',
      reason: 'se anunció una muestra de firmas de una petición dirigida a: {committee}',
    },
    heading: 'Una muestra de las firmas de «{title}»',
    news: {
      subject: 'Ya se contó una muestra de las firmas de «{title}»',
      line: 'Ya se contó una muestra de las firmas de «{title}».',
    },
    page: 'Cómo se sacó:',
    link: 'La muestra',
  },
};
