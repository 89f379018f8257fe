import type { Language } from '../../../web/language.ts';
import type { Finding, FindingCode, Report } from '../report-rules.ts';

/** Numbers and names stand in braces. The page's script uses these words too, so they have no plurals. */
export type Words = {
  outcome: Record<Report['outcome'], string>;
  states: Record<Finding['state'], string>;
  found: Record<FindingCode, string>;
  sums: Record<string, string>;
};

const en: Words = {
  outcome: {
    holds: 'This holds.',
    fails: 'This does not hold.',
    missing: 'This cannot be said yet: something is missing.',
  },
  states: { holds: 'Holds', fails: 'Does not hold', missing: 'Not checked', said: 'It says' },
  found: {
    nothing: 'There is nothing to check. Choose a file, or paste the text of one.',
    unreadable:
      'A file is no statement, proof, receipt, head of a log or certificate, or it was changed or cut.',
    'reference-number':
      'This is a reference number, not a receipt. The receipt is a file: open your own page from your mail, press “Download my receipt”, and choose that file here.',
    'certificate-number':
      'This is only the number of a certificate. Choose its file, or paste its signed text.',
    hash: 'This is only a hash, the short code of a text or file. Choose the file that it is of.',
    'not-looked-at':
      'Not looked at, because it is too much at once: {which}. Check up to 20 files together, and a long one alone.',
    'no-key': 'No key was given, so no signature was checked.',
    'bad-key': 'One line of the keys is not a key. Copy it whole.',
    'too-many-keys': 'Only the first 20 keys were used. Leave out those that you do not need.',
    'cannot-check-signatures':
      'This browser cannot check Ed25519 signatures. Use a newer one, or the commands for other tools. All else was checked.',
    signed: 'The head of the log {origin} was signed with the key {key}.',
    'not-signed':
      'None of the keys above has signed the head of the log {origin}. It is the head of another log, or it was changed. The key of the right log begins with {origin}.',
    statement: '“{action}”, week ending {ends}: {confirmed} confirmed of {received} received.',
    'key-file': 'A file holds a key. Compare it, and give it as the key (--key on the command line).',
    rewritten:
      'The file is not stored as it stands in the log (other spaces, or another order). Its content was checked.',
    sums: 'Its sums add up: all that was received is in one of the six states, and the confirmed are the sum of the places, of the sources, and of members added less removed, at the end of its week.',
    'wrong-sums': 'Its numbers do not fit together: {wrong}.',
    sample:
      'Sample {id}: {asked} people asked, {answered} answered, {yes} said that they signed, {no} that they did not. The range is {low} to {high}.',
    'sample-fits': 'The numbers and the range of sample {id} fit together (Clopper-Pearson, 95%).',
    'wrong-sample': 'The numbers or the range of sample {id} do not fit together.',
    rollup:
      'It adds up {statements} statements of {cities} cities: {signatures} signatures, {answers} survey answers, {trained} finished trainings. Whether the cities have them is checked on their sites.',
    included: 'The statement is entry {index} of a log of {size} entries, exactly as it stands here.',
    'not-included':
      'The statement is not entry {index} of the log of {size} entries. It was changed, or the proof belongs to another one.',
    'broken-proof': 'The proof is not in the format c2sp.org/tlog-proof@v1. It was changed or cut.',
    'no-proof':
      'Nothing here shows that the statement is in the log. Add its proof: the file whose name ends in .tlog-proof.',
    'no-statement': 'A proof alone says nothing. Add its statement: the file whose name ends in .json.',
    'broken-statement': 'The statement in the receipt was changed.',
    added:
      'The signature of this receipt was added to the count: it is leaf {index} of {size} in the week ending {ends}.',
    'no-removal':
      'This file shows no removal. One can be left out of a file: only the whole member tree shows that there is none.',
    'no-longer-counted':
      'The signature of this receipt was added (leaf {index}) and removed again (leaf {removed}): it no longer counts in the week ending {ends}. It was withdrawn, corrected or struck off.',
    'not-a-member':
      'The signature of this receipt is not in the count of the week ending {ends}. The receipt was changed, or the count was.',
    'not-removed':
      'The receipt says that the signature no longer counts, but the count of the week ending {ends} does not.',
    head: 'The log {origin} has {size} entries, and its root is {root}. Compare both with what others have.',
    'two-heads':
      'Two heads of this log, both signed by it, have {size} entries and different roots: it tells people different things. Keep both files and show them.',
    certificate: 'Certificate of {name}: “{learned}”, {on}.',
    'certificate-signed':
      'It was signed by {issuer} with its key for certificates, {key}, and stands as it was made. It does not depend on right answers, and nobody checked who typed the name.',
    'certificate-not-signed':
      'None of the keys above is that of {issuer} and has signed it. It was changed, or it is of another site.',
  },
  sums: {
    'received is not the sum of the states': 'received is not the sum of the states',
    'confirmed is not the sum of the places': 'confirmed is not the sum of the places',
    'confirmed is not the sum of the sources': 'confirmed is not the sum of the sources',
    'added - removed is not confirmed': 'members added less members removed are not the confirmed',
    'added + removed is not the size of the tree': 'added and removed together are not the size of the tree',
    'as_of is not the end of the week': 'the time of the numbers is not the end of the week',
    'the roll-up does not fit its cities':
      'the cities’ numbers are not the sums of what is named, something is named twice, or a city counts more than its people',
  },
};

