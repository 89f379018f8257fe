import type { Language } from '../../../web/language.ts';

const en = {
  lead: 'What people who survived trafficking want the city to know: what the police could have done, and what training would have meant.',
  heading: 'Stories of survivors',
  part: {
    text: 'Survivors say what the police could have done, and what training would have meant.',
    link: 'Read the stories, and how they come here',
  },
};

const es: typeof en = {
  lead: 'Lo que quienes sobrevivieron a la trata quieren que la ciudad sepa: qué pudo hacer la policía y qué habría significado la formación.',
  heading: 'Historias de sobrevivientes',
  part: {
    text: 'Sobrevivientes cuentan qué pudo hacer la policía y qué habría significado la formación.',
    link: 'Leer las historias, y cómo llegan aquí',
  },
};

export const copy: Record<Language, typeof en> = { en, es };
