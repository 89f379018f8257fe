import type { Language } from '../../../web/language.ts';

const en = {
  log: {
    title: 'The public log',
    lead: 'Each week, the count of each petition and survey is written down as a signed statement and added to this log. Lines can only be added at its end, so nobody can change an old count without being caught.',
    size: 'Statements in it',
  },
  tree: {
    title: 'Member tree: {title}',
    lead: 'The public list of the counted signatures, as codes without names. A line is added when a signature starts to count, and another one when it stops. Each weekly statement fixes how long the list is and what is in it.',
    size: 'Lines in it',
  },
  name: 'Name',
  key: 'Key',
  allKeys: 'All keys',
  head: 'Signed head',
  tiles: 'Tiles',
  tilesText:
    'Programs read it in pieces, as C2SP tlog-tiles says. The first pieces: {hashes} (hashes) and {entries} (entries).',
  noTiles: 'There is nothing in it yet.',
  consistency: 'Is an earlier one the beginning of this one?',
  consistencyText:
    'Enter how many lines it had when you looked, and how many it has now. The answer is a proof for programs: one hash a line.',
  from: 'Lines earlier',
  to: 'Lines now',
  button: 'Get the proof',
  wrong:
    'Enter two whole numbers. The first must not be larger than the second, and the second at most {size}.',
  check: 'Check it yourself',
  checkHere: 'Check a file in your browser; nothing is sent',
  docs: 'All commands, with tools that others made',
  statements: 'All statements of “{title}”',
};

export const logCopy: Record<Language, typeof en> = {
  en,
  es: {
    log: {
      title: 'El registro público',
      lead: 'Cada semana, el recuento de cada petición y encuesta se escribe como constancia firmada y se añade a este registro. Solo se puede añadir al final, así que nadie puede cambiar un recuento anterior sin que se note.',
      size: 'Constancias que tiene',
    },
    tree: {
      title: 'Árbol de miembros: {title}',
      lead: 'La lista pública de las firmas contadas, como códigos sin nombres. Se añade una línea cuando una firma empieza a contar, y otra cuando deja de contar. Cada constancia semanal fija cuánto mide la lista y qué hay en ella.',
      size: 'Líneas que tiene',
    },
    name: 'Nombre',
    key: 'Clave',
    allKeys: 'Todas las claves',
    head: 'Cabeza firmada',
    tiles: 'Trozos',
    tilesText:
      'Los programas lo leen por trozos, como dice C2SP tlog-tiles. Los primeros: {hashes} (hashes) y {entries} (entradas).',
    noTiles: 'Todavía no tiene nada.',
    consistency: '¿Es uno anterior el comienzo de este?',
    consistencyText:
      'Escriba cuántas líneas tenía cuando usted miró y cuántas tiene ahora. La respuesta es una prueba para programas: un hash por línea.',
    from: 'Líneas antes',
    to: 'Líneas ahora',
    button: 'Obtener la prueba',
    wrong:
      'Escriba dos números enteros. El primero no puede ser mayor que el segundo, y el segundo no puede pasar de {size}.',
    check: 'Compruébelo usted',
    checkHere: 'Comprobar un archivo en su navegador, sin enviar nada',
    docs: 'Todos los comandos, con herramientas hechas por otros (en inglés)',
    statements: 'Todas las constancias de «{title}»',
  },
};
