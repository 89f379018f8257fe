/** Texts of the mail that asks. Placeholders in braces are ICU. */
const en = {
  subject: 'Did you send it? {title}',
  lead: 'You answered “{title}” and then opened the city’s own survey from our page. Did you send your answers there too?',
  ask: 'If you did, please tell us with one press of a button. If you did not yet, the same page has your answers ready.',
  button: 'Tell us, or send it now',
  why: 'We count how many people say that they sent it, and nothing else. We cannot see what you sent.',
  once: 'We ask this once. You will not get another email like this.',
  contact: 'Questions: {contact}',
};

const es: typeof en = {
  subject: '¿La envió? {title}',
  lead: 'Usted respondió «{title}» y después abrió la encuesta de la ciudad desde nuestra página. ¿Envió allí también sus respuestas?',
  ask: 'Si lo hizo, díganoslo con un botón. Si todavía no, la misma página tiene listas sus respuestas.',
  button: 'Decírnoslo o enviarla ahora',
  why: 'Contamos cuántas personas dicen que la enviaron, y nada más. No podemos ver lo que usted envió.',
  once: 'Preguntamos una sola vez. No recibirá más correos como este.',
  contact: 'Preguntas: {contact}',
};

export const askCopy = { en, es };
