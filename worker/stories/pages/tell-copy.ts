import type { Language } from '../../../web/language.ts';

const en = {
  invitation: {
    title: 'An invitation',
    heading: 'Would you like to tell the city something?',
    lead: '{partner} invites you. You decide what you write, where it is shown, for how long and under which name, and you can take it back at any time.',
    about: [
      'We ask what the police could have done, what training would have meant, and what the city should know. We never ask what was done to you.',
      'You see exactly what would be shown before you say yes. Then seven days pass, in which you can change your mind.',
      'You need no account, and we ask for no name, no address and no telephone number. The campaign pays for your work, through {partner}, whether or not you tell anything in the end.',
    ],
    safety: 'Four questions first, for your safety. Your answers are not stored.',
    questions: {
      case: 'Is there an open court case or police investigation about what you lived through?',
      program: 'Are you in a program or shelter for survivors now?',
      minor: 'Are you under 18?',
      details: 'Would your text need details by which you or somebody else could be recognized?',
    },
    yes: 'Yes',
    no: 'No',
    choose: 'Choose yes or no',
    button: 'Begin',
    working: 'One moment…',
    until: 'This link works once, until {date}.',
  },
  stop: {
    title: 'Not now',
    reasons: {
      case: 'While a case is open, a text can be used against you or the case, even years later. Please talk with your lawyer or advocate first.',
      program:
        'While you are in a program, you have enough to carry, and telling should never be a return for help. There is time: the city will still need to hear you.',
      minor:
        'We do not take texts of people under 18. It is not that your voice does not count. It is to keep you safe.',
      details:
        'A text that lets people be recognized can put you or others in danger, and nobody can take that back. You can tell what you want the city to know without such details. {partner} can help you find the words.',
    },
    nothing: 'Nothing was stored. The link stays good until {date}, if this changes.',
  },
  used: {
    title: 'This invitation is over',
    text: 'It works once, and it was used, canceled, or not used in time. If you began with it, use the link of your own page. Otherwise ask who gave it to you for a new one.',
  },
  form: {
    title: 'Write',
    heading: 'What do you want the city to know?',
    lead: 'Answer one question or all of them, in your own words. You do not have to tell what was done to you. Leave out names, places, dates and whatever lets somebody be recognized.',
    police: 'What could the police have done?',
    policeHint: 'When you met them, or when they did not come.',
    training: 'What would it have meant if they had been trained?',
    trainingHint: 'To you then, or to somebody in your place today.',
    city: 'What do you want the city to know?',
    cityHint: 'Each answer up to 1,500 characters.',
    name: 'A name to be called by',
    nameHint: 'Only if you want one. Not your own: choose one that nobody knows you by.',
    language: 'The language you write in',
    languages: { en: 'English', es: 'Spanish' },
    save: 'Save',
    working: 'Saving…',
    back: 'Back to your page',
    errors: {
      missing: 'Write an answer to at least one question',
      choose: 'Choose one',
      'too-long': 'This is too long. Shorten it',
      'bad-characters': 'This has characters that cannot be kept. Type it again',
      recognizable:
        'This seems to hold an address, a link, a telephone number or a ZIP code, by which people can be found. Take it out',
    },
    meanwhile: 'The text was changed in another window. What you typed is below: save again to replace it.',
    readOnly: 'Nothing can be stored at the moment. What you typed is below: save again in a few minutes.',
  },
  erased: {
    title: 'It is erased',
    text: 'Your text was deleted, and everything you allowed has ended. This link leads nowhere any more. Thank you for what you did.',
  },
};

