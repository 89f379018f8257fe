import type { Language } from '../../web/language.ts';

const en = {
  movedUp: {
    subject: 'You have a place: {title}',
    lead: 'A place became free, and you were next on the waiting list for “{title}”. It is yours now.',
  },
  when: 'When: {when}',
  where: 'Where: {place}',
  online: 'Join online: {url}',
  button: 'See your sign-up',
  cancel: 'If you cannot come, cancel on that page. Then the next person gets your place.',
  why: 'You get this email because you signed up for this event and confirmed it.',
  contact: 'Questions? Write to {contact}.',
};

export const mailCopy: Record<Language, typeof en> = {
  en,
  es: {
    movedUp: {
      subject: 'Usted tiene lugar: {title}',
      lead: 'Quedó un lugar libre y usted era la siguiente persona en la lista de espera de «{title}». Ahora es suyo.',
    },
    when: 'Cuándo: {when}',
    where: 'Dónde: {place}',
    online: 'Participar en línea: {url}',
    button: 'Ver su inscripción',
    cancel: 'Si no puede venir, cancele en esa página. Así la siguiente persona recibe su lugar.',
    why: 'Recibe este correo porque se inscribió en este evento y lo confirmó.',
    contact: '¿Preguntas? Escriba a {contact}.',
  },
};
