import type { Text } from '../../web/language.ts';
import { say } from '../kits/form-rules.ts';
import type { Audience, Level, Need, Police } from './rules.ts';

/** What organizers choose from. Residents read other words, in pages/copy.ts. */
export const needLabels: Record<Need, Text> = {
  hotline: say('Hotline', 'Línea de ayuda'),
  shelter: say('Shelter', 'Refugio'),
  'safety-planning': say('Safety planning', 'Plan de seguridad'),
  legal: say('Legal help', 'Ayuda legal'),
  immigration: say('Immigration', 'Inmigración'),
  health: say('Health', 'Salud'),
  counseling: say('Counseling', 'Apoyo psicológico'),
  'case-management': say('Case management', 'Acompañamiento'),
  basics: say('Food, clothes, a phone', 'Comida, ropa, un teléfono'),
  work: say('Rights at work', 'Derechos laborales'),
  family: say('Children and family', 'Hijos y familia'),
};

export const audienceLabels: Record<Audience, Text> = {
  labor: say('Labor trafficking', 'Trata laboral'),
  sex: say('Sex trafficking', 'Trata sexual'),
  minors: say('Minors', 'Menores'),
  men: say('Men', 'Hombres'),
  lgbtq: say('LGBTQ+ people', 'Personas LGBTQ+'),
  undocumented: say('Undocumented people', 'Personas indocumentadas'),
};

export const policeLabels: Record<Police, Text> = {
  never: say('Never', 'Nunca'),
  'if-you-ask': say('Only if you ask', 'Solo si lo pide la persona'),
  must: say('Must', 'Está obligado'),
};

export const levelLabels: Record<Level, Text> = {
  local: say('Local', 'Local'),
  state: say('State', 'Estatal'),
  national: say('National', 'Nacional'),
  international: say('International', 'Internacional'),
};

export const phoneKindLabels: Record<string, Text> = {
  voice: say('Calls', 'Llamadas'),
  text: say('Text messages', 'Mensajes de texto'),
  tty: say('TTY', 'TTY'),
};

export const languageLabels: Record<string, Text> = {
  en: say('English', 'Inglés'),
  es: say('Spanish', 'Español'),
  am: say('Amharic', 'Amárico'),
  ar: say('Arabic', 'Árabe'),
  fa: say('Persian', 'Persa'),
  fr: say('French', 'Francés'),
  hi: say('Hindi', 'Hindi'),
  ht: say('Haitian Creole', 'Criollo haitiano'),
  km: say('Khmer', 'Jemer'),
  ko: say('Korean', 'Coreano'),
  my: say('Burmese', 'Birmano'),
  ne: say('Nepali', 'Nepalí'),
  ps: say('Pashto', 'Pastún'),
  pt: say('Portuguese', 'Portugués'),
  ru: say('Russian', 'Ruso'),
  so: say('Somali', 'Somalí'),
  sw: say('Swahili', 'Suajili'),
  tl: say('Tagalog', 'Tagalo'),
  uk: say('Ukrainian', 'Ucraniano'),
  vi: say('Vietnamese', 'Vietnamita'),
  zh: say('Chinese', 'Chino'),
};
