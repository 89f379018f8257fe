import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Asking a sample',
  lead: 'Signatures that were confirmed online are drawn by chance, and their owners are asked by mail whether they signed. You announce where the chance comes from, enter the seed when it is known, and send the mails. Nobody sees who is drawn, and you learn the answers only as numbers, at the end. What somebody found in lines of paper is entered elsewhere: under Paper, “Check of paper lines”.',
  empty: 'No sample has been announced yet.',
  caption: 'Samples, newest first',
  columns: { sample: 'Sample', petition: 'Of', status: 'Status', size: 'People' },
  states: {
    announced: 'Announced',
    drawing: 'Being drawn',
    drawn: 'Drawn',
    asking: 'Being asked',
    closed: 'Ended',
    cancelled: 'Cancelled',
  },
  announce: 'Announce a sample',
  nothing:
    'Only petitions and surveys for a committee have statements to draw from. This campaign has none that is open.',
  fields: {
    petition: 'Petition or survey',
    size: 'How many people',
    sizeHint:
      'From 20 to 1,000. If no more signatures count, everybody is asked. If fewer than 20 people answer, what they said is not told.',
    counting:
      '{title} ({n, plural, =0 {none counts} one {# counts} other {# count}}{all, select, yes {: everybody is asked} other {}})',
    source: 'Where the seed comes from',
    sourceHint:
      'Something public that nobody can know before its day: “the Pick 4 evening draw of the state lottery on that day”, “ten dice thrown at the council’s meeting”. Everybody can read this at once, in these words, on the Spanish page too: write it in both languages if your campaign has both.',
    seedOn: 'Day on which the seed is known',
    seedOnHint: 'After {date}, when the week ends whose signatures are drawn.',
    days: 'Days to answer',
  },
  button: 'Announce it',
  working: 'Working…',
  shows: {
    title: 'What a sample can show',
    lead: 'If everybody answers. Each missing answer makes the range wider.',
    caption: 'Size and range',
    columns: { size: 'Answers', half: 'If half say yes', all: 'If all say yes' },
    half: '50% ± {half}',
    all: 'at least {all}',
  },
  errors: {
    petition: 'Choose a petition or survey',
    size: 'Enter a number from 20 to 1,000',
    source: 'Say in one line, of at most 200 characters, where the seed comes from',
    day: 'Enter a day within the next 60 days',
    early: 'The seed must be known only after this week: choose a later day',
    days: 'Choose how many days people have',
    seed: 'Enter the seed in one line of at most 200 characters',
    taken: 'There is a sample of this petition that is not over. Look at it below.',
    'told-already':
      'The statement of this week is already signed, so everybody knows what would be drawn from. Announce the sample next week.',
    'changed-meanwhile': 'The sample has changed meanwhile. This is how it stands now.',
  },
  one: {
    title: 'Sample {id}: {title}',
    all: 'All samples',
    public: 'What everybody can see of it',
    waitsWeek:
      'The week ends on {date}. The seed can be entered once the statement of that week is there and its own day has come: {day}.',
    seedTitle: 'Enter the seed',
    seedLead:
      'Enter exactly what was announced, such as 4-1-1-6. It is shown to everybody and cannot be changed. The sample is drawn at once.',
    seed: 'Seed',
    draw: 'Draw the sample',
    drawing: 'The sample is being drawn. With many signatures this goes on every 15 minutes.',
    short:
      'Only {n, plural, one {# signature} other {# signatures}} could be drawn: too few of the leaves count.',
    sendTitle: 'Ask them',
    sendLead:
      '{n, plural, =0 {Nobody of those who were drawn can be asked.} one {One person gets a mail in their own language.} other {# people get a mail in their own language.}} Who has withdrawn, erased their data or wants no such question is not asked. They have {days, plural, one {one day} other {# days}} to answer. Mails that have gone cannot be taken back.',
    send: 'Send the mails',
    progress:
      '{mailed, plural, one {One mail was written} other {# mails were written}}; {reached, plural, one {one has gone} other {# have gone}} and did not come back. {answered, plural, =0 {Nobody has answered.} one {One person has answered.} other {# people have answered.}}',
    until: 'Answers count until {date}. What people said is counted then.',
    cancelTitle: 'Cancel it',
    cancelLead:
      'It stays listed as cancelled, so that nobody draws again and again until the result pleases.',
    cancel: 'Cancel the sample',
  },
};

