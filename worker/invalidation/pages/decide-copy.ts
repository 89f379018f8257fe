import type { Language } from '../../../web/language.ts';

const en = {
  decide: {
    title: 'Strike signatures off',
    agreeTitle: 'Agree to strike signatures off?',
    will: '{found, plural, one {One signature} other {# signatures}} will be struck off. {which, select, all {{found, plural, one {It counts} other {All of them count}}} none {{found, plural, one {It does not count} other {None of them counts}}} other {{counted, plural, one {One of them counts} other {# of them count}}}}, so the number of confirmed signatures goes from {before} to {after}.',
    public:
      'The petition’s account, the digest and the API will say how many were struck off, and the public reason. Those who signed get no mail.',
    second:
      'This is more than 25 signatures or more than 2% of those that count, so a second organizer has to agree before anything happens. What you struck off alone in the last 24 hours is included.',
    alone: 'It begins at once. You can stop it and undo it.',
    reason: 'Public reason',
    note: 'Note for the log',
    noteHint: 'Optional. Write no names and no addresses: the log is never erased.',
    ask: 'Ask a second organizer',
    start: 'Strike them off',
    agree: 'Agree and strike off',
    decline: 'Decline',
    back: 'Back to the numbers',
    askedBy: '{who} asks for this. Look at the numbers and examples before you agree.',
    codeError: 'Choose a public reason',
    noteError:
      'Leave names, addresses and numbers of five or more digits out of the note: the log is never erased',
  },
  undo: {
    title: 'Take all of it back?',
    will: '{struck, plural, one {One signature is} other {# signatures are}} struck off. Each gets the status back that it had. Those that something has changed since are left as they are, and the page then says how many.',
    running: 'This also stops what is still being struck off.',
    button: 'Take them back',
  },
  refused: {
    title: 'Nothing was changed',
    'nothing-found': 'No signature was found, so there is nothing to strike off.',
    'own-request': 'You asked for this yourself. Somebody else has to agree.',
    'wrong-state': 'Somebody else has decided about this meanwhile, or it has gone on.',
    'changed-meanwhile': 'The numbers or the status changed while you looked. Look at them again.',
    back: 'See how it is now',
  },
};

export const decideCopy: Record<Language, typeof en> = {
  en,
  es: {
    decide: {
      title: 'Anular firmas',
      agreeTitle: '¿Está de acuerdo con anular firmas?',
      will: 'Se {found, plural, one {anulará una firma} other {anularán # firmas}}. {which, select, all {{found, plural, one {Esa firma cuenta} other {Todas cuentan}}} none {{found, plural, one {Esa firma no cuenta} other {Ninguna cuenta}}} other {{counted, plural, one {Una de ellas cuenta} other {# de ellas cuentan}}}}, así que el número de firmas confirmadas pasa de {before} a {after}.',
      public:
        'La cuenta de la petición, el informe y la API dirán cuántas se anularon y el motivo público. Quienes firmaron no reciben ningún correo.',
      second:
        'Son más de 25 firmas o más del 2 % de las que cuentan, así que otra persona de la organización tiene que estar de acuerdo antes de que pase algo. Se incluye lo que usted anuló por su cuenta en las últimas 24 horas.',
      alone: 'Empieza de inmediato. Puede detenerlo y deshacerlo.',
      reason: 'Motivo público',
      note: 'Nota para el registro',
      noteHint: 'Opcional. No escriba nombres ni direcciones: el registro nunca se borra.',
      ask: 'Pedir el acuerdo de otra persona',
      start: 'Anularlas',
      agree: 'Estoy de acuerdo, anular',
      decline: 'No estoy de acuerdo',
      back: 'Volver a los números',
      askedBy: '{who} lo solicita. Revise los números y los ejemplos antes de estar de acuerdo.',
      codeError: 'Elija un motivo público',
      noteError:
        'No escriba en la nota nombres, direcciones ni números de cinco cifras o más: el registro nunca se borra',
    },
    undo: {
      title: '¿Restablecer todo?',
      will: '{struck, plural, one {Una firma está anulada} other {# firmas están anuladas}}. Cada una recupera el estado que tenía. Las que algo cambió desde entonces quedan como están, y la página dirá cuántas son.',
      running: 'Esto detiene también lo que aún se está anulando.',
      button: 'Restablecerlas',
    },
    refused: {
      title: 'No se cambió nada',
      'nothing-found': 'No se encontró ninguna firma, así que no hay nada que anular.',
      'own-request': 'Usted lo solicitó. Otra persona tiene que estar de acuerdo.',
      'wrong-state': 'Alguien más decidió sobre esto mientras tanto, o ya siguió adelante.',
      'changed-meanwhile': 'Los números o el estado cambiaron mientras usted miraba. Revíselos otra vez.',
      back: 'Ver cómo está ahora',
    },
  },
};
