import type { Language } from '../../web/language.ts';

const en = {
  movedUp: {
    subject: 'You have a place: {title}',
    lead: 'A place became free, and you were next on the waiting list for “{title}”. It is yours now.',
  },
  days: {
    subject: 'In two days: {title}',
    lead: '“{title}” is in two days, and you have a place.',
  },
  hours: {
    subject: 'Today: {title}',
    lead: '“{title}” begins in about two hours, and you have a place.',
  },
  changed: {
    subject: 'Changed: {title}',
    lead: 'The time or the place of “{title}” has changed. This is how it is now. If you do not have a place yet, you are still on the waiting list.',
  },
  cancelled: {
    subject: 'Canceled: {title}',
    lead: '“{title}” does not take place. You do not need to do anything.',
    why: 'Why: {why}',
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
    days: {
      subject: 'En dos días: {title}',
      lead: '«{title}» es en dos días, y usted tiene lugar.',
    },
    hours: {
      subject: 'Hoy: {title}',
      lead: '«{title}» comienza en unas dos horas, y usted tiene lugar.',
    },
    changed: {
      subject: 'Cambió: {title}',
      lead: 'El horario o el lugar de «{title}» cambió. Así queda ahora. Si usted todavía no tiene lugar, sigue en la lista de espera.',
    },
    cancelled: {
      subject: 'Se canceló: {title}',
      lead: '«{title}» no se celebra. Usted no tiene que hacer nada.',
      why: 'Motivo: {why}',
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
