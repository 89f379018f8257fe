import type { Language } from '../../web/language.ts';

const en = {
  request: {
    subject: 'Please answer: {title}',
    lead: '{n, plural, one {One person has signed and confirmed} other {{count} people have signed and confirmed}} the petition “{title}”. It now asks the {committee} for an answer.',
    button: 'Answer here',
    how: 'You need no account. Your answer is public at once on the page of the petition, with the name of the {committee} and the date. You can correct it later by the same link.',
    keep: 'Who has this link can answer for the {committee}. Pass it on only to people who may. Its page can replace it.',
  },
  receipt: {
    subject: 'Published: your answer to {title}',
    lead: 'Somebody with the link of the {committee} answered the petition “{title}”. This is public now:',
    button: 'Correct the answer',
    how: 'If nobody in your office answered, correct it and replace the link on its page.',
    keep: 'Who has this link can answer for the {committee}.',
  },
  asks: 'It asks:',
  live: 'The petition as it stands now:',
  liveLink: 'Live page',
  questions: 'Questions about this petition: {contact}',
  why: 'You get this because the petition asks the {committee} for an answer. It holds no personal data of the people who signed.',
  news: {
    subject: 'Answered: {title}',
    plainSubject: 'News about a petition in {city}',
    plainLead: 'There is an answer now.',
    lead: 'You signed the petition “{title}”. There is an answer now.',
    button: 'Read it on the petition’s page',
    stop: 'You get this because you checked that the campaign may write to you. To get no more of its news:',
    stopLink: 'Stop the news',
    own: 'To see, correct, withdraw or erase your signature:',
    ownLink: 'Your own page',
    contact: 'Questions: {contact}',
  },
};

export const mailCopy: Record<Language, typeof en> = {
  en,
  es: {
    request: {
      subject: 'Le pedimos una respuesta: {title}',
      lead: '{n, plural, one {Una persona firmó y confirmó} other {{count} personas firmaron y confirmaron}} la petición «{title}». Ahora la petición espera una respuesta de su oficina ({committee}).',
      button: 'Responder aquí',
      how: 'No necesita una cuenta. Su respuesta se publica de inmediato en la página de la petición, con el nombre de su oficina ({committee}) y la fecha. Después puede corregirla con el mismo enlace.',
      keep: 'Quien tenga este enlace puede responder en nombre de su oficina ({committee}). Entréguelo solo a quien pueda hacerlo. En su página se puede reemplazar.',
    },
    receipt: {
      subject: 'Publicada: su respuesta a {title}',
      lead: 'Alguien con el enlace de su oficina ({committee}) respondió a la petición «{title}». Esto es lo que está publicado:',
      button: 'Corregir la respuesta',
      how: 'Si nadie de su oficina respondió, corríjala y reemplace el enlace en su página.',
      keep: 'Quien tenga este enlace puede responder en nombre de su oficina ({committee}).',
    },
    asks: 'Lo que pide:',
    live: 'La petición tal como está ahora:',
    liveLink: 'Página en vivo',
    questions: 'Preguntas sobre esta petición: {contact}',
    why: 'Recibe este correo porque la petición espera una respuesta de su oficina ({committee}). No contiene datos personales de quienes firmaron.',
    news: {
      subject: 'Hay respuesta: {title}',
      plainSubject: 'Noticias sobre una petición en {city}',
      plainLead: 'Ya hay una respuesta.',
      lead: 'Usted firmó la petición «{title}». Ya hay una respuesta.',
      button: 'Leerla en la página de la petición',
      stop: 'Recibe este correo porque marcó que la campaña puede escribirle. Para no recibir más noticias:',
      stopLink: 'No recibir más noticias',
      own: 'Para ver, corregir, retirar o borrar su firma:',
      ownLink: 'Su propia página',
      contact: 'Preguntas: {contact}',
    },
  },
};
