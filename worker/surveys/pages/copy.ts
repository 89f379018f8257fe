import type { Language } from '../../../web/language.ts';

const en = {
  goesTo: 'Your answers go {to}{whole, select, yes {} other { of the {council}}}.',
  start: 'Answer the survey',
  closes: 'Open for answers until {date}.',
  changes: {
    text: 'The text was changed on {date}, after people had answered.',
    kinds: {
      spelling: 'Its organizers say that only the spelling or the layout changed.',
      meaning: 'Its organizers say that the meaning changed.',
    },
    questions:
      'Words of its questions were changed, or questions were added, on {date}, after people had answered. Each answer stays with its question.',
  },
  notice: {
    'closed-meanwhile': 'The survey closed before your answers reached us, so they were not stored.',
    'signing-paused':
      'Answering is paused for a short while. Come back in a few minutes. If you have sent your answers, you can still confirm them with the link in our email.',
    lapsed:
      'What you entered is no longer stored here, because it was deleted or because more than two hours have passed. If you have sent your answers, open the link in our email. If not, please answer once more.',
    elsewhere:
      'This address belongs to somebody’s answers. They can only be read in the tab where they were entered. Here is the survey from the beginning.',
    changed:
      'This survey has changed since you opened it, so nothing was stored. What you entered is still here, except what no longer fits. Check the questions and continue.',
    dropped:
      '{n, plural, one {One answer in the link that you followed does not fit this survey and was left out.} other {{count} answers in the link that you followed do not fit this survey and were left out.}}',
    droppedOf: 'It was for {questions}.',
  },
  form: {
    heading: 'The survey',
    part: 'Part {n} of {of}',
    suggestions:
      'Some answers are already filled in as the campaign suggests, and they are marked. Change or clear any of them: what you send is yours.',
    stored:
      'We store your answers so far, encrypted, so that you can go back and forth. We delete them two hours after your last step, or when you send the survey. Your name and address are stored only when you send it.',
    draft:
      'What you type on this page also stays in this browser tab, until you close the tab or send the survey.',
    draftExit: '“Exit this page” deletes all of it.',
    forget: 'Delete what I entered',
    review: 'Review your answers',
    reviewing: 'Loading your answers…',
    next: 'Next part',
    back: 'Back',
    working: 'Loading…',
  },
  field: {
    condition: 'Answer this only if you chose {answers} for {question}.',
  },
  suggestion: {
    kept: 'Suggested by the campaign',
    changed: 'Changed from the campaign’s suggestion',
    removed: 'Left out. The campaign suggests an answer here',
    link: 'Filled in by the link that you followed',
    why: 'What it suggests, and why',
    clear: 'Clear this answer',
    restore: 'Use the suggestion',
  },
  live: {
    left: '{amount} left to assign',
    over: '{amount} over the total',
    even: 'Everything is assigned',
    slider: '{line}, slider',
    bars: 'The upper bar of each line is your amount, the lower one is what it gets today.',
    up: 'Up',
    down: 'Down',
    moveUp: 'Move {option} up',
    moveDown: 'Move {option} down',
    moved: '{option}: place {place} of {of}',
  },
  review: {
    title: 'Check your answers',
    lead: 'Nothing has been sent yet. Read your answers, change what you like, and send them.',
    none: 'No answer',
    kept: 'As the campaign suggests',
    changed: 'Changed from the campaign’s suggestion',
    removed: 'Left out; the campaign suggests an answer here',
    change: 'Change',
    changeOf: 'your answer to {question}',
    you: 'About you',
    youLead: 'We ask this to count each person once. We pass on totals, never names or addresses.',
    emailHint: 'We send a link there. Your answers count once you confirm them.',
    share:
      'Let {whole, select, yes {the council} other {the committee}} read what I wrote in my own words, without my name',
    shareHint: 'An organizer reads it first. You can change your mind on your own page.',
    send: 'Send your answers',
    sending: 'Sending your answers…',
    city: 'The city’s own survey',
    cityLead: 'You can also take these answers to the city’s own survey and send them there yourself.',
    toCity: 'Take these answers to the city’s survey',
    privacy:
      'We keep your name, your email address and your answers encrypted. You can see, correct, withdraw or erase them at any time.',
  },
  closed: { yours: 'What you answered' },
  sent: {
    title: 'You sent these answers',
    lead: 'Check your email: your answers count once you confirm them there. They are no longer stored on this page.',
    again: 'No email? Send it again',
    anew: 'Wrong address, or another answer? Answer the survey again',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    goesTo: 'Sus respuestas llegan {to}{whole, select, yes {} other {, {council}}}.',
    start: 'Responder la encuesta',
    closes: 'Se puede responder hasta el {date}.',
    changes: {
      text: 'El texto se cambió el {date}, cuando ya había respuestas.',
      kinds: {
        spelling: 'Según quienes la organizan, solo cambió la ortografía o el formato.',
        meaning: 'Según quienes la organizan, cambió el sentido.',
      },
      questions:
        'El {date}, cuando ya había respuestas, se cambiaron palabras de sus preguntas o se añadieron preguntas. Cada respuesta sigue con su pregunta.',
    },
    notice: {
      'closed-meanwhile': 'La encuesta cerró antes de que llegaran sus respuestas, así que no se guardaron.',
      'signing-paused':
        'La encuesta está en pausa por un momento. Vuelva en unos minutos. Si usted ya envió sus respuestas, todavía puede confirmarlas con el enlace de nuestro correo.',
      lapsed:
        'Lo que usted escribió ya no se guarda aquí, porque se borró o porque pasaron más de dos horas. Si ya envió sus respuestas, abra el enlace de nuestro correo. Si no, responda otra vez, por favor.',
      elsewhere:
        'Esta dirección es de las respuestas de alguien. Solo se pueden leer en la pestaña donde se escribieron. Aquí está la encuesta desde el principio.',
      changed:
        'Esta encuesta cambió desde que usted la abrió, así que no se guardó nada. Lo que escribió sigue aquí, salvo lo que ya no corresponde. Revise las preguntas y continúe.',
      dropped:
        '{n, plural, one {Una respuesta del enlace que usted siguió no corresponde a esta encuesta y se dejó fuera.} other {{count} respuestas del enlace que usted siguió no corresponden a esta encuesta y se dejaron fuera.}}',
      droppedOf: 'Era para {questions}.',
    },
    form: {
      heading: 'La encuesta',
      part: 'Parte {n} de {of}',
      suggestions:
        'Algunas respuestas ya vienen escritas como las sugiere la campaña, y así se indica. Cambie o borre cualquiera: lo que usted envía es suyo.',
      stored:
        'Guardamos cifrado lo que usted ha respondido hasta ahora, para que pueda ir y volver. Lo borramos dos horas después de su último paso o cuando envía la encuesta. Su nombre y su dirección solo se guardan cuando la envía.',
      draft:
        'Lo que escribe en esta página también queda en esta pestaña del navegador, hasta que usted cierra la pestaña o envía la encuesta.',
      draftExit: '«Salir de esta página» borra todo.',
      forget: 'Borrar lo que escribí',
      review: 'Revisar sus respuestas',
      reviewing: 'Cargando sus respuestas…',
      next: 'Parte siguiente',
      back: 'Atrás',
      working: 'Cargando…',
    },
    field: {
      condition: 'Responda solo si eligió {answers} en {question}.',
    },
    suggestion: {
      kept: 'Sugerencia de la campaña',
      changed: 'Distinta de la sugerencia de la campaña',
      removed: 'Sin respuesta. La campaña sugiere una aquí',
      link: 'Viene del enlace que usted siguió',
      why: 'Qué sugiere y por qué',
      clear: 'Borrar esta respuesta',
      restore: 'Usar la sugerencia',
    },
    live: {
      left: 'Faltan por repartir {amount}',
      over: 'Sobran {amount}',
      even: 'Todo está repartido',
      slider: '{line}, control deslizante',
      bars: 'La barra de arriba es su cantidad; la de abajo, lo que recibe hoy.',
      up: 'Subir',
      down: 'Bajar',
      moveUp: 'Subir {option}',
      moveDown: 'Bajar {option}',
      moved: '{option}: lugar {place} de {of}',
    },
    review: {
      title: 'Revise sus respuestas',
      lead: 'Todavía no se ha enviado nada. Lea sus respuestas, cambie lo que quiera y envíelas.',
      none: 'Sin respuesta',
      kept: 'Como sugiere la campaña',
      changed: 'Distinta de la sugerencia de la campaña',
      removed: 'Sin respuesta; la campaña sugiere una aquí',
      change: 'Cambiar',
      changeOf: 'su respuesta a {question}',
      you: 'Sobre usted',
      youLead: 'Para contar a cada persona una vez. Entregamos totales, nunca nombres ni direcciones.',
      emailHint: 'Le enviamos un enlace. Sus respuestas cuentan cuando usted las confirma.',
      share:
        '{whole, select, yes {El concejo} other {El comité}} puede leer lo que escribí con mis propias palabras, sin mi nombre',
      shareHint:
        'Alguien de la organización lo lee antes. Usted puede cambiar de opinión en su propia página.',
      send: 'Enviar sus respuestas',
      sending: 'Enviando sus respuestas…',
      city: 'La encuesta de la ciudad',
      cityLead:
        'Usted también puede llevar estas respuestas a la encuesta de la ciudad y enviarlas allí por su cuenta.',
      toCity: 'Llevar estas respuestas a la encuesta de la ciudad',
      privacy:
        'Guardamos cifrados su nombre, su correo y sus respuestas. Usted puede verlos, corregirlos, retirarlos o borrarlos cuando quiera.',
    },
    closed: { yours: 'Lo que usted respondió' },
    sent: {
      title: 'Usted envió estas respuestas',
      lead: 'Revise su correo: sus respuestas cuentan cuando usted las confirma allí. En esta página ya no se guardan.',
      again: '¿No le llegó el correo? Enviarlo otra vez',
      anew: '¿Otra dirección u otra respuesta? Responder la encuesta de nuevo',
    },
  },
};
