import type { Language } from '../../../web/language.ts';

const en = {
  parts: 'Parts of the campaign',
  partsLead:
    'Each part has a page. What you save goes into the draft; nothing is public until the draft is published.',
  allParts: 'All parts',
  problems: '{n, plural, one {# thing to mend} other {# things to mend}}',
  noProblems: 'Nothing to mend',
  caption: 'The parts, and what is to be mended in each',
  columns: { part: 'Part', holds: 'What it holds', problems: 'To be mended' },
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
  theirs: 'The other version: {value}',
  theirsGone: 'In the other version this is taken out.',
  gone: 'The draft was published or thrown away in the meantime. Your words are in the form. Save to put them into a new draft.',
  tooLarge: 'A campaign may not be larger than this. Nothing was saved; shorten a text.',
  badLink: 'holds a link to {scheme}:, which leads nowhere on the page. Use https:',
  at: '{label}: {message}',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    parts: 'Partes de la campaña',
    partsLead:
      'Cada parte tiene su página. Lo que usted guarda va al borrador; nada es público hasta que el borrador se publica.',
    allParts: 'Todas las partes',
    problems: '{n, plural, one {# cosa por corregir} other {# cosas por corregir}}',
    noProblems: 'Nada por corregir',
    caption: 'Las partes y lo que falta corregir en cada una',
    columns: { part: 'Parte', holds: 'Qué contiene', problems: 'Por corregir' },
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
    theirs: 'La otra versión: {value}',
    theirsGone: 'En la otra versión esto se quitó.',
    gone: 'El borrador se publicó o se descartó mientras tanto. Lo que usted escribió está en el formulario. Guarde para ponerlo en un borrador nuevo.',
    tooLarge: 'Una campaña no puede ser más grande. No se guardó nada; acorte algún texto.',
    badLink: 'tiene un enlace a {scheme}:, que en la página no lleva a ninguna parte. Use https:',
    at: '{label}: {message}',
  },
};