const es: Words = {
  outcome: {
    holds: 'Es correcto.',
    fails: 'No es correcto.',
    missing: 'Todavía no se puede decir: falta algo.',
  },
  states: { holds: 'Correcto', fails: 'No es correcto', missing: 'Sin comprobar', said: 'Dice' },
  found: {
    nothing: 'No hay nada que comprobar. Elija un archivo o pegue su texto.',
    unreadable:
      'Un archivo no es constancia, prueba, comprobante, cabeza de un registro ni certificado, o se cambió o se cortó.',
    'reference-number':
      'Esto es un número de referencia, no un comprobante. El comprobante es un archivo: abra su página desde su correo, pulse «Descargar mi comprobante» y elija ese archivo aquí.',
    'certificate-number':
      'Esto es solo el número de un certificado. Elija su archivo o pegue su texto firmado.',
    hash: 'Esto es solo un hash, el código corto de un texto o archivo. Elija el archivo del que es.',
    'not-looked-at':
      'Sin mirar, porque es demasiado de una vez: {which}. Compruebe hasta 20 archivos juntos, y los largos por separado.',
    'no-key': 'No se dio ninguna clave, así que no se comprobó ninguna firma digital.',
    'bad-key': 'Una línea de las claves no es una clave. Cópiela entera.',
    'too-many-keys': 'Solo se usaron las primeras 20 claves. Quite las que no necesite.',
    'cannot-check-signatures':
      'Este navegador no puede comprobar firmas Ed25519. Use uno más nuevo o los comandos de otras herramientas. Lo demás sí se comprobó.',
    signed: 'La cabeza del registro {origin} está firmada con la clave {key}.',
    'not-signed':
      'Ninguna de las claves de arriba firmó la cabeza del registro {origin}. Es de otro registro, o se cambió. La clave del registro correcto empieza con {origin}.',
    statement: '«{action}», semana que terminó el {ends}: {confirmed} confirmadas de {received} recibidas.',
    'key-file':
      'Un archivo contiene una clave. Compárela con la del campo de claves y péguela allí para usarla.',
    rewritten:
      'El archivo no está guardado como en el registro (otros espacios u otro orden). Se comprobó su contenido.',
    sums: 'Sus sumas cuadran: todo lo recibido está en uno de los seis estados, y las confirmadas son la suma de los lugares, la de las fuentes y la de los miembros añadidos menos los quitados, al final de su semana.',
    'wrong-sums': 'Sus números no concuerdan: {wrong}.',
    sample:
      'Muestra {id}: se preguntó a {asked} personas, respondieron {answered}, {yes} dijeron que firmaron y {no} que no. El rango va del {low} al {high}.',
    'sample-fits': 'Los números y el rango de la muestra {id} concuerdan (Clopper-Pearson, 95 %).',
    'wrong-sample': 'Los números o el rango de la muestra {id} no concuerdan.',
    rollup:
      'Suma {statements} constancias de {cities} ciudades: {signatures} firmas, {answers} respuestas a encuestas, {trained} formaciones terminadas. Si las ciudades las tienen se comprueba en sus sitios.',
    included:
      'La constancia es la entrada {index} de un registro de {size} entradas, exactamente como está aquí.',
    'not-included':
      'La constancia no es la entrada {index} del registro de {size} entradas. Se cambió, o la prueba es de otra.',
    'broken-proof': 'La prueba no tiene el formato c2sp.org/tlog-proof@v1. Se cambió o se cortó.',
    'no-proof':
      'Nada muestra aquí que la constancia esté en el registro. Añada su prueba: el archivo que termina en .tlog-proof.',
    'no-statement': 'Una prueba sola no dice nada. Añada su constancia: el archivo que termina en .json.',
    'broken-statement': 'La constancia del comprobante se cambió.',
    added:
      'La firma de este comprobante se añadió al recuento: es la hoja {index} de {size} en la semana que terminó el {ends}.',
    'no-removal':
      'Este archivo no muestra que se quitara. Eso puede omitirse en un archivo: solo el árbol de miembros entero muestra que no se quitó.',
    'no-longer-counted':
      'La firma de este comprobante se añadió (hoja {index}) y se quitó (hoja {removed}): en la semana que terminó el {ends} ya no cuenta. Se retiró, se corrigió o se anuló.',
    'not-a-member':
      'La firma de este comprobante no está en el recuento de la semana que terminó el {ends}. Se cambió el comprobante o el recuento.',
    'not-removed':
      'El comprobante dice que la firma ya no cuenta, pero el recuento de la semana que terminó el {ends} no lo dice.',
    head: 'El registro {origin} tiene {size} entradas y su raíz es {root}. Compare ambas con lo que tienen otros.',
    'two-heads':
      'Dos cabezas de este registro, ambas firmadas por él, tienen {size} entradas y raíces distintas: dice cosas distintas a personas distintas. Guarde los dos archivos y muéstrelos.',
    certificate: 'Certificado de {name}: «{learned}», {on}.',
    'certificate-signed':
      'Lo firmó {issuer} con su clave de certificados, {key}, y está tal como se hizo. No depende de respuestas correctas, y nadie comprobó quién escribió el nombre.',
    'certificate-not-signed':
      'Ninguna de las claves de arriba es de {issuer} y lo firmó. Se cambió, o es de otro sitio.',
  },
  sums: {
    'received is not the sum of the states': 'lo recibido no es la suma de los estados',
    'confirmed is not the sum of the places': 'las confirmadas no son la suma de los lugares',
    'confirmed is not the sum of the sources': 'las confirmadas no son la suma de las fuentes',
    'added - removed is not confirmed': 'los miembros añadidos menos los quitados no son las confirmadas',
    'added + removed is not the size of the tree': 'añadidos más quitados no son el tamaño del árbol',
    'as_of is not the end of the week': 'el momento de los números no es el final de la semana',
    'the roll-up does not fit its cities':
      'los números de las ciudades no son las sumas de lo nombrado, algo se nombra dos veces, o una ciudad cuenta más que su gente',
  },
};

export const reportCopy: Record<Language, Words> = { en, es };
