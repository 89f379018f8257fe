import type { Language } from '../../web/language.ts';
import type { SectionWords } from '../digests/section.ts';

type DigestCopy = {
  section: SectionWords;
  amounts: Record<'adopted' | 'proposed' | 'asked', string>;
  answered: string;
  /** The title of a page that compares all lines. */
  more: string;
};

export const digestCopy: Record<Language, DigestCopy> = {
  en: {
    section: {
      named: 'the comparison of the budget',
      reason: 'a campaign that asks the {committee} for something compares the budget',
    },
    amounts: {
      adopted: '{dollars} last year',
      proposed: '{dollars} proposed',
      asked: '{dollars} asked for',
    },
    answered:
      'Beside {n, plural, one {one line} other {# lines}} stands what residents answered, once five have.',
    more: 'All lines, with their sources',
  },
  es: {
    section: {
      named: 'la comparación del presupuesto',
      reason: 'una campaña que pide algo a {committee} compara el presupuesto',
    },
    amounts: {
      adopted: '{dollars} el año pasado',
      proposed: '{dollars} en la propuesta',
      asked: '{dollars} lo que se pide',
    },
    answered:
      'Junto a {n, plural, one {una partida} other {# partidas}} está lo que respondieron los residentes, a partir de cinco.',
    more: 'Todas las partidas, con sus fuentes',
  },
};
