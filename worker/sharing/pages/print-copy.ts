import type { Language } from '../../../web/language.ts';

const en = {
  back: 'Back to Spread the word',
  how: 'Print at full size, in portrait, without the browser’s margins or headers.',
  button: 'Print',
  paper: 'Paper',
  papers: { letter: 'Letter', a4: 'A4' },
  language: 'Language',
  languages: { en: 'English', es: 'Spanish' },
  source: 'Credit goes to',
  noSource: 'Nobody in particular',
  own: 'The campaign',
  pages: 'Pages',
  show: 'Show',
  preview: 'As it will be printed',
  by: '{campaign}, {city}',
  scan: 'Scan, or type',
  sheet: {
    to: 'To the {whole, select, yes {{council}} other {{committee} of the {council}}}',
    ask: 'We ask:',
    collector:
      'A petition of {campaign}, {city}. Questions, and sheets that are full: {email}. Collected by (name): ',
    privacy:
      'This sheet stays on paper: its lines are not added to the number on the petition’s page. It goes to whoever collected it and to the campaign.',
    caption: 'Signatures',
    line: 'No.',
    given: 'Given name',
    family: 'Family name',
    zip: 'ZIP',
    signature: 'Signature',
    date: 'Date',
    code: 'Sheet {code}',
    page: 'Page {n} of {all}',
    online:
      'To be counted there, and to see, correct or withdraw your signature, sign online: scan the code above.',
  },
};

export const printCopy: Record<Language, typeof en> = {
  en,
  es: {
    back: 'Volver a Corra la voz',
    how: 'Imprima a tamaño completo, en vertical, sin márgenes ni encabezados del navegador.',
    button: 'Imprimir',
    paper: 'Papel',
    papers: { letter: 'Carta', a4: 'A4' },
    language: 'Idioma',
    languages: { en: 'Inglés', es: 'Español' },
    source: 'El mérito es de',
    noSource: 'Nadie en particular',
    own: 'La campaña',
    pages: 'Páginas',
    show: 'Mostrar',
    preview: 'Como saldrá impreso',
    by: '{campaign}, {city}',
    scan: 'Escanee el código o escriba',
    sheet: {
      to: 'Para: {whole, select, yes {{council}} other {{committee}, {council}}}',
      ask: 'Pedimos:',
      collector:
        'Una petición de {campaign}, {city}. Preguntas y hojas llenas: {email}. Nombre de quien recoge las firmas: ',
      privacy:
        'Esta hoja queda en papel: sus líneas no se suman al número de la página de la petición. Llega a quien recogió las firmas y a la campaña.',
      caption: 'Firmas',
      line: 'N.º',
      given: 'Nombre',
      family: 'Apellidos',
      zip: 'ZIP',
      signature: 'Firma',
      date: 'Fecha',
      code: 'Hoja {code}',
      page: 'Página {n} de {all}',
      online:
        'Para que su firma se cuente allí, y para verla, corregirla o retirarla, firme en línea con el código de arriba.',
    },
  },
};
