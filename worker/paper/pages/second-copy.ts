import type { Language } from '../../../web/language.ts';

const en = {
  second: {
    title: 'Enter again: sheet {code}, page {page}',
    lead: 'Type these lines as they stand on the paper. You do not see what was entered before.',
    own: 'You entered the lines that wait here, so somebody else has to enter them again.',
    nothing: 'No line of this sheet waits to be entered again.',
    button: 'Store and compare',
  },
  differences: {
    title: 'Differences: sheet {code}, page {page}',
    lead: 'Two people read these lines differently. Look at the paper, then decide.',
    nothing: 'No difference waits here.',
    show: 'Show what both entered',
    showText: 'It opens names that are kept sealed. The log says that you looked.',
    first: 'The first is right',
    second: 'The second is right',
    entry: 'Entry',
    who: { first: 'First', second: 'Second' },
    parts: {
      mark: 'whether it can be read',
      name: 'the name',
      zip: 'the ZIP code',
      email: 'the email address',
    },
    line: 'Line {n}: they differ in {parts}',
    mark: { illegible: 'Illegible', 'crossed-out': 'Crossed out' },
    deciding: 'Storing…',
  },
};

export const secondCopy: Record<Language, typeof en> = {
  en,
  es: {
    second: {
      title: 'Copiar otra vez: hoja {code}, página {page}',
      lead: 'Escriba estas líneas como están en el papel. Usted no ve lo que se copió antes.',
      own: 'Las líneas que esperan aquí las copió usted, así que tiene que copiarlas otra persona.',
      nothing: 'Ninguna línea de esta hoja espera una segunda copia.',
      button: 'Guardar y comparar',
    },
    differences: {
      title: 'Diferencias: hoja {code}, página {page}',
      lead: 'Dos personas leyeron estas líneas de forma distinta. Mire el papel y decida.',
      nothing: 'Aquí no espera ninguna diferencia.',
      show: 'Mostrar lo que escribieron ambas',
      showText: 'Abre nombres que se guardan cifrados. El registro dice que usted los miró.',
      first: 'La primera es correcta',
      second: 'La segunda es correcta',
      entry: 'Copia',
      who: { first: 'Primera', second: 'Segunda' },
      parts: { mark: 'si se puede leer', name: 'el nombre', zip: 'el código postal', email: 'el correo' },
      line: 'Línea {n}: se distinguen en {parts}',
      mark: { illegible: 'Ilegible', 'crossed-out': 'Tachada' },
      deciding: 'Guardando…',
    },
  },
};
