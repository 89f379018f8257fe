import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Take your answers to the city',
  lead: {
    suggested:
      'These are the answers that the campaign suggests. Read them, change what you disagree with, and send them in the city’s own survey.',
    linked:
      'These are the answers from the link that you followed and from the campaign. Read them, change what you disagree with, and send them in the city’s own survey.',
    yours: 'The city has its own survey. Here are your answers, ready for you to send there.',
    thanked: 'The city has its own survey. Here are your answers, ready for you to send there.',
  },
  none: 'There are no answers here yet. Answer the survey first, then come back.',
  change: {
    suggested: 'Give your own answers first',
    linked: 'Give your own answers first',
    yours: 'Back to your answers',
    thanked: 'Back to the page before',
  },
  dropped:
    '{n, plural, one {One answer in the link that you followed does not fit this survey and was left out.} other {{count} answers in the link that you followed do not fit this survey and were left out.}}',
  notOpen: 'This survey is not open now, so its answers cannot be taken to the city from here.',
  asked:
    'You opened the city’s survey from our page. If you sent your answers there, tell us below. If not, here they are.',
  address: 'The city’s survey: {tool} at {address}',
  link: {
    lead: '{n, plural, =0 {This link opens the survey. It cannot fill in any of your answers.} one {This link opens the survey with one answer filled in. You look it over and send it there.} other {This link opens the survey with {count} answers filled in. You look them over and send them there.}}',
  },
  copyLead:
    'This survey cannot be filled in by a link. Open it, come back to this page, and copy your answers one by one.',
  open: 'Open the city’s survey',
  plain: 'Open only the survey',
  newTab: 'It opens in a new tab. This page stays open.',
  sheet: {
    heading: 'Answers to copy',
    theirs: 'The city asks',
    ours: 'Our question (the city may word it differently)',
    yours: 'Your answer',
    copy: 'Copy',
    copyOf: 'Copy the answer to: {question}',
    copied: 'Copied.',
    failed: 'It could not be copied. The text is selected: copy it yourself.',
    print: 'You can print this page and take it with you.',
  },
  why: {
    'no-option': 'The city’s survey has other choices here. Pick the one that comes closest.',
    'not-by-link': 'A link cannot fill this in.',
    'own-words': 'We never put your own words into a link. Copy them here.',
    personal: 'This may tell who you are, so we do not put it into a link.',
    'too-long': 'The link would be too long with this answer in it.',
  },
  notAsked: 'The city’s survey does not ask these, so the answers do not go there:',
  report: {
    heading: 'Did you send it?',
    text: 'Press the button once you have sent your answers in the city’s survey. We count how many people say so. We cannot see what the city got.',
    button: 'I sent it',
    working: 'Saving…',
    done: 'You told us that you sent it. Thank you.',
  },
  thanks: {
    title: 'Thank you for telling us',
    lead: 'You sent your answers to the city in its own survey.',
    count:
      '{n, plural, =0 {} one {{counts, select, yes {You are the first to tell us so.} other {One person has told us so.}}} other {{counts, select, yes {{count} people have told us so, you among them.} other {{count} people have told us so.}}}} This number counts people who confirmed an answer here, each once, and it is what they report. We cannot check it, and we never add it to the answers given here.',
    later:
      'This counts once you confirm your answers here. If you have sent them here, open the link in our email.',
    here: 'Send your answers here',
    survey: 'Back to the survey',
    campaign: 'Go to the campaign',
  },
};

