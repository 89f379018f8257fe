import type { Language } from '../../web/language.ts';
import type { SectionWords } from '../digests/section.ts';

type DigestCopy = {
  section: SectionWords;
  heading: string;
  late: { subject: string; line: string };
  overdue: { subject: string; line: string };
  answer: string;
  link: string;
  byMail: string;
};

export const digestCopy: Record<Language, DigestCopy> = {
  en: {
    section: {
      named: 'what the petition asks',
      reason: 'a petition asks the {committee} for an answer',
    },
    heading: 'What “{title}” asks, and the answers',
    late: {
      subject: '“{title}” still waits for an answer',
      line: '“{title}” still waits for an answer to {n, plural, one {one ask} other {# asks}}, for {days, plural, one {# day} other {# days}}.',
    },
    overdue: {
      subject: 'A commitment about “{title}” is overdue',
      line: 'A commitment about “{title}” is overdue by {days, plural, one {# day} other {# days}}.',
    },
    answer: 'To answer, or to correct an answer, without an account:',
    link: 'Answer here',
    byMail: 'The office answers by the link in its mails.',
  },
  es: {
    section: {
      named: 'lo que pide la petición',
      reason: 'una petición espera una respuesta de: {committee}',
    },
    heading: 'Qué pide «{title}» y qué se respondió',
    late: {
      subject: '«{title}» sigue sin respuesta',
      line: '«{title}» espera respuesta a {n, plural, one {un punto} other {# puntos}} desde hace {days, plural, one {# día} other {# días}}.',
    },
    overdue: {
      subject: 'Un compromiso sobre «{title}» está vencido',
      line: 'Un compromiso sobre «{title}» lleva {days, plural, one {# día} other {# días}} de retraso.',
    },
    answer: 'Para responder, o corregir una respuesta, sin cuenta:',
    link: 'Responder aquí',
    byMail: 'La oficina responde con el enlace que llega en sus correos.',
  },
};
