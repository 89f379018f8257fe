import type { Language } from '../../../web/language.ts';

const en = {
  // Neutral, because it stays in the browser's history.
  title: 'Local services',
  lead: 'By phone, online and in and around {city}. This site keeps no record of who looks here.',
  part: {
    heading: 'Where to find help',
    text: 'Services for people who were trafficked or are at risk, and whether each talks to the police.',
    link: 'Find a service',
    assets: 'What the city has: people, places and means, by district',
  },
};

const es: typeof en = {
  title: 'Servicios locales',
  lead: 'Por teléfono, en línea y en {city} y sus alrededores. Este sitio no guarda quién busca aquí.',
  part: {
    heading: 'Dónde encontrar ayuda',
    text: 'Servicios para quienes han sufrido la trata o corren peligro, y si cada uno habla con la policía.',
    link: 'Encuentre un servicio',
    assets: 'Lo que tiene la ciudad: personas, lugares y medios, por distrito',
  },
};

export const copy: Record<Language, typeof en> = { en, es };
