import type { Language } from '../../../web/language.ts';

const en = {
  list: {
    title: 'Statements: {title}',
    lead: 'At the end of each week the count is written down and signed, and added to a public log that only grows. Anybody can check that nothing was added, dropped or changed afterwards.',
    none: 'There is no statement yet. The first one is made on {when}.',
    beingMade: 'There is no statement yet. The first one is being made now.',
    caption: 'Weekly statements, newest first',
    week: 'Week ending',
    confirmed: 'Confirmed',
    leaves: 'Leaves',
    root: 'Root',
    files: 'Files',
    statement: 'JSON',
    proof: 'Proof',
    earlier: 'Earlier weeks',
    began:
      'Weeks that had ended before this log began have no statement. Who counted when it began is in the first one.',
    campaign: 'Back to {title}',
  },
  one: {
    title: 'Statement for the week ending {date}',
    lead: 'When this week ended, {n, plural, one {# confirmed signature} other {# confirmed signatures}} counted for “{title}”.',
    all: 'All statements of this action',
    account: 'The account',
    accountCaption: 'What became of everything that was received',
    status: 'Status',
    number: 'Number',
    states: {
      confirmed: 'Confirmed',
      unconfirmed: 'Not confirmed yet',
      duplicate: 'Duplicate',
      flagged: 'Set aside',
      withdrawn: 'Withdrawn',
      invalidated: 'Not counted',
      received: 'Received',
    },
    places: 'Where they are from',
    placesCaption: 'Confirmed signatures by place',
    place: 'Place',
    outside: 'Outside the city',
    unknown: 'Place not known',
    fewer: 'Places with fewer than five',
    paper:
      '{n, plural, one {# line was} other {# lines were}} entered from paper sheets. They are in none of these numbers.',
    paperCheck:
      'A sample of the lines on paper was compared with a list: of {lines} lines, {sampled} were drawn. {valid, plural, one {# was valid} other {# were valid}}, and {pairs, plural, =0 {nobody was found twice} one {one person was found twice} other {# people were found twice}}. {second, plural, =0 {} other {A second sample was drawn after it: the JSON has both. }}The formula is that of {method}.',
    methods: { california: 'California', washington: 'Washington', oregon: 'Oregon' },
    corrected:
      '{n, plural, one {This week changed # signature} other {This week changed # signatures}} that earlier weeks had counted.',
    samples: 'A sample of the signatures: some owners are asked whether they signed',
    record: 'The record',
    leaves: 'Leaves in the member tree',
    leavesValue:
      '{size}: {added, plural, one {#} other {#}} added, {removed, plural, one {#} other {#}} removed',
    root: 'Root of the member tree',
    index: 'Entry in the log',
    texts: 'Text, version {version} (SHA-256)',
    key: 'Key of the log',
    rules: 'Rules for counting (SHA-256)',
    proves: 'What it proves',
    provesText:
      'Each counted signature has one leaf in the member tree, without a name, an address or a time. The statement has the root of that tree. If anybody adds, drops or changes a signature, a number or a text afterwards, the hashes no longer fit, and everybody who kept an older file can show it.',
    provesSums: 'Leaves added, minus leaves removed, is the number of confirmed signatures.',
    not: 'What it does not prove',
    notText:
      'It does not prove that a person is real or lives where they say. The confirmation by email and the rules for duplicates are for that, and they are not perfect.',
    check: 'Check it with tools that others made',
    checkLead: 'Download these files first:',
    checkHere: 'Check it in your browser; nothing is sent',
    earlierLog: 'The proof that the log up to this statement is the beginning of the log of today',
    log: 'The whole log, for programs that read C2SP tlog-tiles',
    tree: 'The member tree of this action, for the same programs',
    commandsLead:
      'In a terminal, with any one of three tools that others made. Copy the commands as they stand: first the download, then one tool. Read the programs before you run them; they are about 30 and 60 lines.',
    download: 'Download the files',
    with: 'Check with {tool}',
    docs: 'All commands and programs, with what they prove',
    files: { json: 'The statement (JSON)', proof: 'Its proof (.tlog-proof)', keys: 'All keys of the log' },
  },
  privacy: {
    kept: 'For each counted signature a random number, from which your receipt for the count is made.',
    shown:
      'A public log with one code for each counted signature. Without the random number the code tells nothing about you.',
    until:
      'The random number is erased together with your data. The codes stay, so that the count can be checked.',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    list: {
      title: 'Constancias: {title}',
      lead: 'Al final de cada semana, el recuento se escribe, se firma y se añade a un registro público que solo crece. Cualquiera puede comprobar que después no se añadió, quitó ni cambió nada.',
      none: 'Todavía no hay ninguna constancia. La primera se hace el {when}.',
      beingMade: 'Todavía no hay ninguna constancia. La primera se está haciendo ahora.',
      caption: 'Constancias semanales, primero la más reciente',
      week: 'Semana que terminó el',
      confirmed: 'Confirmadas',
      leaves: 'Hojas',
      root: 'Raíz',
      files: 'Archivos',
      statement: 'JSON',
      proof: 'Prueba',
      earlier: 'Semanas anteriores',
      began:
        'Las semanas que terminaron antes de que comenzara este registro no tienen constancia. Quienes ya contaban entonces están en la primera.',
      campaign: 'Volver a {title}',
    },
    one: {
      title: 'Constancia de la semana que terminó el {date}',
      lead: 'Al terminar esta semana, {n, plural, one {contaba # firma confirmada} other {contaban # firmas confirmadas}} de «{title}».',
      all: 'Todas las constancias de esta acción',
      account: 'Las cuentas',
      accountCaption: 'Qué pasó con todo lo que se recibió',
      status: 'Estado',
      number: 'Número',
      states: {
        confirmed: 'Confirmadas',
        unconfirmed: 'Aún sin confirmar',
        duplicate: 'Duplicadas',
        flagged: 'Apartadas',
        withdrawn: 'Retiradas',
        invalidated: 'No contadas',
        received: 'Recibidas',
      },
      places: 'De dónde son',
      placesCaption: 'Firmas confirmadas por lugar',
      place: 'Lugar',
      outside: 'Fuera de la ciudad',
      unknown: 'Lugar desconocido',
      fewer: 'Lugares con menos de cinco',
      paper:
        '{n, plural, one {Se registró # línea} other {Se registraron # líneas}} de hojas de papel. No están en ninguno de estos números.',
      paperCheck:
        'Una muestra de las líneas en papel se comparó con una lista: de {lines} líneas se sacaron {sampled}. {valid, plural, one {# era válida} other {# eran válidas}} y {pairs, plural, =0 {nadie aparecía dos veces} one {una persona aparecía dos veces} other {# personas aparecían dos veces}}. {second, plural, =0 {} other {Después se sacó una segunda muestra: el JSON tiene las dos. }}La fórmula es la de {method}.',
      methods: { california: 'California', washington: 'Washington', oregon: 'Oregón' },
      corrected:
        'Esta semana {n, plural, one {cambió # firma} other {cambiaron # firmas}} que semanas anteriores habían contado.',
      samples: 'Una muestra de las firmas: se pregunta a algunas personas si firmaron',
      record: 'El registro',
      leaves: 'Hojas del árbol de miembros',
      leavesValue:
        '{size}: {added, plural, one {# añadida} other {# añadidas}}, {removed, plural, one {# quitada} other {# quitadas}}',
      root: 'Raíz del árbol de miembros',
      index: 'Entrada en el registro',
      texts: 'Texto, versión {version} (SHA-256)',
      key: 'Clave del registro',
      rules: 'Reglas del recuento (SHA-256)',
      proves: 'Qué prueba',
      provesText:
        'Cada firma contada tiene una hoja en el árbol de miembros, sin nombre, dirección ni hora. La constancia lleva la raíz de ese árbol. Si alguien añade, quita o cambia después una firma, un número o un texto, los códigos dejan de coincidir, y quien guardó un archivo anterior puede demostrarlo.',
      provesSums: 'Las hojas añadidas menos las quitadas son el número de firmas confirmadas.',
      not: 'Qué no prueba',
      notText:
        'No prueba que una persona exista ni que viva donde dice. Para eso están la confirmación por correo y las reglas sobre duplicados, que no son perfectas.',
      check: 'Compruébela con herramientas hechas por otros',
      checkLead: 'Descargue primero estos archivos:',
      checkHere: 'Compruébela en su navegador, sin enviar nada',
      earlierLog: 'La prueba de que el registro hasta esta constancia es el comienzo del registro de hoy',
      log: 'Todo el registro, para programas que leen C2SP tlog-tiles',
      tree: 'El árbol de miembros de esta acción, para los mismos programas',
      commandsLead:
        'En una terminal, con cualquiera de tres herramientas hechas por otros. Copie los comandos tal como están: primero la descarga y luego una herramienta. Lea los programas antes de ejecutarlos; tienen unas 30 y 60 líneas.',
      download: 'Descargar los archivos',
      with: 'Comprobar con {tool}',
      docs: 'Todos los comandos y programas, y qué prueban (en inglés)',
      files: {
        json: 'La constancia (JSON)',
        proof: 'Su prueba (.tlog-proof)',
        keys: 'Todas las claves del registro',
      },
    },
    privacy: {
      kept: 'De cada firma contada, un número al azar con el que se hace su comprobante del recuento.',
      shown:
        'Un registro público con un código por cada firma contada. Sin el número al azar, el código no dice nada de usted.',
      until:
        'El número al azar se borra junto con sus datos. Los códigos quedan, para que se pueda comprobar el recuento.',
    },
  },
};