const es: typeof en = {
  invitation: {
    title: 'Una invitación',
    heading: '¿Quiere decirle algo a la ciudad?',
    lead: '{partner} le invita. Usted decide qué escribe, dónde se muestra, por cuánto tiempo y con qué nombre, y puede retirarlo en cualquier momento.',
    about: [
      'Preguntamos qué pudo hacer la policía, qué habría significado la formación y qué debería saber la ciudad. Nunca preguntamos qué le hicieron.',
      'Antes de decir que sí, usted ve exactamente lo que se mostraría. Después pasan siete días en los que puede cambiar de opinión.',
      'No necesita cuenta y no pedimos nombre, dirección ni teléfono. La campaña paga por su trabajo, por medio de {partner}, aunque al final no cuente nada.',
    ],
    safety: 'Primero, cuatro preguntas por su seguridad. Sus respuestas no se guardan.',
    questions: {
      case: '¿Hay un juicio o una investigación policial en curso sobre lo que usted vivió?',
      program: '¿Está ahora en un programa o refugio para sobrevivientes?',
      minor: '¿Tiene menos de 18 años?',
      details:
        '¿Su texto necesitaría detalles por los que alguien podría reconocerle a usted o a otra persona?',
    },
    yes: 'Sí',
    no: 'No',
    choose: 'Elija sí o no',
    button: 'Empezar',
    working: 'Un momento…',
    until: 'Este enlace sirve una vez, hasta el {date}.',
  },
  stop: {
    title: 'Ahora no',
    reasons: {
      case: 'Mientras haya un caso en curso, un texto puede usarse en contra de usted o del caso, incluso años después. Hable primero con quien le representa o le acompaña.',
      program:
        'Mientras está en un programa ya carga con bastante, y contar nunca debe ser el precio de una ayuda. Hay tiempo: la ciudad seguirá necesitando escucharle.',
      minor:
        'No recibimos textos de menores de 18 años. No es que su voz no cuente: es para proteger su seguridad.',
      details:
        'Un texto por el que se reconoce a alguien puede ponerle en peligro a usted o a otras personas, y eso no se puede deshacer. Puede decir lo que quiere que la ciudad sepa sin esos detalles. {partner} puede ayudarle a encontrar las palabras.',
    },
    nothing: 'No se guardó nada. El enlace sirve hasta el {date}, por si esto cambia.',
  },
  used: {
    title: 'Esta invitación terminó',
    text: 'Sirve una vez, y ya se usó, se anuló o no se usó a tiempo. Si usted empezó con ella, use el enlace de su propia página. Si no, pida otra a quien se la dio.',
  },
  form: {
    title: 'Escribir',
    heading: '¿Qué quiere que la ciudad sepa?',
    lead: 'Responda una pregunta o todas, con sus propias palabras. No tiene que contar qué le hicieron. Deje fuera nombres, lugares, fechas y todo lo que permita reconocer a alguien.',
    police: '¿Qué pudo hacer la policía?',
    policeHint: 'Cuando estuvo con usted, o cuando no llegó.',
    training: '¿Qué habría significado que tuvieran formación?',
    trainingHint: 'Para usted entonces, o para quien hoy está en su lugar.',
    city: '¿Qué quiere que la ciudad sepa?',
    cityHint: 'Cada respuesta, hasta 1,500 caracteres.',
    name: 'Un nombre para llamarle',
    nameHint: 'Solo si quiere uno. Que no sea el suyo: elija uno por el que nadie le conozca.',
    language: 'El idioma en que escribe',
    languages: { en: 'Inglés', es: 'Español' },
    save: 'Guardar',
    working: 'Guardando…',
    back: 'Volver a su página',
    errors: {
      missing: 'Responda al menos una pregunta',
      choose: 'Elija una opción',
      'too-long': 'Es demasiado largo. Acórtelo',
      'bad-characters': 'Tiene caracteres que no se pueden guardar. Escríbalo otra vez',
      recognizable:
        'Parece que aquí hay una dirección, un enlace, un teléfono o un código postal, con los que se puede encontrar a alguien. Quítelo',
    },
    meanwhile:
      'El texto se cambió en otra ventana. Lo que usted escribió está abajo: guarde otra vez para reemplazarlo.',
    readOnly:
      'Por el momento no se puede guardar nada. Lo que usted escribió está abajo: guarde otra vez en unos minutos.',
  },
  erased: {
    title: 'Está borrado',
    text: 'Su texto se borró y terminó todo lo que permitió. Este enlace ya no lleva a ninguna parte. Gracias por lo que hizo.',
  },
};

export const tellCopy: Record<Language, typeof en> = { en, es };
