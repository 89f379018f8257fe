import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Check a count or a certificate',
  description: 'Check a statement, a proof or a receipt of a petition, or a certificate, in your browser.',
  lead: 'Each week, the count of each petition and survey becomes a signed statement in a log to which entries can only be added. Here you check that a statement is in the log and was not changed, or that your own signature was added to the count.',
  withScript:
    'What you choose stays in this browser: nothing is sent, and once the page is open it works without a connection.',
  withoutScript:
    'Your browser runs no script here, so this form sends what you check to this server, and then the server checks itself. To rely on nobody, use the tools of other people: the commands are at the end of this page.',
  files: 'Files',
  filesHint:
    'The receipt that you downloaded from your own page, the file of a certificate, or a statement (.json) together with its proof (.tlog-proof). You can choose several, or drop them here.',
  second: 'A second file, such as the proof',
  text: 'Or paste the text of one',
  keys: 'Keys',
  keysHint: 'This is what this server says, one key a line. Another one can be pasted here.',
  keyOfLog: 'The key that begins with {name} is that of the log of statements.',
  keyOfCertificates: 'The key that begins with {name} is that of certificates of a training.',
  button: 'Check',
  working: 'Checking…',
  statements: 'All statements of “{title}”',
  log: 'The public log of this site',
  docs: 'All commands, with tools that others made',
  compare: 'How to make sure of the key',
  compareText:
    'A server that lies could show you another key than other people. Compare it with one that came to you another way: from the committee’s staff, whose weekly mail leads to it, from a newspaper, or by opening this page elsewhere. If two people have different keys or heads for one log, keep both: that proves that somebody lies.',
  limits: 'What this does not show',
  limitsText: [
    'That a person is real, lives where they say, or signed only once under one name. A statement says how that was checked; it does not prove it.',
    'That nobody was left out before the first statement that has them. A receipt shows that for your own signature.',
    'That a signature was not removed again. A receipt shows that it was added; only the whole member tree, which is public, shows that no removal followed.',
    'Who signed: the log holds no names, addresses or times.',
  ],
  noKeys: 'This server has no log yet.',
};

const es: typeof en = {
  title: 'Comprobar un recuento o un certificado',
  description:
    'Compruebe en su navegador una constancia, una prueba o un comprobante de una petición, o un certificado.',
  lead: 'Cada semana, el recuento de cada petición y encuesta se convierte en una constancia firmada dentro de un registro al que solo se puede añadir. Aquí puede comprobar que una constancia está en el registro y no se cambió, o que su propia firma se añadió al recuento.',
  withScript:
    'Lo que elija se queda en este navegador: no se envía nada, y una vez abierta, la página funciona sin conexión.',
  withoutScript:
    'Su navegador no ejecuta scripts aquí, así que este formulario envía a este servidor lo que usted comprueba, y entonces el servidor se comprueba a sí mismo. Para no depender de nadie, use las herramientas de otros: los comandos están al final de esta página.',
  files: 'Archivos',
  filesHint:
    'El comprobante que descargó de su página, el archivo de un certificado, o una constancia (.json) junto con su prueba (.tlog-proof). Puede elegir varios o soltarlos aquí.',
  second: 'Un segundo archivo, por ejemplo la prueba',
  text: 'O pegue el texto de uno',
  keys: 'Claves',
  keysHint: 'Es lo que dice este servidor, una clave por línea. Aquí se puede pegar otra.',
  keyOfLog: 'La clave que empieza con {name} es la del registro de constancias.',
  keyOfCertificates: 'La clave que empieza con {name} es la de los certificados de una formación.',
  button: 'Comprobar',
  working: 'Comprobando…',
  statements: 'Todas las constancias de «{title}»',
  log: 'El registro público de este sitio',
  docs: 'Todos los comandos, con herramientas hechas por otros (en inglés)',
  compare: 'Cómo asegurarse de la clave',
  compareText:
    'Un servidor que miente podría mostrarle una clave distinta que a los demás. Compárela con una que le llegó por otro camino: del personal del comité, cuyo correo semanal lleva a ella, de un periódico o una organización que la anotó, o abriendo esta página desde otro lugar. Si dos personas tienen claves o cabezas distintas de un mismo registro, guarden ambas: son la prueba de que alguien miente.',
  limits: 'Lo que esto no muestra',
  limitsText: [
    'Que una persona sea real, viva donde dice o haya firmado una sola vez con un nombre. Una constancia dice cómo se revisó; no lo demuestra.',
    'Que no se dejara fuera a nadie antes de la primera constancia que lo incluye. Para su propia firma, eso lo muestra un comprobante.',
    'Que una firma no se quitara después. Un comprobante muestra que se añadió; solo el árbol de miembros entero, que es público, muestra que no se quitó.',
    'Quién firmó: el registro no tiene nombres, direcciones ni horas.',
  ],
  noKeys: 'Este servidor todavía no tiene registro.',
};

export const copy: Record<Language, typeof en> = { en, es };
