import type { Language } from '../../../web/language.ts';

const en = {
  parts: 'Parts of the campaign',
  partsLead:
    'Each part has a page. What you save goes into the draft; nothing is public until the draft is published.',
  back: 'The draft',
  allParts: 'All parts',
  problems: '{n, plural, one {# thing to mend} other {# things to mend}}',
  isWritten: 'Written',
  isEmpty: 'Empty',
  elsewhere:
    '{n, plural, one {In other parts, # thing is still to be mended, such as a missing text.} other {In other parts, # things are still to be mended, such as missing texts.}}',
  seeParts: 'See which parts',
  caption: 'The parts, what is written, and what is to be mended in each',
  columns: { part: 'Part', holds: 'What it holds', problems: 'How it stands' },
  noKit:
    'This campaign was opened before its kit was kept. Open its kit once more, from a file or with the command, and it can be edited here.',
  save: 'Save to the draft',
  saving: 'Saving…',
  preview: 'Show how it reads',
  previewTitle: 'How it reads: {label}, {language}',
  previewEmpty: 'Nothing is written yet.',
  remove: 'Remove',
  up: 'Move up',
  down: 'Move down',
  empty: 'None so far.',
  missing: 'missing',
  languages: { en: 'English', es: 'Spanish' },
  saved: 'Saved to the draft. Nothing has to be mended on this page.',
  savedWithProblems: 'Saved to the draft. It can be published once what is listed here is mended.',
  merged: 'Somebody else saved the draft in the meantime. Both changes are kept.',
  conflict:
    'Somebody else changed the same place in the meantime. Your words are in the form and are not saved yet. Save again to keep yours, or copy theirs first.',
  takenOut:
    'What this page is about was taken out of the draft in the meantime. What you typed is in the form and is not saved. To keep it, copy it, add a new entry where this one stood, and put it there.',
  theirs: 'In the version of {who}: {value}',
  theirsGone: '{who} took this out.',
  oursGone: 'You took out “{where}”, and {who} changed it to: {value}',
  gone: 'The draft was published or thrown away in the meantime. Your words are in the form. Save to put them into a new draft.',
  tooLarge: 'A campaign may not be larger than this. Nothing was saved; shorten a text.',
  stays:
    'What is listed here can no longer be changed, so nothing was saved. Everything else is in the form as you typed it: save again to keep it.',
  badLink: 'holds a link to {scheme}:, which leads nowhere on the page. Use https:',
  addOne: 'has nothing yet. Press “{add}”',
  at: '{label}: {message}',
  inLanguage: '{label} ({language})',
  spoken: { en: 'English', es: 'Spanish' },
  newTab: '(opens in a new tab)',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    parts: 'Partes de la campaña',
    partsLead:
      'Cada parte tiene su página. Lo que usted guarda va al borrador; nada es público hasta que el borrador se publica.',
    back: 'El borrador',
    allParts: 'Todas las partes',
    problems: '{n, plural, one {# cosa por corregir} other {# cosas por corregir}}',
    isWritten: 'Escrito',
    isEmpty: 'Vacío',
    elsewhere:
      '{n, plural, one {En otras partes queda # cosa por corregir, como un texto que falta.} other {En otras partes quedan # cosas por corregir, como textos que faltan.}}',
    seeParts: 'Ver en qué partes',
    caption: 'Las partes, lo que está escrito y lo que falta corregir en cada una',
    columns: { part: 'Parte', holds: 'Qué contiene', problems: 'Cómo está' },
    noKit:
      'Esta campaña se abrió antes de que se guardara su kit. Abra su kit otra vez, desde un archivo o con el comando, y podrá editarse aquí.',
    save: 'Guardar en el borrador',
    saving: 'Guardando…',
    preview: 'Mostrar cómo se lee',
    previewTitle: 'Cómo se lee: {label}, {language}',
    previewEmpty: 'Todavía no hay nada escrito.',
    remove: 'Quitar',
    up: 'Subir',
    down: 'Bajar',
    empty: 'Ninguno por ahora.',
    missing: 'falta',
    languages: { en: 'Inglés', es: 'Español' },
    saved: 'Guardado en el borrador. En esta página no hay nada por corregir.',
    savedWithProblems: 'Guardado en el borrador. Podrá publicarse cuando se corrija lo que aparece aquí.',
    merged: 'Otra persona guardó el borrador mientras tanto. Se conservaron los dos cambios.',
    conflict:
      'Otra persona cambió lo mismo mientras tanto. Lo que usted escribió está en el formulario y aún no se guardó. Guarde otra vez para conservar lo suyo, o copie antes lo de la otra persona.',
    takenOut:
      'Mientras tanto se quitó del borrador aquello de lo que trata esta página. Lo que usted escribió está en el formulario y no se guardó. Para conservarlo, cópielo, añada una entrada nueva donde estaba esta y póngalo ahí.',
    theirs: 'En la versión de {who}: {value}',
    theirsGone: '{who} quitó esto.',
    oursGone: 'Usted quitó «{where}», y {who} lo cambió así: {value}',
    gone: 'El borrador se publicó o se descartó mientras tanto. Lo que usted escribió está en el formulario. Guarde para ponerlo en un borrador nuevo.',
    tooLarge: 'Una campaña no puede ser más grande. No se guardó nada; acorte algún texto.',
    stays:
      'Lo que aparece aquí ya no se puede cambiar, así que no se guardó nada. Lo demás está en el formulario como lo escribió: guarde otra vez para conservarlo.',
    badLink: 'tiene un enlace a {scheme}:, que en la página no lleva a ninguna parte. Use https:',
    addOne: 'no tiene nada. Pulse «{add}»',
    at: '{label}: {message}',
    inLanguage: '{label} ({language})',
    spoken: { en: 'inglés', es: 'español' },
    newTab: '(se abre en otra pestaña)',
  },
};
