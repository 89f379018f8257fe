import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'Questions and answers',
  title: 'Questions and answers',
  description: 'What people ask about “{title}”, with answers, their sources and their dates.',
  none: 'Nothing has been answered here yet. You can ask the first question.',
  all: 'All questions and answers, and a form to ask one',
  ask: 'Ask a question',
  source: 'Source: {source}. Answered on {date}.',
  version: 'Version {n}, {date}',
  reasons: {
    'answered-elsewhere': 'the campaign’s pages answer it already.',
    'not-about-this': 'it is not about this campaign.',
    'about-a-person':
      'it is about one person or one case, which has no place on a public page. Write to {contact} about it.',
    insult: 'it insults somebody.',
    other: 'it has no answer that others could use. Write to {contact} about it.',
  },
  mail: {
    masthead: 'Undersigned',
    greeting: 'Dear {name},',
    confirm: {
      subject: 'Confirm your question about “{title}”',
      text: 'Somebody asked a question with your address. If it was you, open the page below and press the button there. Your question then reaches the organizers.',
      button: 'See and confirm the question',
      notYou: 'If it was not you, do nothing: it is deleted after seven days.',
    },
    told: {
      subject: 'Your question about “{title}”',
      answered: 'The organizers have answered your question:',
      hidden: 'The organizers read your question and did not publish it: {reason}',
      button: 'Read it on the page',
      own: 'See or delete your question:',
      ownLink: 'your question’s page',
      once: 'We write to you about this question again only if the decision changes. What you typed is deleted after 30 days.',
    },
    contact: 'Questions about this email: {contact}',
  },
  privacy: {
    kept: 'If you ask a question: your question, your email address and, if you give it, your name, encrypted.',
    shown: 'Of a question only what the organizers write in their own words, without your name.',
    until:
      'A question that you do not confirm is deleted after seven days; one that nobody has decided on after 180 days; a decided one 30 days later. You can delete it earlier by the link in our email.',
  },
};

const es: typeof en = {
  heading: 'Preguntas y respuestas',
  title: 'Preguntas y respuestas',
  description: 'Lo que la gente pregunta sobre «{title}», con respuestas, fuentes y fechas.',
  none: 'Todavía no hay ninguna respuesta. Usted puede hacer la primera pregunta.',
  all: 'Todas las preguntas y respuestas, y un formulario para preguntar',
  ask: 'Haga una pregunta',
  source: 'Fuente: {source}. Respondida el {date}.',
  version: 'Versión {n}, {date}',
  reasons: {
    'answered-elsewhere': 'las páginas de la campaña ya la responden.',
    'not-about-this': 'no trata de esta campaña.',
    'about-a-person':
      'trata de una persona o de un caso concreto, que no cabe en una página pública. Escriba sobre eso a {contact}.',
    insult: 'insulta a alguien.',
    other: 'no tiene una respuesta que sirva a otras personas. Escriba sobre eso a {contact}.',
  },
  mail: {
    masthead: 'Undersigned',
    greeting: 'Hola, {name}:',
    confirm: {
      subject: 'Confirme su pregunta sobre «{title}»',
      text: 'Alguien hizo una pregunta con su dirección. Si fue usted, abra la página de abajo y presione allí el botón. Entonces su pregunta llegará a la organización.',
      button: 'Ver y confirmar la pregunta',
      notYou: 'Si no fue usted, no haga nada: se borra a los siete días.',
    },
    told: {
      subject: 'Su pregunta sobre «{title}»',
      answered: 'La organización respondió a su pregunta:',
      hidden: 'La organización leyó su pregunta y no la publicó: {reason}',
      button: 'Leerla en la página',
      own: 'Vea o borre su pregunta:',
      ownLink: 'la página de su pregunta',
      once: 'Sobre esta pregunta le escribiremos otra vez solo si cambia la decisión. Lo que usted escribió se borra a los 30 días.',
    },
    contact: 'Preguntas sobre este correo: {contact}',
  },
  privacy: {
    kept: 'Si hace una pregunta: la pregunta, su correo electrónico y, si lo da, su nombre, cifrados.',
    shown: 'De una pregunta, solo lo que la organización escribe con sus propias palabras y sin su nombre.',
    until:
      'Una pregunta que usted no confirma se borra a los siete días; una sin decidir, a los 180 días; una decidida, 30 días después. Usted puede borrarla antes con el enlace de nuestro correo.',
  },
};

export const copy: Record<Language, typeof en> = { en, es };
