import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Stories',
  note: {
    heading: 'Before you read',
    text: 'These texts speak of arrest and of leaving exploitation. They do not describe violence. Each was written for this page by who lived it.',
  },
  none: 'No story is shown at the moment.',
  how: {
    heading: 'How stories come here',
    lines: [
      'Nobody can send a story in. A partner that survivors lead invites one person at a time: {partners}.',
      'The form asks what the police could have done, what training would have meant, and what the city should know. It never asks for what was done to somebody.',
      'Who tells it sees exactly what will be shown, and for what: this page, a committee, a hearing, the press, a lesson, another city. Each needs a yes of its own, and each yes has an end.',
      'Seven days pass between a yes and showing. A story can be taken down from everywhere at any time, without a reason.',
      'The campaign pays tellers for their work, through the partner that invites them.',
    ],
    paid: 'Paid to tellers so far: {amount}.',
  },
  who: { none: 'A survivor', named: '{name}, a name chosen for this story' },
  topics: {
    police: 'What the police could have done',
    training: 'What it would have meant if they had been trained',
    city: 'What I want the city to know',
  },
  told: { en: 'Written in English.', es: 'Written in Spanish.' },
  example: 'Example: this text was invented for a demonstration. Nobody has lived it.',
  read: 'Read this story',
  more: 'Earlier stories',
  newest: 'The newest stories',
  all: 'All stories',
  gone: {
    title: 'This story is not shown',
    text: 'Who told it decides how long it is shown, and for what. It may have been taken down.',
  },
  act: 'What you can do',
  actLink: 'See what the campaign asks for',
  privacy: {
    kept: 'If you tell a story: what you write and the name that you choose, sealed. No address, no telephone number and no legal name is asked for.',
    shown:
      'Of a story: exactly what its teller saw and agreed to, for the uses and for the time that they chose.',
    until:
      'A story is erased 90 days after nobody may show it any more, and at once when its teller erases it.',
    rights:
      'Who tells a story can change it, take it down or erase it at any time by the link that they have.',
  },
};

const es: typeof en = {
  title: 'Historias',
  note: {
    heading: 'Antes de leer',
    text: 'Estos textos hablan de arrestos y de cómo se sale de la explotación. No describen violencia. Cada uno lo escribió para esta página quien lo vivió.',
  },
  none: 'Por ahora no se muestra ninguna historia.',
  how: {
    heading: 'Cómo llegan aquí las historias',
    lines: [
      'Nadie puede enviar una historia por su cuenta. Una organización dirigida por sobrevivientes invita a cada persona: {partners}.',
      'El formulario pregunta qué pudo hacer la policía, qué habría significado la formación y qué debería saber la ciudad. Nunca pregunta qué le hicieron a alguien.',
      'Quien cuenta ve exactamente lo que se mostrará y para qué: esta página, un comité, una audiencia, la prensa, una lección, otra ciudad. Cada uso necesita su propio sí, y cada sí tiene un final.',
      'Entre el sí y la publicación pasan siete días. Una historia se puede retirar de todas partes en cualquier momento, sin dar razones.',
      'La campaña paga por su trabajo a quien cuenta su historia, por medio del socio que le invita.',
    ],
    paid: 'Pagado hasta ahora a quienes contaron su historia: {amount}.',
  },
  who: { none: 'Una persona sobreviviente', named: '{name}, un nombre elegido para esta historia' },
  topics: {
    police: 'Qué pudo hacer la policía',
    training: 'Qué habría significado que tuvieran formación',
    city: 'Qué quiero que la ciudad sepa',
  },
  told: { en: 'Escrita en inglés.', es: 'Escrita en español.' },
  example: 'Ejemplo: este texto se inventó para una demostración. Nadie lo ha vivido.',
  read: 'Leer esta historia',
  more: 'Historias anteriores',
  newest: 'Las historias más recientes',
  all: 'Todas las historias',
  gone: {
    title: 'Esta historia no se muestra',
    text: 'Quien la contó decide cuánto tiempo se muestra y para qué. Es posible que la haya retirado.',
  },
  act: 'Qué puede hacer usted',
  actLink: 'Ver lo que pide la campaña',
  privacy: {
    kept: 'Si usted cuenta una historia: lo que escribe y el nombre que elige, sellados. No se pide dirección, teléfono ni nombre legal.',
    shown:
      'De una historia: exactamente lo que vio y aceptó quien la contó, para los usos y durante el tiempo que eligió.',
    until:
      'Una historia se borra 90 días después de que ya nadie puede mostrarla, y de inmediato si quien la contó la borra.',
    rights:
      'Quien cuenta una historia puede cambiarla, retirarla o borrarla en cualquier momento con el enlace que tiene.',
  },
};

export const copy: Record<Language, typeof en> = { en, es };
