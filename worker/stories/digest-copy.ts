import type { Language } from '../../web/language.ts';
import type { SectionWords } from '../digests/section.ts';

type DigestCopy = {
  section: SectionWords;
  heading: string;
  summary: string;
  fresh: string;
  where: string;
};

export const digestCopy: Record<Language, DigestCopy> = {
  en: {
    section: {
      named: 'stories of survivors',
      reason: 'survivors have allowed the {committee} to read their stories',
    },
    heading: 'Stories of survivors',
    summary:
      '{n, plural, =0 {No story of a survivor is for this committee at the moment.} one {One survivor has allowed this committee to read their story.} other {# survivors have allowed this committee to read their stories.}}',
    fresh: '{n, plural, one {A story of a survivor came} other {# stories of survivors came}} this week.',
    where:
      'Read it on your page of these numbers. The text is not in this mail, so that it can be taken back.',
  },
  es: {
    section: {
      named: 'historias de sobrevivientes',
      reason: 'hay sobrevivientes que permiten que las lea: {committee}',
    },
    heading: 'Historias de sobrevivientes',
    summary:
      '{n, plural, =0 {Por ahora no hay ninguna historia de sobrevivientes para este comité.} one {Una persona sobreviviente permite que este comité lea su historia.} other {# sobrevivientes permiten que este comité lea sus historias.}}',
    fresh:
      '{n, plural, one {Esta semana llegó una historia de sobrevivientes} other {Esta semana llegaron # historias de sobrevivientes}}.',
    where: 'Se lee en la página de estas cifras. El texto no está en este correo, para que se pueda retirar.',
  },
};
