import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'Stories of survivors',
  part: 'You can invite somebody who survived trafficking to tell the city what the police could have done.',
  link: 'Invite somebody',
  title: 'Invitations',
  lead: 'Each link is for one person and works once. Hand it over in the way that is safe for them: in person, on paper, or by a message that nobody else reads.',
  rules: [
    'Invite nobody who is in your program now, who is under 18, or whose case is open.',
    'Do not ask anybody to tell what was done to them.',
    'Offer pay first, and pay whether or not they tell anything in the end.',
  ],
  button: 'Make a link',
  working: 'Making a link…',
  none: 'You have invited nobody yet.',
  list: 'Your invitations',
  number: 'Story {number}, invited on {date}',
  states: {
    invited: 'Not used yet. The link works until {date}:',
    over: 'Not used in time.',
    begun: 'The link was used. What was written and allowed is on the page of who tells it.',
    ended: 'Erased.',
  },
  cancel: 'Cancel this link',
  canceling: 'Canceling…',
  stop: 'If somebody has lost the link to their own page, or should be protected, a guide in the organizers’ console can stop a story at once. Name it by its number.',
};

const es: typeof en = {
  heading: 'Historias de sobrevivientes',
  part: 'Ustedes pueden invitar a alguien que sobrevivió a la trata a decirle a la ciudad qué pudo hacer la policía.',
  link: 'Invitar a alguien',
  title: 'Invitaciones',
  lead: 'Cada enlace es para una persona y sirve una vez. Entréguelo de la manera que sea segura para ella: en persona, en papel o con un mensaje que nadie más lea.',
  rules: [
    'No invite a quien está ahora en su programa, a menores de 18 años ni a quien tiene un caso en curso.',
    'No le pida a nadie que cuente qué le hicieron.',
    'Ofrezca primero el pago, y pague aunque al final no cuente nada.',
  ],
  button: 'Crear un enlace',
  working: 'Creando un enlace…',
  none: 'Todavía no han invitado a nadie.',
  list: 'Sus invitaciones',
  number: 'Historia {number}, invitación del {date}',
  states: {
    invited: 'Sin usar. El enlace sirve hasta el {date}:',
    over: 'No se usó a tiempo.',
    begun: 'El enlace se usó. Lo escrito y lo permitido está en la página de quien cuenta.',
    ended: 'Borrada.',
  },
  cancel: 'Anular este enlace',
  canceling: 'Anulando…',
  stop: 'Si alguien perdió el enlace de su propia página, o hay que proteger a alguien, una persona guía puede detener una historia de inmediato en la consola de la organización. Dígale el número.',
};

export const inviteCopy: Record<Language, typeof en> = { en, es };
