import type { Language } from '../../../web/language.ts';

const en = {
  back: 'Back to Spread the word',
  how: 'Print it at full size, without margins or headers of the browser, in portrait.',
  button: 'Print',
  paper: 'Paper',
  papers: { letter: 'Letter', a4: 'A4' },
  language: 'Language',
  languages: { en: 'English', es: 'Spanish' },
  source: 'Count what comes in for',
  noSource: 'Nobody by name',
  own: 'The campaign',
  pages: 'Pages',
  show: 'Show',
  preview: 'As it will be printed',
  by: '{campaign}, {city}',
  scan: 'Scan, or type',
  hotline: 'If you or someone you know needs help: {number}',
  hotlineNote: 'National Human Trafficking Hotline, day and night',
  sheet: {
    to: 'To the {committee} of the {council}',
    ask: 'We ask:',
    collector:
      'A petition of {campaign}, {city}. Questions, and sheets that are full: {email}. Collected by (name): ',
    privacy:
      'What you write here is used to count your signature and for nothing you did not agree to. The council gets numbers, not names. You may leave out your email; with it you can check, correct or withdraw your signature. Each person counts once, on paper or online.',
    caption: 'Signatures',
    line: 'No.',
    given: 'Given name',
    family: 'Family name',
    email: 'Email (optional)',
    zip: 'ZIP',
    signature: 'Signature',
    date: 'Date',
    show: 'Show my name',
    inform: 'Keep me informed',
    code: 'Sheet {code}',
    page: 'Page {n} of {all}',
    online: 'To sign online, scan the code above.',
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
    source: 'Contar lo que llegue para',
    noSource: 'Nadie en particular',
    own: 'La campaña',
    pages: 'Páginas',
    show: 'Mostrar',
    preview: 'Como saldrá impreso',
    by: '{campaign}, {city}',
    scan: 'Escanee el código o escriba',
    hotline: 'Si usted o alguien que conoce necesita ayuda: {number}',
    hotlineNote: 'Línea Nacional contra la Trata de Personas, de día y de noche',
    sheet: {
      to: 'Para: {committee}, {council}',
      ask: 'Pedimos:',
      collector:
        'Una petición de {campaign}, {city}. Preguntas y hojas llenas: {email}. Nombre de quien recoge las firmas: ',
      privacy:
        'Lo que usted escribe aquí sirve para contar su firma y para nada que usted no haya aceptado. El concejo recibe números, no nombres. El correo es opcional; con él puede revisar, corregir o retirar su firma. Cada persona cuenta una vez, en papel o en línea.',
      caption: 'Firmas',
      line: 'N.º',
      given: 'Nombre',
      family: 'Apellidos',
      email: 'Correo (opcional)',
      zip: 'ZIP',
      signature: 'Firma',
      date: 'Fecha',
      show: 'Mostrar mi nombre',
      inform: 'Quiero noticias',
      code: 'Hoja {code}',
      page: 'Página {n} de {all}',
      online: 'Para firmar en línea, escanee el código de arriba.',
    },
  },
};

/** The National Human Trafficking Hotline. */
export const hotline = '1-888-373-7888';
