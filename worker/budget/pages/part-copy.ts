import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'The money',
  lead: 'Line by line: what was adopted, what is proposed, what we ask for and what residents answered.',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'El dinero',
    lead: 'Partida por partida: lo aprobado, lo propuesto, lo que pedimos y lo que respondieron los residentes.',
  },
};