export const consoleCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Preguntar a una muestra',
    lead: 'Se sacan al azar firmas confirmadas en línea y se pregunta por correo a sus titulares si firmaron. Usted anuncia de dónde viene el azar, anota la semilla cuando se conoce y envía los correos. Nadie ve a quién le tocó, y usted solo conoce las respuestas como números, al final. Lo que alguien encontró en líneas de papel se anota en otro lugar: en Papel, «Revisión de líneas de papel».',
    empty: 'Todavía no se ha anunciado ninguna muestra.',
    caption: 'Muestras, primero la más reciente',
    columns: { sample: 'Muestra', petition: 'De', status: 'Estado', size: 'Personas' },
    states: {
      announced: 'Anunciada',
      drawing: 'Sacándose',
      drawn: 'Sacada',
      asking: 'Preguntando',
      closed: 'Terminada',
      cancelled: 'Cancelada',
    },
    announce: 'Anunciar una muestra',
    nothing:
      'Solo las peticiones y encuestas dirigidas a un comité tienen constancias de las que sacar una muestra. Esta campaña no tiene ninguna abierta.',
    fields: {
      petition: 'Petición o encuesta',
      size: 'Cuántas personas',
      sizeHint:
        'De 20 a 1,000. Si no cuentan más firmas, se pregunta a todas las personas. Si responden menos de 20, no se dice qué respondieron.',
      counting:
        '{title} ({n, plural, =0 {no cuenta ninguna} one {cuenta #} other {cuentan #}}{all, select, yes {: se pregunta a todas} other {}})',
      source: 'De dónde sale la semilla',
      sourceHint:
        'Algo público que nadie pueda saber antes de su día: «el sorteo Pick 4 de la noche de la lotería estatal de ese día», «diez dados tirados en la sesión del concejo». Cualquiera puede leerlo de inmediato, con estas palabras, también en la página en inglés: escríbalo en los dos idiomas si su campaña los tiene.',
      seedOn: 'Día en que se conoce la semilla',
      seedOnHint: 'Después del {date}, cuando termina la semana cuyas firmas se sacan.',
      days: 'Días para responder',
    },
    button: 'Anunciarla',
    working: 'Un momento…',
    shows: {
      title: 'Qué puede mostrar una muestra',
      lead: 'Si responden todas las personas. Cada respuesta que falta hace más ancho el rango.',
      caption: 'Tamaño y rango',
      columns: { size: 'Respuestas', half: 'Si la mitad dice que sí', all: 'Si todas dicen que sí' },
      half: '50% ± {half}',
      all: 'al menos el {all}',
    },
    errors: {
      petition: 'Elija una petición o encuesta',
      size: 'Escriba un número del 20 al 1,000',
      source: 'Diga en una línea, de 200 caracteres como máximo, de dónde sale la semilla',
      day: 'Escriba un día de los próximos 60 días',
      early: 'La semilla debe conocerse solo después de esta semana: elija un día posterior',
      days: 'Elija cuántos días hay para responder',
      seed: 'Escriba la semilla en una línea de 200 caracteres como máximo',
      taken: 'Hay una muestra de esta petición que no ha terminado. Véala abajo.',
      'told-already':
        'La constancia de esta semana ya está firmada, así que ya se sabe de qué se sacaría. Anuncie la muestra la próxima semana.',
      'changed-meanwhile': 'La muestra cambió mientras tanto. Así está ahora.',
    },
    one: {
      title: 'Muestra {id}: {title}',
      all: 'Todas las muestras',
      public: 'Lo que cualquiera puede ver de ella',
      waitsWeek:
        'La semana termina el {date}. La semilla se podrá anotar cuando exista la constancia de esa semana y haya llegado su día: {day}.',
      seedTitle: 'Anotar la semilla',
      seedLead:
        'Escriba exactamente lo que se anunció, por ejemplo 4-1-1-6. Cualquiera la verá y no se puede cambiar. La muestra se saca de inmediato.',
      seed: 'Semilla',
      draw: 'Sacar la muestra',
      drawing: 'La muestra se está sacando. Si hay muchas firmas, sigue cada 15 minutos.',
      short:
        'Solo {n, plural, one {se pudo sacar # firma} other {se pudieron sacar # firmas}}: cuentan muy pocas de las hojas.',
      sendTitle: 'Preguntarles',
      sendLead:
        '{n, plural, =0 {No se puede preguntar a nadie de quienes salieron.} one {Una persona recibe un correo en su idioma.} other {# personas reciben un correo en su idioma.}} No se pregunta a quien retiró su firma, borró sus datos o no quiere preguntas como esta. Tienen {days, plural, one {un día} other {# días}} para responder. Los correos que ya salieron no se pueden retirar.',
      send: 'Enviar los correos',
      progress:
        '{mailed, plural, one {Se escribió un correo} other {Se escribieron # correos}}; {reached, plural, one {uno salió y no volvió} other {# salieron y no volvieron}}. {answered, plural, =0 {No ha respondido nadie.} one {Ha respondido una persona.} other {Han respondido # personas.}}',
      until: 'Las respuestas cuentan hasta el {date}. Entonces se cuenta lo que se respondió.',
      cancelTitle: 'Cancelarla',
      cancelLead:
        'Queda en la lista como cancelada, para que nadie repita el sorteo hasta que le guste el resultado.',
      cancel: 'Cancelar la muestra',
    },
  },
};
