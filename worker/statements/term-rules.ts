import type { Language } from '../../web/language.ts';

type Term = [name: string, meaning: string];

/** The words of the log, each explained once. Pages show them beside what uses them. */
export const termWords: Record<Language, { heading: string; list: Term[] }> = {
  en: {
    heading: 'What the words mean',
    list: [
      ['Statement', 'What was true of a petition or survey at the end of a week, signed by this site.'],
      ['Log', 'The public list of all statements. Lines can only be added at its end.'],
      ['Entry', 'One line of the log: one statement. The first one has the number 0.'],
      ['Hash', 'A short code made from a text or file. Change one letter, and another code comes out.'],
      ['Root', 'One hash made from all entries of a list together. It changes if any entry changes.'],
      ['Head', 'The signed summary of the log: how many entries it has, and its root.'],
      [
        'Key',
        'What shows that a signature is from this site, as a seal does. The public half is shown to all.',
      ],
      [
        'Member tree',
        'The public list of counted signatures of one petition or survey, as hashes without names.',
      ],
      [
        'Leaf',
        'One line of the member tree. One is added when a signature starts to count, and another one when it stops. The first has the number 0.',
      ],
      ['Proof', 'The file (.tlog-proof) that shows that the log holds a statement.'],
      [
        'Receipt',
        'The file from your own page that shows that your signature was added to the member tree. The reference number on that page is no receipt.',
      ],
    ],
  },
  es: {
    heading: 'Qué significan las palabras',
    list: [
      [
        'Constancia',
        'Lo que era cierto de una petición o encuesta al final de una semana, firmado por este sitio.',
      ],
      ['Registro', 'La lista pública de todas las constancias. Solo se le puede añadir algo al final.'],
      ['Entrada', 'Una línea del registro: una constancia. La primera tiene el número 0.'],
      ['Hash', 'Un código corto hecho de un texto o archivo. Si cambia una letra, sale otro código.'],
      ['Raíz', 'Un solo hash hecho de todas las entradas de una lista. Cambia si cambia alguna entrada.'],
      ['Cabeza', 'El resumen firmado del registro: cuántas entradas tiene, y su raíz.'],
      [
        'Clave',
        'Lo que muestra que una firma digital es de este sitio, como un sello. Su mitad pública la ve cualquiera.',
      ],
      [
        'Árbol de miembros',
        'La lista pública de las firmas contadas de una petición o encuesta, como hashes sin nombres.',
      ],
      [
        'Hoja',
        'Una línea del árbol de miembros. Se añade una cuando una firma empieza a contar, y otra cuando deja de contar. La primera tiene el número 0.',
      ],
      ['Prueba', 'El archivo (.tlog-proof) que muestra que el registro tiene una constancia.'],
      [
        'Comprobante',
        'El archivo de su página que muestra que su firma se añadió al árbol de miembros. El número de referencia de esa página no es un comprobante.',
      ],
    ],
  },
};
