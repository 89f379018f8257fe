import type { Language } from '../../web/language.ts';

const en = {
  subject: 'Did you sign “{title}”?',
  plainSubject: 'A question about a petition in {city}',
  lead: 'Somebody signed the petition “{title}” with this address, under the name {name}. You were drawn by chance from everybody who counts, to find out how many of these signatures are real.',
  plainLead: 'You were drawn by chance.',
  button: 'Yes or no: answer here',
  how: 'One press answers. You can change it until {date}. Only the numbers of all answers are told to anybody, never whose they are.',
  why: 'You get this once, because your signature was drawn. No answer changes nothing about it.',
  stop: 'To get no such question again:',
  stopLink: 'Do not ask me again',
  own: 'To see, correct, withdraw or erase your signature:',
  ownLink: 'Your own page',
  contact: 'Questions: {contact}',
};

export const mailCopy: Record<Language, typeof en> = {
  en,
  es: {
    subject: '¿Firmó usted «{title}»?',
    plainSubject: 'Una pregunta sobre una petición en {city}',
    lead: 'Alguien firmó la petición «{title}» con esta dirección, a nombre de {name}. Usted salió al azar entre todas las firmas que cuentan, para saber cuántas son verdaderas.',
    plainLead: 'Usted salió al azar.',
    button: 'Sí o no: responda aquí',
    how: 'Basta con presionar un botón. Puede cambiar su respuesta hasta el {date}. A los demás solo se les dice cuántas respuestas hubo, nunca de quién son.',
    why: 'Recibe este correo una sola vez, porque su firma salió al azar. Si no responde, su firma sigue igual.',
    stop: 'Para no recibir más preguntas como esta:',
    stopLink: 'No volver a preguntarme',
    own: 'Para ver, corregir, retirar o borrar su firma:',
    ownLink: 'Su propia página',
    contact: 'Preguntas: {contact}',
  },
};
