import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Start a campaign',
  lead: 'It gets its own petition, its own page and its own people, and you become its owner. Nobody can sign before you publish it: you read and change everything first.',
  start: 'Start it',
  starting: 'Starting…',
  onlyOwners: 'Whoever owns a campaign here can start another one. Ask an owner of yours.',
  questions: {
    heading: 'Seven questions',
    lead: 'What you answer here can all be changed later.',
    city: 'City and state',
    zips: 'ZIP codes of the city',
    council: 'Who decides',
    'council-email': 'Where they get the weekly count (email)',
    name: 'Name of your campaign',
    ask: 'What you ask for, in one sentence',
    email: 'Email of your campaign, which people who sign can write to',
    language: 'Language of its texts',
    'time-zone': 'Time zone of the city',
    zoneHint:
      'Leave it empty for the usual time of the state. Where a state has two, or outside the United States, give its name, such as America/Chicago for Central Time.',
    languageHint: 'In both, what you type here stands in each until you translate it.',
    closes: 'Last day to sign',
    such: 'Such as “{example}”',
    halfAYear: 'Half a year from now where you leave it empty',
  },
  languages: { en: 'English', es: 'Spanish', both: 'English and Spanish' },
  wrong: {
    'time-zone': 'Must be the city’s time zone, such as America/New_York.',
    closes: 'Must be a day to come.',
  },
  file: {
    heading: 'From a kit file',
    lead: 'The file of a campaign, from another site or written by hand.',
    label: 'Kit file',
    hint: 'JSON, at most 1 MB',
    problems: 'The file has to be mended first:',
  },
  copy: {
    heading: 'From another campaign here',
    lead: 'Its texts, council and districts under a new name. Its signatures, people, news and short links stay where they are.',
    from: 'Campaign',
    name: 'Name of the new campaign',
  },
  taken: 'There is a campaign with this address already ({slug}). Give it another name.',
};

const es: typeof en = {
  title: 'Empezar una campaña',
  lead: 'Tiene su propia petición, su propia página y sus propias personas, y usted será responsable de ella. Nadie puede firmar antes de que usted la publique: primero lee y cambia todo.',
  start: 'Empezarla',
  starting: 'Empezando…',
  onlyOwners:
    'Quien es responsable de una campaña aquí puede empezar otra. Pídalo a una persona responsable de la suya.',
  questions: {
    heading: 'Siete preguntas',
    lead: 'Todo lo que responda aquí se puede cambiar después.',
    city: 'Ciudad y estado',
    zips: 'Códigos postales de la ciudad',
    council: 'Quién decide',
    'council-email': 'Adónde les llega el recuento semanal (correo)',
    name: 'Nombre de su campaña',
    ask: 'Qué pide, en una oración',
    email: 'Correo de su campaña, al que puede escribir quien firma',
    language: 'Idioma de sus textos',
    'time-zone': 'Zona horaria de la ciudad',
    zoneHint:
      'Déjela vacía para la hora usual del estado. Si el estado tiene dos, o fuera de Estados Unidos, dé su nombre, como America/Chicago para la hora central.',
    languageHint: 'En los dos, lo que escriba aquí queda en cada uno hasta que usted lo traduzca.',
    closes: 'Último día para firmar',
    such: 'Por ejemplo: “{example}”',
    halfAYear: 'Dentro de medio año, si lo deja vacío',
  },
  languages: { en: 'inglés', es: 'español', both: 'inglés y español' },
  wrong: {
    'time-zone': 'Debe ser la zona horaria de la ciudad, como America/New_York.',
    closes: 'Debe ser un día por venir.',
  },
  file: {
    heading: 'De un archivo de kit',
    lead: 'El archivo de una campaña, de otro sitio o escrito a mano.',
    label: 'Archivo del kit',
    hint: 'JSON, de 1 MB como máximo',
    problems: 'Primero hay que corregir el archivo:',
  },
  copy: {
    heading: 'De otra campaña de aquí',
    lead: 'Sus textos, su concejo y sus distritos con otro nombre. Sus firmas, personas, noticias y enlaces cortos se quedan donde están.',
    from: 'Campaña',
    name: 'Nombre de la campaña nueva',
  },
  taken: 'Ya hay una campaña con esta dirección ({slug}). Dele otro nombre.',
};

export const newCopy: Record<Language, typeof en> = { en, es };
