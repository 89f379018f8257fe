import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'Who is behind this',
  text: 'These organizations work together. Each person is credited to the one they first came through, and all of them see the same totals.',
  sectors: {
    'law-enforcement': 'Law enforcement',
    'victim-services': 'Victim services',
    business: 'Business',
    healthcare: 'Healthcare',
    faith: 'Faith',
    foundation: 'Foundations',
    advocacy: 'Advocacy',
    'survivor-led': 'Led by survivors',
    other: 'Others',
  },
  norms: 'What they agree to',
};

export const coalitionCopy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Quién está detrás',
    text: 'Estas organizaciones trabajan juntas. Cada persona se acredita a la organización por la que llegó primero, y todas ven los mismos totales.',
    sectors: {
      'law-enforcement': 'Policía',
      'victim-services': 'Apoyo a víctimas',
      business: 'Empresas',
      healthcare: 'Salud',
      faith: 'Comunidades de fe',
      foundation: 'Fundaciones',
      advocacy: 'Defensa de derechos',
      'survivor-led': 'Dirigidas por sobrevivientes',
      other: 'Otras',
    },
    norms: 'Lo que acuerdan',
  },
};
