import { stateCopy } from '../../../web/components/state-copy.ts';
import type { Language } from '../../../web/language.ts';

const en = {
  one: {
    title: 'Signatures with this in common',
    found:
      '{found, plural, =0 {No signature was found.} one {One signature was found, and it {which, select, none {does not count} other {does count}}.} other {# signatures were found, and {which, select, all {all of them count} none {none of them counts} other {{counted, plural, one {one of them counts} other {# of them count}}}}.}}',
    covers: 'Covers what had come in by {date}.',
    newer:
      '{n, plural, one {One more signature has come in since and is} other {# more signatures have come in since and are}} not among these. Count again to include what is new.',
    counted: 'Counted by {who}, {date}',
    asked: 'Asked for by {who}, {date}',
    agreed: 'Agreed to by {who}',
    ended: 'Ended by {who}, {date}',
    reason: 'Public reason: {reason}',
    changed:
      'Much has changed since this was decided, so nothing was struck off. At that time {before, plural, one {one signature was} other {# signatures were}} found. Look at the numbers again and decide again.',
    struck:
      '{struck, plural, =0 {No signature was struck off.} one {One signature was struck off.} other {# signatures were struck off.}}',
    restored:
      '{restored, plural, =0 {None was taken back} one {One was taken back} other {# were taken back}}{left, plural, =0 {.} one {; one was left, because something changed it since.} other {; # were left, because something changed them since.}}',
    noOther: 'Nobody else here may agree yet. An owner can invite somebody under “People”.',
  },
  progress: {
    counting: '{done} of {all} signatures looked at',
    running: '{done} of {all} struck off',
    undoing: '{done} of {all} taken back',
    refresh: 'This page loads again every five seconds.',
    still: 'Stop loading it again',
    again: 'Load this page again',
  },
  account: {
    before: 'Account of the petition or survey, before and after',
    columns: { state: 'Status', now: 'Now', after: 'After', before: 'Before' },
    rows: {
      received: 'Received',
      ...stateCopy.en.many,
    },
  },
  evidence: {
    heading: 'What was found',
    none: 'Nothing to show.',
    hours: 'By hour of arrival',
    days: 'By day of arrival',
    busiest: 'The hours in which most arrived',
    hour: 'Hour',
    day: 'Day',
    n: 'Signatures',
    share: 'Share',
    source: 'By source',
    place: 'By {districts, select, yes {district} other {place}}',
    domain: 'By mail domain',
    connection: 'By connection',
    heads: {
      source: 'Source',
      place: '{districts, select, yes {District} other {Place}}',
      domain: 'Mail domain',
      connection: 'Connection',
    },
    most: 'The ten with most.',
    codes:
      'Addresses are sealed, so a domain is kept as a code. Its name is shown only if it is a well-known one or the one that you counted by. A code cannot be typed into the form: press “Count only these”.',
    narrow: 'Count only these',
    narrowing: 'Counting…',
  },
  examples: {
    heading: 'Examples',
    hint: 'Up to twenty, chosen as if at random. Names and addresses stay sealed.',
  },
  do: {
    heading: 'What to do',
    invalidate: 'Strike these off…',
    decide: 'Decide about this request…',
    own: 'You asked for this, so somebody else has to agree.',
    again: 'Count again',
    discard: 'Discard',
    withdraw: 'Take the request back',
    cancel: 'Stop now',
    cancelHint: 'What has been struck off by then stays struck off until you undo it.',
    undo: 'Undo all of it…',
    working: 'Saving…',
  },
};

export const oneCopy: Record<Language, typeof en> = {
  en,
  es: {
    one: {
      title: 'Firmas con esto en común',
      found:
        '{found, plural, =0 {No se encontró ninguna firma.} one {Se encontró una firma, que {which, select, none {no cuenta} other {sí cuenta}}.} other {Se encontraron # firmas, y {which, select, all {todas cuentan} none {ninguna cuenta} other {{counted, plural, one {una de ellas cuenta} other {# de ellas cuentan}}}}.}}',
      covers: 'Abarca lo recibido hasta: {date}.',
      newer:
        '{n, plural, one {Desde entonces llegó otra firma, que no está entre estas.} other {Desde entonces llegaron otras # firmas, que no están entre estas.}} Cuente otra vez para incluir lo nuevo.',
      counted: 'Contadas por {who}, {date}',
      asked: 'Solicitado por {who}, {date}',
      agreed: 'Con el acuerdo de {who}',
      ended: 'Terminado por {who}, {date}',
      reason: 'Motivo público: {reason}',
      changed:
        'Mucho cambió desde que se decidió, así que no se anuló nada. Entonces se {before, plural, one {encontró una firma} other {encontraron # firmas}}. Revise los números y decida otra vez.',
      struck:
        '{struck, plural, =0 {No se anuló ninguna firma.} one {Se anuló una firma.} other {Se anularon # firmas.}}',
      restored:
        '{restored, plural, =0 {No se restableció ninguna} one {Se restableció una} other {Se restablecieron #}}{left, plural, =0 {.} one {; una quedó como está porque algo la cambió desde entonces.} other {; # quedaron como están porque algo las cambió desde entonces.}}',
      noOther:
        'Todavía no hay nadie más que pueda estar de acuerdo. Una persona responsable puede invitar a alguien en «Personas».',
    },
    progress: {
      counting: '{done} de {all} firmas revisadas',
      running: '{done} de {all} anuladas',
      undoing: '{done} de {all} restablecidas',
      refresh: 'Esta página se vuelve a cargar cada cinco segundos.',
      still: 'Dejar de cargarla',
      again: 'Volver a cargar esta página',
    },
    account: {
      before: 'Cuenta de la petición o encuesta, antes y después',
      columns: { state: 'Situación', now: 'Ahora', after: 'Después', before: 'Antes' },
      rows: {
        received: 'Recibidas',
        ...stateCopy.es.many,
      },
    },
    evidence: {
      heading: 'Lo que se encontró',
      none: 'No hay nada que mostrar.',
      hours: 'Por hora de llegada',
      days: 'Por día de llegada',
      busiest: 'Las horas en que más llegaron',
      hour: 'Hora',
      day: 'Día',
      n: 'Firmas',
      share: 'Parte',
      source: 'Por origen',
      place: 'Por {districts, select, yes {distrito} other {lugar}}',
      domain: 'Por dominio del correo',
      connection: 'Por conexión',
      heads: {
        source: 'Origen',
        place: '{districts, select, yes {Distrito} other {Lugar}}',
        domain: 'Dominio',
        connection: 'Conexión',
      },
      most: 'Los diez que más tienen.',
      codes:
        'Las direcciones están selladas, así que un dominio se guarda como un código. Su nombre se muestra solo si es muy conocido o si usted contó por él. Un código no se puede escribir en el formulario: pulse «Contar solo estas».',
      narrow: 'Contar solo estas',
      narrowing: 'Contando…',
    },
    examples: {
      heading: 'Ejemplos',
      hint: 'Hasta veinte, elegidas como al azar. Los nombres y las direcciones siguen sellados.',
    },
    do: {
      heading: 'Qué hacer',
      invalidate: 'Anular estas…',
      decide: 'Decidir sobre esta solicitud…',
      own: 'Usted lo solicitó, así que otra persona tiene que estar de acuerdo.',
      again: 'Contar otra vez',
      discard: 'Descartar',
      withdraw: 'Retirar la solicitud',
      cancel: 'Detener ahora',
      cancelHint: 'Lo que ya se anuló queda anulado hasta que usted lo deshaga.',
      undo: 'Deshacer todo…',
      working: 'Guardando…',
    },
  },
};
