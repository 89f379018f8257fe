import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Did you sign this petition?',
  who: 'Somebody signed “{title}” with your address, under the name {name}.',
  why: 'Signatures were drawn by chance, and each owner is asked. Only the numbers of all answers are told, never whose they are.',
  yes: 'Yes, I signed',
  no: 'No, I did not sign',
  working: 'Working…',
  said: {
    yes: 'You answered: yes, I signed. Thank you.',
    no: 'You answered: no, I did not sign. Thank you.',
  },
  change: 'You can change your answer until the end of {date}.',
  until: 'You can answer until the end of {date}.',
  withdraw:
    'The signature still counts. To take it back or to erase its data, use the page of this signature.',
  ownLink: 'The page of this signature',
  closed: 'The time to answer is over',
  closedText: 'The answers were counted, and who gave them was forgotten.',
  never: 'Do not ask me again',
  neverText: 'You will get no such question about this signature again.',
  more: 'How the sample is drawn, and what it shows',
};

export const askedCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: '¿Firmó usted esta petición?',
    who: 'Alguien firmó «{title}» con su dirección, a nombre de {name}.',
    why: 'Se sacaron firmas al azar y se pregunta a cada titular. Solo se dice cuántas respuestas hubo, nunca de quién son.',
    yes: 'Sí, yo firmé',
    no: 'No, yo no firmé',
    working: 'Un momento…',
    said: {
      yes: 'Usted respondió: sí, yo firmé. Gracias.',
      no: 'Usted respondió: no, yo no firmé. Gracias.',
    },
    change: 'Puede cambiar su respuesta hasta el final del {date}.',
    until: 'Puede responder hasta el final del {date}.',
    withdraw: 'La firma sigue contando. Para retirarla o borrar sus datos, use la página de esta firma.',
    ownLink: 'La página de esta firma',
    closed: 'Ya terminó el plazo para responder',
    closedText: 'Las respuestas ya se contaron y no se guarda quién las dio.',
    never: 'No volver a preguntarme',
    neverText: 'No recibirá más preguntas como esta sobre esta firma.',
    more: 'Cómo se saca la muestra y qué indica',
  },
};
