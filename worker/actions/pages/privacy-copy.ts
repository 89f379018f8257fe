import type { Language } from '../../../web/language.ts';

const en = {
  told: 'A week before a time runs out, the campaign is told and can postpone the erasing. If it has, this page says so.',
  putOff: 'For “{title}”, erasing was postponed until {date}.',
};

export const privacyCopy: Record<Language, typeof en> = {
  en,
  es: {
    told: 'Una semana antes de que acabe un plazo, la campaña recibe un aviso y puede aplazar el borrado. Donde lo ha hecho, esta página lo dice.',
    putOff: 'En «{title}», el borrado se aplazó hasta el {date}.',
  },
};