export const sendCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Lleve sus respuestas a la ciudad',
    lead: {
      suggested:
        'Estas son las respuestas que propone la campaña. Léalas, cambie lo que usted respondería de otro modo y envíelas en la encuesta de la ciudad.',
      linked:
        'Estas son las respuestas del enlace que usted siguió y de la campaña. Léalas, cambie lo que usted respondería de otro modo y envíelas en la encuesta de la ciudad.',
      yours:
        'La ciudad tiene su propia encuesta. Aquí están sus respuestas, listas para que usted las envíe allí.',
      thanked:
        'La ciudad tiene su propia encuesta. Aquí están sus respuestas, listas para que usted las envíe allí.',
    },
    none: 'Todavía no hay respuestas aquí. Responda primero la encuesta y luego vuelva.',
    change: {
      suggested: 'Primero, dé sus propias respuestas',
      linked: 'Primero, dé sus propias respuestas',
      yours: 'Volver a sus respuestas',
      thanked: 'Volver a la página anterior',
    },
    dropped:
      '{n, plural, one {Una respuesta del enlace que usted siguió no corresponde a esta encuesta y no se tomó.} other {{count} respuestas del enlace que usted siguió no corresponden a esta encuesta y no se tomaron.}}',
    notOpen:
      'Esta encuesta no está abierta ahora, así que desde aquí no se pueden llevar respuestas a la ciudad.',
    asked:
      'Usted abrió la encuesta de la ciudad desde nuestra página. Si envió allí sus respuestas, díganoslo abajo. Si no, aquí están.',
    address: 'La encuesta de la ciudad: {tool} en {address}',
    link: {
      lead: '{n, plural, =0 {Este enlace abre la encuesta. No puede rellenar ninguna de sus respuestas.} one {Este enlace abre la encuesta con una respuesta ya puesta. Usted la revisa y la envía allí.} other {Este enlace abre la encuesta con {count} respuestas ya puestas. Usted las revisa y las envía allí.}}',
    },
    copyLead:
      'Esta encuesta no se puede rellenar con un enlace. Ábrala, vuelva a esta página y copie sus respuestas una por una.',
    open: 'Abrir la encuesta de la ciudad',
    plain: 'Abrir solo la encuesta',
    newTab: 'Se abre en otra pestaña. Esta página queda abierta.',
    sheet: {
      heading: 'Respuestas para copiar',
      theirs: 'La ciudad pregunta',
      ours: 'Nuestra pregunta (la ciudad puede hacerla con otras palabras)',
      yours: 'Su respuesta',
      copy: 'Copiar',
      copyOf: 'Copiar la respuesta a: {question}',
      copied: 'Copiada.',
      failed: 'No se pudo copiar. El texto está seleccionado: cópielo usted.',
      print: 'Puede imprimir esta página y llevarla consigo.',
    },
    why: {
      'no-option': 'La encuesta de la ciudad tiene otras opciones aquí. Elija la más cercana.',
      'not-by-link': 'Un enlace no puede rellenar esto.',
      'own-words': 'Nunca ponemos sus propias palabras en un enlace. Cópielas aquí.',
      personal: 'Esto puede decir quién es usted, así que no lo ponemos en un enlace.',
      'too-long': 'El enlace sería demasiado largo con esta respuesta.',
    },
    notAsked: 'La encuesta de la ciudad no pregunta esto, así que estas respuestas no llegan allí:',
    report: {
      heading: '¿La envió?',
      text: 'Pulse el botón cuando haya enviado sus respuestas en la encuesta de la ciudad. Contamos cuántas personas lo dicen. No podemos ver lo que recibió la ciudad.',
      button: 'Ya la envié',
      working: 'Guardando…',
      done: 'Usted nos dijo que la envió. Gracias.',
    },
    thanks: {
      title: 'Gracias por decírnoslo',
      lead: 'Usted envió sus respuestas en la encuesta de la propia ciudad.',
      count:
        '{n, plural, =0 {} one {{counts, select, yes {Usted es la primera persona que nos lo dice.} other {Una persona nos lo ha dicho.}}} other {{counts, select, yes {{count} personas nos lo han dicho, contando a usted.} other {{count} personas nos lo han dicho.}}}} Este número cuenta a quienes confirmaron aquí una respuesta, una vez a cada quien, y es lo que nos dicen. No podemos comprobarlo y nunca lo sumamos a las respuestas de aquí.',
      later:
        'Esto cuenta cuando usted confirme aquí sus respuestas. Si ya las envió aquí, abra el enlace de nuestro correo.',
      here: 'Enviar aquí sus respuestas',
      survey: 'Volver a la encuesta',
      campaign: 'Ir a la campaña',
    },
  },
};
