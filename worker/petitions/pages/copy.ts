import type { Language } from '../../../web/language.ts';

const en = {
  addressedTo: 'To the {whole, select, yes {{council}} other {{committee} of the {council}}}',
  closes: 'Open for signatures until {date}.',
  notice: {
    'closed-meanwhile': 'The petition closed before your signature reached us, so it was not stored.',
    'signing-paused':
      'Signing is paused for a short while. Come back in a few minutes. If you have signed, you can still confirm it with the link in our email.',
  },
  paper: {
    counted:
      'On paper, and not in this number: {n, plural, one {one signature} other {{count} signatures}} without an email address.',
    checked:
      'Two people entered {n, plural, one {one line} other {# lines}} of them, chosen by chance: error rate {rate}.',
  },
  form: {
    heading: 'Sign the petition',
    showName: 'Show my name on this page',
    showNameThere: 'Show my name on the petition’s page',
    showNameHint: {
      'after-a-look':
        'With {districts, select, yes {your council district and the day} other {the day}} you confirm, once an organizer has looked at it.',
      'at-once':
        'With {districts, select, yes {your council district and the day} other {the day}} you confirm. A name with a link, a number or a held word in it, or a long one, waits for an organizer.',
    },
    commentHint: {
      'after-a-look':
        'The petition’s page shows it with {districts, select, yes {your council district and the day} other {the day}}, once an organizer has read it. Your name is shown beside it only if you check the box above.',
      'at-once':
        'The petition’s page shows it with {districts, select, yes {your council district and the day} other {the day}}. If it has a link, a number or a held word in it, or is long, an organizer reads it first. Your name is shown beside it only if you check the box above.',
    },
    emailHint: 'We send a link there. Your signature counts once you confirm it.',
    commentOpen: 'Add a comment (optional)',
    button: 'Sign the petition',
    working: 'Sending your signature…',
    privacy1: 'We keep your name and email address encrypted, and show your name only if you check the box.',
    privacy2: 'We pass on totals, never names or addresses.',
    privacy3: 'You can see, correct, withdraw or erase your signature at any time.',
  },
  text: 'The petition',
  texts: {
    changed: 'This text was changed on {date}.',
    kinds: {
      spelling: 'Its organizers say that only the spelling or the layout changed.',
      meaning: 'Its organizers say that the meaning changed.',
    },
    hash: 'SHA-256 of this text',
    earlier: 'Read the text before that',
    title: 'Earlier text: {title}',
    notice: 'This text could be signed from {from} to {until}. It has been changed since.',
    current: 'Read the text as it is now',
  },
  facts: 'The facts',
  shown: {
    heading: 'Latest names',
    note: 'Only people who chose to be shown here.',
    none: 'No name is shown yet.',
    comments: 'Comments',
    allComments: 'All comments',
    commentsTitle: 'Comments on {title}',
    commentsNote: 'From people who signed and wanted others to read this. The newest come first.',
    noComments: 'No comment is shown here.',
    pages: 'Pages of comments',
    newest: 'The newest comments',
    older: 'Older comments',
    back: 'Back to the petition',
  },
  next: {
    heading: 'What happens next',
    opened: 'Opened for signatures',
    opens: 'Opens for signatures',
    threshold: '{count} signatures',
    weekly: 'The count goes {to}',
    weeklyText:
      'Every week, unless its office chooses to get it less often. {districts, select, yes {Totals and districts} other {Totals}}, never names or addresses.',
    closes: 'Closes for signatures',
    closed: 'Closed for signatures',
    /** Keyed by whether the petition is addressed to the whole council. */
    response: { yes: 'Those who decide choose what to do', no: 'The committee decides what to do' },
    responseText: 'An answer may come or not. If it comes, the campaign can report it in its news.',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    addressedTo: 'Para: {whole, select, yes {{council}} other {{committee}, {council}}}',
    closes: 'Se puede firmar hasta el {date}.',
    notice: {
      'closed-meanwhile': 'La petición cerró antes de que llegara su firma, así que no se guardó.',
      'signing-paused':
        'Las firmas están en pausa por un momento. Vuelva en unos minutos. Si usted ya firmó, todavía puede confirmar su firma con el enlace de nuestro correo.',
    },
    paper: {
      counted:
        'En papel, y fuera de este número: {n, plural, one {una firma} other {{count} firmas}} sin correo electrónico.',
      checked:
        'Dos personas copiaron {n, plural, one {una línea elegida} other {# líneas elegidas}} al azar: tasa de error {rate}.',
    },
    form: {
      heading: 'Firme la petición',
      showName: 'Mostrar mi nombre en esta página',
      showNameThere: 'Mostrar mi nombre en la página de la petición',
      showNameHint: {
        'after-a-look':
          'Con {districts, select, yes {su distrito y el día} other {el día}} en que usted confirma, cuando alguien de la organización lo haya revisado.',
        'at-once':
          'Con {districts, select, yes {su distrito y el día} other {el día}} en que usted confirma. Un nombre largo, o que lleve un enlace, un número o una palabra retenida, se revisa antes.',
      },
      commentHint: {
        'after-a-look':
          'La página de la petición lo muestra con {districts, select, yes {su distrito y el día} other {el día}}, cuando alguien de la organización lo haya leído. Su nombre aparece al lado solo si usted marca la casilla de arriba.',
        'at-once':
          'La página de la petición lo muestra con {districts, select, yes {su distrito y el día} other {el día}}. Si es largo o lleva un enlace, un número o una palabra retenida, alguien de la organización lo lee antes. Su nombre aparece al lado solo si usted marca la casilla de arriba.',
      },
      emailHint: 'Le enviamos un enlace. Su firma cuenta cuando usted la confirma.',
      commentOpen: 'Añadir un comentario (opcional)',
      button: 'Firmar la petición',
      working: 'Enviando su firma…',
      privacy1: 'Guardamos su nombre y su correo cifrados, y mostramos su nombre solo si marca la casilla.',
      privacy2: 'A quien decide le enviamos totales, nunca nombres ni direcciones.',
      privacy3: 'Usted puede ver, corregir, retirar o borrar su firma cuando quiera.',
    },
    text: 'La petición',
    texts: {
      changed: 'Este texto se cambió el {date}.',
      kinds: {
        spelling: 'Según quienes la organizan, solo cambió la ortografía o el formato.',
        meaning: 'Según quienes la organizan, cambió el sentido.',
      },
      hash: 'SHA-256 de este texto',
      earlier: 'Leer el texto anterior a ese cambio',
      title: 'Texto anterior: {title}',
      notice: 'Este texto se pudo firmar del {from} al {until}. Después se cambió.',
      current: 'Leer el texto como es ahora',
    },
    facts: 'Los hechos',
    shown: {
      heading: 'Últimos nombres',
      note: 'Solo aparecen las personas que eligieron mostrarse aquí.',
      none: 'Todavía no se muestra ningún nombre.',
      comments: 'Comentarios',
      allComments: 'Todos los comentarios',
      commentsTitle: 'Comentarios sobre {title}',
      commentsNote:
        'De personas que firmaron y quisieron que otros lo leyeran. Los más recientes van primero.',
      noComments: 'Aquí no se muestra ningún comentario.',
      pages: 'Páginas de comentarios',
      newest: 'Los comentarios más recientes',
      older: 'Comentarios anteriores',
      back: 'Volver a la petición',
    },
    next: {
      heading: 'Qué sucede después',
      opened: 'Se abrió la recogida de firmas',
      opens: 'Se abre la recogida de firmas',
      threshold: '{count} firmas',
      weekly: 'El recuento llega {to}',
      weeklyText:
        'Cada semana, salvo que su oficina prefiera recibirlo con menos frecuencia. {districts, select, yes {Totales y distritos} other {Totales}}, nunca nombres ni direcciones.',
      closes: 'Termina la recogida de firmas',
      closed: 'Terminó la recogida de firmas',
      response: { yes: 'Quienes deciden eligen qué hacer', no: 'El comité decide qué hacer' },
      responseText: 'Puede haber respuesta o no. Si la hay, la campaña puede contarlo en sus noticias.',
    },
  },
};
